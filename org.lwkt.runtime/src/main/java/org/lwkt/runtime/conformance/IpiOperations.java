// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import static java.util.Map.entry;
import static org.lwkt.runtime.conformance.Operation.RESULT;
import static org.lwkt.runtime.conformance.Operation.action;
import static org.lwkt.runtime.conformance.Operation.call;

import java.util.Map;
import org.lwkt.runtime.kernel.CpuSync;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.IpiFunction;
import org.lwkt.runtime.kernel.LwktThread;

/** The operations of lwkt_ipiq.c. */
final class IpiOperations {
    private static final int ARGUMENT2 = 7;

    static final Map<String, Operation> TABLE = Map.ofEntries(
            entry("ipiq", call("cpu handler...", IpiOperations::send, IpiOperations::sequence)),
            entry("ipiq_bycpu", call("cpu handler...", IpiOperations::send, IpiOperations::sequence)),
            entry(
                    "ipiq_passive",
                    call(
                            "cpu handler...",
                            (gd, td, a) ->
                                    gd.ipi().sendPassive(target(gd, a), IpiFunction.EXTERNAL, handler(a), ARGUMENT2),
                            IpiOperations::sequence)),
            entry(
                    "ipiq_mask",
                    call(
                            "mask handler...",
                            (gd, td, a) -> gd.ipi().sendMask(a.mask(0), IpiFunction.EXTERNAL, handler(a), ARGUMENT2),
                            RESULT)),
            entry(
                    "wait_ipiq",
                    call("cpu sequence...", (gd, td, a) -> gd.ipi().awaitIpi(target(gd, a), awaited(gd, a)))),
            entry("sync_ipiqs", call("", (gd, td, a) -> gd.ipi().synchronize("syncq"))),
            entry("burst", new Operation("cpu count", BurstCall::new)),
            entry(
                    "stopped",
                    action("hex", (gd, td, a) -> gd.kernel().stoppedCpus().copyFrom(a.mask(0)))),
            entry(
                    "active",
                    action("mask", (gd, td, a) -> gd.kernel().activeCpus().copyFrom(a.mask(0)))),
            entry("cpusync", call("hex csfunction...", (gd, td, a) -> CpuSync.simple(gd, a.mask(0), function(a, 1)))),
            entry("cs_interlock", call("sync hex csfunction...", (gd, td, a) -> {
                a.sync(0).init(a.mask(1), function(a, 2));
                return a.sync(0).interlock(gd);
            })),
            entry("cs_deinterlock", call("sync", (gd, td, a) -> a.sync(0).deinterlock(gd))),
            entry("cs_quick", call("sync hex csfunction...", (gd, td, a) -> {
                a.sync(0).init(a.mask(1), function(a, 2));
                return a.sync(0).quick(gd);
            })));

    private IpiOperations() {}

    private static GlobalData target(GlobalData gd, Arguments a) {
        return gd.kernel().cpu(a.number(0));
    }

    private static ScriptHandler handler(Arguments a) {
        return ScriptHandler.of(a.replay(), a.rest(1));
    }

    private static Flow send(GlobalData gd, LwktThread td, Arguments a) {
        return gd.ipi().send(target(gd, a), IpiFunction.EXTERNAL, handler(a), ARGUMENT2);
    }

    private static Object sequence(GlobalData gd, LwktThread td, Arguments a) {
        return gd.ipi().sequence(target(gd, a));
    }

    private static int awaited(GlobalData gd, Arguments a) {
        return a.rest(1).isEmpty() ? gd.ipi().sequence(target(gd, a)) : a.number(1);
    }

    private static CpuSync.Function function(Arguments a, int index) {
        if (a.word(index).equals("none")) {
            return null;
        }
        ScriptHandler handler = ScriptHandler.of(a.replay(), a.rest(index));
        return gd -> handler.call(gd, 0, false);
    }
}
