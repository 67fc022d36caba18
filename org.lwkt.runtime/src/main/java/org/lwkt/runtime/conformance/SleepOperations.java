// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import static java.util.Map.entry;
import static org.lwkt.runtime.conformance.Operation.RESULT;
import static org.lwkt.runtime.conformance.Operation.action;
import static org.lwkt.runtime.conformance.Operation.call;

import java.util.Map;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;

/** The operations of kern_synch.c that only its own vectors use. */
final class SleepOperations {
    static final Map<String, Operation> TABLE = Map.ofEntries(
            entry(
                    "tsleepx",
                    call(
                            "ident sleepoptions...",
                            (gd, td, a) -> gd.sleepQueue().tsleep(a.ident(0), a.sleepFlags(1), "slpx", a.timo(1)),
                            RESULT)),
            entry(
                    "interlockx",
                    call(
                            "ident domainoptions...",
                            (gd, td, a) -> gd.sleepQueue().tsleepInterlock(a.ident(0), a.sleepFlags(1)))),
            entry("wakeup_domain", call("ident domain", (gd, td, a) -> wakeupDomain(gd, a, false))),
            entry("wakeup_domain_one", call("ident domain", (gd, td, a) -> wakeupDomain(gd, a, true))),
            entry("wakeup_mycpu", call("ident", (gd, td, a) -> gd.sleepQueue().wakeupMyCpu(a.ident(0), false))),
            entry(
                    "wakeup_mycpu_one",
                    call("ident", (gd, td, a) -> gd.sleepQueue().wakeupMyCpu(a.ident(0), true))),
            entry("wakeup_oncpu", call("cpu ident", (gd, td, a) -> wakeupOnCpu(gd, a, false))),
            entry("wakeup_oncpu_one", call("cpu ident", (gd, td, a) -> wakeupOnCpu(gd, a, true))),
            entry("delay_start", call("", (gd, td, a) -> gd.sleepQueue().wakeupStartDelayed())),
            entry("delay_end", call("", (gd, td, a) -> gd.sleepQueue().wakeupEndDelayed())),
            entry(
                    "ssleep",
                    call(
                            "ident lock sleepoptions...",
                            (gd, td, a) ->
                                    gd.sleepQueue().ssleep(a.ident(0), a.lock(1), a.sleepFlags(2), "sslp", a.timo(2)),
                            RESULT)),
            entry(
                    "zsleep",
                    call(
                            "ident serializer sleepoptions...",
                            (gd, td, a) -> gd.sleepQueue()
                                    .zsleep(a.ident(0), a.serializer(1), a.sleepFlags(2), "zslp", a.timo(2)),
                            RESULT)),
            entry("lwkt_sleep", new Operation("catchoptions...", LwktSleepCall::new)),
            entry("cursig", action("thread number", (gd, td, a) -> a.thread(0).setSignal(a.number(1)))),
            entry(
                    "setrunnable",
                    call(
                            "lwp",
                            (gd, td, a) ->
                                    gd.sleepQueue().setrunnable(a.thread(0).lwp()))),
            entry(
                    "lwpstat",
                    action("lwp number", (gd, td, a) -> a.thread(0).lwp().setStat(a.number(1)))),
            entry("score", action("lwp bit", (gd, td, a) -> a.thread(0).lwp().setCore(a.number(1) != 0))));

    private SleepOperations() {}

    private static Flow wakeupDomain(GlobalData gd, Arguments a, boolean one) {
        return gd.sleepQueue().wakeupDomain(a.ident(0), (int) a.hex(1), one);
    }

    private static Flow wakeupOnCpu(GlobalData gd, Arguments a, boolean one) {
        return gd.sleepQueue().wakeupOnCpu(gd.kernel().cpu(a.number(0)), a.ident(1), one);
    }
}
