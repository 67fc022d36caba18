// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import org.lwkt.dsl.lwkt.AbortMessage;
import org.lwkt.dsl.lwkt.DoMessage;
import org.lwkt.dsl.lwkt.DropMessage;
import org.lwkt.dsl.lwkt.Flags;
import org.lwkt.dsl.lwkt.ForwardMessage;
import org.lwkt.dsl.lwkt.GetPort;
import org.lwkt.dsl.lwkt.MessageAnswer;
import org.lwkt.dsl.lwkt.MessageStatement;
import org.lwkt.dsl.lwkt.ReplyMessage;
import org.lwkt.dsl.lwkt.SendMessage;
import org.lwkt.dsl.lwkt.WaitMessage;
import org.lwkt.dsl.lwkt.WaitPort;
import org.lwkt.dsl.model.KernelFlags;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.ProgramBuilder;

/** The calls of lwkt_msgport.c. */
final class MessageLowering {
    private final ExprLowering expressions;

    MessageLowering(ExprLowering expressions) {
        this.expressions = expressions;
    }

    void lower(MessageStatement statement, ProgramBuilder out) {
        switch (statement) {
            case SendMessage it ->
                out.call(Opcode.SENDMSG, expressions.reference(it.getPort()), expressions.reference(it.getMessage()));
            case ReplyMessage it ->
                out.call(
                        Opcode.REPLYMSG,
                        expressions.reference(it.getMessage()),
                        it.getError() == null ? Expr.ZERO : expressions.lower(it.getError()));
            case AbortMessage it -> out.call(Opcode.ABORTMSG, expressions.reference(it.getMessage()));
            default ->
                throw new IllegalStateException("a statement that cannot be lowered: "
                        + statement.eClass().getName());
        }
    }

    /** @param result as of {@link CallLowering#lower} */
    void lower(MessageAnswer call, int result, ProgramBuilder out) {
        switch (call) {
            case DoMessage it ->
                out.callInto(
                        result,
                        Opcode.DOMSG,
                        expressions.reference(it.getPort()),
                        expressions.reference(it.getMessage()),
                        flags(it.getFlags()));
            case ForwardMessage it ->
                out.callInto(
                        result,
                        Opcode.FORWARDMSG,
                        expressions.reference(it.getPort()),
                        expressions.reference(it.getMessage()));
            case GetPort it -> out.callInto(result, Opcode.GETPORT, expressions.reference(it.getPort()));
            case WaitPort it ->
                out.callInto(result, Opcode.WAITPORT, expressions.reference(it.getPort()), flags(it.getFlags()));
            case WaitMessage it ->
                out.callInto(result, Opcode.WAITMSG, expressions.reference(it.getMessage()), flags(it.getFlags()));
            case DropMessage it -> out.callInto(result, Opcode.DROPMSG, expressions.reference(it.getMessage()));
            default ->
                throw new IllegalStateException(
                        "a call that cannot be lowered: " + call.eClass().getName());
        }
    }

    private static Expr flags(Flags flags) {
        return Expr.constant(KernelFlags.value(flags));
    }
}
