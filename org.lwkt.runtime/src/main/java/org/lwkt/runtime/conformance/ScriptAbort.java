// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import org.lwkt.runtime.kernel.Continuation;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktMsg;
import org.lwkt.runtime.kernel.LwktSerializer;
import org.lwkt.runtime.kernel.MsgFlag;
import org.lwkt.runtime.kernel.SleepQueue;

/** The abort functions that a script may give a message: {@code trace}, {@code reply} and {@code slz}. */
final class ScriptAbort implements LwktMsg.AbortFunction {
    private final Replay replay;
    private final String kind;

    ScriptAbort(Replay replay, String kind) {
        this.replay = replay;
        this.kind = kind;
    }

    @Override
    public Flow abort(GlobalData gd, LwktMsg msg) {
        String suffix = kind.equals("trace") ? "" : " " + kind;
        replay.out().trace("abortfn " + replay.names().ofIdentifier(msg) + suffix);
        switch (kind) {
            case "trace":
                return Flow.RETURN;
            case "reply":
                return reply(gd, msg);
            default:
                LwktSerializer serializer = replay.objects().serializer("S0");
                Continuation leave = (at, td, operand) -> serializer.exit(at);
                Continuation answer = (at, td, operand) -> reply(at, msg);
                gd.pushContinuation(leave, 0);
                gd.pushContinuation(answer, 0);
                return serializer.enter(gd);
        }
    }

    private static Flow reply(GlobalData gd, LwktMsg msg) {
        if (msg.targetPort() != null && (msg.flags() & MsgFlag.QUEUED) != 0) {
            msg.targetPort().pull(msg);
        }
        return msg.reply(gd, SleepQueue.EINTR);
    }
}
