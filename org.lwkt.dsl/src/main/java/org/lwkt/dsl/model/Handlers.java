// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.AnsweringCall;
import org.lwkt.dsl.lwkt.Assignment;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.CpusyncCall;
import org.lwkt.dsl.lwkt.HandlerCall;
import org.lwkt.dsl.lwkt.HandlerTry;
import org.lwkt.dsl.lwkt.IpiSend;
import org.lwkt.dsl.lwkt.SetCall;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.VariableDeclaration;

/** The bodies that calls give to the kernel to run elsewhere. They are no part of what the calling thread runs. */
public final class Handlers {
    private Handlers() {}

    /** The call in the statement whose answer is kept, or the statement itself. */
    public static EObject callOf(Statement statement) {
        AnsweringCall call = switch (statement) {
            case VariableDeclaration it -> it.getCall();
            case Assignment it -> it.getCall();
            default -> null;
        };
        return call == null ? statement : call;
    }

    /** The handler that the statement gives to the kernel, or {@code null}. */
    public static Block of(Statement statement) {
        return ofCall(callOf(statement));
    }

    /** The handler of a call, or {@code null} where it has none. */
    public static Block ofCall(EObject call) {
        return switch (call) {
            case IpiSend it -> it.getHandler();
            case SetCall it -> it.getHandler();
            case CpusyncCall it -> it.getHandler();
            case HandlerCall it -> it.getHandler();
            case HandlerTry it -> it.getHandler();
            case null, default -> null;
        };
    }

    /** All blocks in a statement: those that its thread runs, and a handler. */
    public static List<Block> allBlocksOf(Statement statement) {
        Block handler = of(statement);
        if (handler == null) {
            return Flow.blocksOf(statement);
        }
        List<Block> blocks = new ArrayList<>(Flow.blocksOf(statement));
        blocks.add(handler);
        return blocks;
    }

    /** The innermost handler around a part of a body, or {@code null}. */
    public static Block around(EObject part) {
        for (EObject it = part; it != null; it = it.eContainer()) {
            if (it instanceof Block block && ofCall(block.eContainer()) == block) {
                return block;
            }
        }
        return null;
    }

    /** Whether it runs in an interrupt of the CPU that it is sent to, and not on the thread that gives it to the kernel. */
    public static boolean isInterrupt(Block handler) {
        EObject call = handler.eContainer();
        return !(call instanceof HandlerCall || call instanceof HandlerTry);
    }
}
