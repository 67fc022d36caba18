// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import org.lwkt.dsl.lwkt.AnsweringCall;
import org.lwkt.dsl.lwkt.Create;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.HandlerTry;
import org.lwkt.dsl.lwkt.IpiSend;
import org.lwkt.dsl.lwkt.Lockmgr;
import org.lwkt.dsl.lwkt.LwktSleep;
import org.lwkt.dsl.lwkt.MessageAnswer;
import org.lwkt.dsl.lwkt.TryCall;
import org.lwkt.dsl.lwkt.Tsleep;
import org.lwkt.dsl.model.KernelFlags;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.program.Question;

/** Kernel calls whose answer may be kept. */
final class CallLowering {
    private final ExprLowering expressions;
    private final HandlerLowering handlers;

    CallLowering(ExprLowering expressions, HandlerLowering handlers) {
        this.expressions = expressions;
        this.handlers = handlers;
    }

    /** @param result the local variable that takes the answer, or {@link org.lwkt.runtime.program.Statement#NOWHERE} */
    void lower(AnsweringCall call, int result, ProgramBuilder out) {
        switch (call) {
            case Create it ->
                out.callInto(
                        result,
                        Opcode.CREATE,
                        expressions.reference(it.getThread()),
                        it.getCpu() == null ? Expr.ask(Question.CPU) : expressions.lower(it.getCpu()));
            case MessageAnswer it -> new MessageLowering(expressions).lower(it, result, out);
            case TryCall it -> tryCall(it, result, out);
            case Lockmgr it ->
                out.callInto(
                        result,
                        Opcode.LOCKMGR,
                        expressions.reference(it.getLock()),
                        Expr.constant(KernelFlags.value(it.getFlags())),
                        limit(it.getTimeout()));
            case Tsleep it -> sleep(it, result, out);
            case IpiSend it -> handlers.lower(it, result, out);
            case HandlerTry it -> handlers.lower(it, result, out);
            case LwktSleep it ->
                out.callInto(result, Opcode.LWKT_SLEEP, Expr.constant(KernelFlags.value(it.getFlags())));
            default ->
                throw new IllegalStateException(
                        "a call that cannot be lowered: " + call.eClass().getName());
        }
    }

    private void tryCall(TryCall call, int result, ProgramBuilder out) {
        if (call.getToken() != null) {
            out.callInto(result, Opcode.TRYTOKEN, expressions.reference(call.getToken()));
        } else if (call.getSpinlock() != null) {
            out.callInto(result, Opcode.SPIN_TRYLOCK, expressions.reference(call.getSpinlock()));
        } else {
            out.callInto(result, Opcode.SERIALIZE_TRY, expressions.reference(call.getSerializer()));
        }
    }

    private void sleep(Tsleep sleep, int result, ProgramBuilder out) {
        Expr channel = expressions.reference(sleep.getChannel());
        Expr flags = Expr.constant(KernelFlags.value(sleep.getFlags()));
        Expr timeout = limit(sleep.getTimeout());
        if (sleep.getSpinlock() != null) {
            out.callInto(result, Opcode.SSLEEP, channel, expressions.reference(sleep.getSpinlock()), flags, timeout);
        } else if (sleep.getSerializer() != null) {
            out.callInto(result, Opcode.ZSLEEP, channel, expressions.reference(sleep.getSerializer()), flags, timeout);
        } else if (sleep.getLock() != null) {
            out.callInto(result, Opcode.LKSLEEP, channel, expressions.reference(sleep.getLock()), flags, timeout);
        } else {
            out.callInto(result, Opcode.TSLEEP, channel, flags, timeout);
        }
    }

    private Expr limit(Expression timeout) {
        return timeout == null ? Expr.ZERO : expressions.lower(timeout);
    }
}
