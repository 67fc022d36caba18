// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import static java.util.Map.entry;
import static org.lwkt.runtime.conformance.Operation.RESULT;
import static org.lwkt.runtime.conformance.Operation.action;
import static org.lwkt.runtime.conformance.Operation.answer;
import static org.lwkt.runtime.conformance.Operation.call;

import java.util.Map;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktSerializer;
import org.lwkt.runtime.kernel.SerializerArray;

/** The operations of lwkt_serialize.c and kern_spinlock.c. */
final class LockOperations {
    static final Map<String, Operation> TABLE = Map.ofEntries(
            entry(
                    "slz_init",
                    action("serializer", (gd, td, a) -> a.serializer(0).init())),
            entry("slz_enter", call("serializer", (gd, td, a) -> a.serializer(0).enter(gd))),
            entry(
                    "slz_adaptive",
                    call("serializer", (gd, td, a) -> a.serializer(0).adaptiveEnter(gd))),
            entry("slz_exit", call("serializer", (gd, td, a) -> a.serializer(0).exit(gd))),
            entry(
                    "slz_hdis",
                    action("serializer", (gd, td, a) -> a.serializer(0).handlerDisable())),
            entry("slz_hen", action("serializer", (gd, td, a) -> a.serializer(0).handlerEnable())),
            entry("slz_try", answer("serializer", (gd, td, a) -> a.serializer(0).tryEnter(gd) ? 1 : 0)),
            entry(
                    "slz_hcall",
                    call(
                            "serializer slzfunction...",
                            (gd, td, a) -> a.serializer(0).handlerCall(gd, handler(a)))),
            entry(
                    "slz_htry",
                    call(
                            "serializer slzfunction...",
                            (gd, td, a) -> a.serializer(0).handlerTry(gd, handler(a)),
                            RESULT)),
            entry("slz_aenter", call("index index", (gd, td, a) -> array(a).enter(gd, a.number(0), a.number(1)))),
            entry(
                    "slz_atry",
                    call("index index", (gd, td, a) -> array(a).tryEnter(gd, a.number(0), a.number(1)), RESULT)),
            entry("slz_aexit", call("index index", (gd, td, a) -> array(a).exit(gd, a.number(0), a.number(1)))),
            entry("splock", call("lock", (gd, td, a) -> a.lock(0).lock(gd))),
            entry("splock_sh", call("lock", (gd, td, a) -> a.lock(0).lockShared(gd))),
            entry("spunlock", call("lock", (gd, td, a) -> a.lock(0).unlock(gd))),
            entry("spunlock_sh", call("lock", (gd, td, a) -> a.lock(0).unlock(gd))),
            entry("spunlock_any", call("lock", (gd, td, a) -> a.lock(0).unlock(gd))),
            entry("spinit", action("lock", (gd, td, a) -> a.lock(0).init())),
            entry("sptry", call("lock", (gd, td, a) -> a.lock(0).tryLock(gd), RESULT)),
            entry("spupgrade", answer("lock", (gd, td, a) -> a.lock(0).tryUpgrade() ? 1 : 0)),
            entry("spheld", answer("lock", (gd, td, a) -> a.lock(0).isHeld() ? 1 : 0)),
            entry("spupdate", call("lock", (gd, td, a) -> a.lock(0).lockUpdate(gd))),
            entry("spunupdate", call("lock", (gd, td, a) -> a.lock(0).unlockUpdate(gd))),
            entry("spupdate_only", action("lock", (gd, td, a) -> a.lock(0).startUpdateOnly(gd))),
            entry("spunupdate_only", action("lock", (gd, td, a) -> a.lock(0).endUpdateOnly(gd))),
            entry("spacc", call("lock", (gd, td, a) -> a.lock(0).accessStart(gd), RESULT)),
            entry("spacc_only", answer("lock", (gd, td, a) -> a.lock(0).update())),
            entry("spaccend", call("lock number", (gd, td, a) -> a.lock(0).accessEnd(gd, a.number(1)), RESULT)),
            entry(
                    "spaccend_only",
                    answer("lock number", (gd, td, a) -> a.lock(0).hasChangedSince(a.number(1)) ? 1 : 0)));

    private LockOperations() {}

    private static SerializerArray array(Arguments a) {
        return a.replay().objects().array();
    }

    private static LwktSerializer.Handler handler(Arguments a) {
        return gd -> runHandler(gd, a);
    }

    private static Flow runHandler(GlobalData gd, Arguments a) {
        a.replay().out().trace("slzfunc " + a.replay().names().of(gd.curThread()));
        return switch (a.word(1)) {
            case "wakeup" -> gd.sleepQueue().wakeup(a.ident(2));
            case "sleep" -> gd.sleepQueue().tsleep(a.ident(2), 0, "zf", 0);
            default -> Flow.RETURN;
        };
    }
}
