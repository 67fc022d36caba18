// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import static java.util.Map.entry;
import static org.lwkt.runtime.conformance.Operation.action;
import static org.lwkt.runtime.conformance.Operation.answer;
import static org.lwkt.runtime.conformance.Operation.call;

import java.util.Map;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.TokenPool;

/** The operations on tokens that only the vectors of lwkt_token.c use. */
final class TokenOperations {
    static final Map<String, Operation> TABLE = Map.ofEntries(
            entry("token_swap", call("", (gd, td, a) -> gd.tokens().swap())),
            entry("getpool", call("hex", (gd, td, a) -> gd.tokens().getPool(a.hex(0)), TokenOperations::index)),
            entry("relpool", action("hex", (gd, td, a) -> gd.tokens().releasePool(a.hex(0)))),
            entry("poollookup", answer("hex", TokenOperations::index)),
            entry("cnttoken", answer("token thread", (gd, td, a) -> gd.tokens().count(a.token(0), a.thread(1)))),
            entry("held_any", answer("token", (gd, td, a) -> gd.tokens().isHeldAny(a.token(0)) ? 1 : 0)),
            entry("held_excl", answer("token", (gd, td, a) -> gd.tokens().isHeldExclusively(a.token(0)) ? 1 : 0)),
            entry("mplock", action("", (gd, td, a) -> gd.tokens().getInitialMplock())),
            entry(
                    "mplock_sh",
                    call("", (gd, td, a) -> gd.tokens().getShared(gd.kernel().mpToken()))),
            entry(
                    "reltoken_mp",
                    action("", (gd, td, a) -> gd.tokens().release(gd.kernel().mpToken()))),
            entry(
                    "lwptoken",
                    call("lwp", (gd, td, a) -> gd.tokens().get(a.thread(0).lwp().token()))),
            entry(
                    "lwpreltoken",
                    action(
                            "lwp",
                            (gd, td, a) -> gd.tokens().release(a.thread(0).lwp().token()))),
            entry("token_uninit", action("token", (gd, td, a) -> {})));

    private TokenOperations() {}

    private static Object index(GlobalData gd, LwktThread td, Arguments a) {
        return TokenPool.index(a.hex(0));
    }
}
