// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.IpiCall;
import org.lwkt.runtime.kernel.IpiFunction;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.ThreadFlag;

/** What a script lets an IPI message or a cpusync call: one word and its argument. */
final class ScriptHandler implements IpiCall {
    private final Replay replay;
    private final String kind;
    private final Object argument;
    private final int incarnation;

    private ScriptHandler(Replay replay, String kind, Object argument) {
        this.replay = replay;
        this.kind = kind;
        this.argument = argument;
        this.incarnation = argument instanceof LwktThread td ? td.incarnation() : 0;
    }

    /** @param words {@code none}, {@code frame}, {@code count}, {@code sched T}, {@code wakeup I} or {@code resend C} */
    static ScriptHandler of(Replay replay, List<String> words) {
        String kind = words.get(0);
        Object argument = switch (kind) {
            case "sched" -> replay.names().thread(words.get(1));
            case "wakeup" -> replay.objects().identifier(words.get(1));
            case "resend" -> replay.kernel().cpu(Integer.parseInt(words.get(1)));
            default -> null;
        };
        return new ScriptHandler(replay, kind, argument);
    }

    /** How traces show the message: function and argument. */
    String text() {
        return "h_" + kind + " " + replay.names().ofIdentifier(argument);
    }

    /** What the handler is called with, or null. */
    Object argument() {
        return argument;
    }

    @Override
    public Flow call(GlobalData gd, int argument2, boolean frame) {
        switch (kind) {
            case "frame":
                replay.out().trace("frame c" + gd.cpuId() + " " + argument2 + (frame ? " yes" : " no"));
                return Flow.RETURN;
            case "count":
                replay.out().trace("csfunc c" + gd.cpuId());
                return Flow.RETURN;
            case "sched":
                return schedule(gd, (LwktThread) argument);
            case "wakeup":
                return gd.sleepQueue().wakeup(argument);
            case "resend":
                return argument == gd
                        ? Flow.RETURN
                        : gd.ipi()
                                .send(
                                        (GlobalData) argument,
                                        IpiFunction.EXTERNAL,
                                        new ScriptHandler(replay, "none", argument),
                                        0);
            default:
                return Flow.RETURN;
        }
    }

    private Flow schedule(GlobalData gd, LwktThread td) {
        boolean gone = td == null || td.incarnation() != incarnation || (td.flags() & ThreadFlag.EXITING) != 0;
        return gone ? Flow.RETURN : gd.scheduler().schedule(td);
    }
}
