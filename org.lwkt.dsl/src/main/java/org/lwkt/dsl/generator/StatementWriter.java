// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

/** Writes the statements of one block one after the other, and moves to another method when the one it writes to is full. */
final class StatementWriter {
    private final MethodPool pool;
    private JavaMethod method;
    private String builder;
    private int depth;

    /** @param builder the name of the builder in this block */
    StatementWriter(MethodPool pool, JavaMethod method, String builder, int depth) {
        this.pool = pool;
        this.method = method;
        this.builder = builder;
        this.depth = depth;
    }

    /**
     * {@code builder.call;}.
     *
     * @param weight how much it is: 1 for a call with few arguments
     */
    void statement(String call, int weight) {
        makeRoom(weight);
        method.add(depth, builder + "." + call + ";");
    }

    /**
     * {@code builder.call(argument, body -> {}; the block is to be written with the result, and then {@link #close}d.
     *
     * @param call up to what comes before the body
     */
    StatementWriter open(String call, int weight) {
        makeRoom(weight);
        method.add(depth, builder + "." + call + inner() + " -> {");
        return new StatementWriter(pool, method, inner(), depth + 1);
    }

    /** The next body of the call that was opened. */
    StatementWriter next() {
        method.add(depth, "}, " + inner() + " -> {");
        return new StatementWriter(pool, method, inner(), depth + 1);
    }

    /** @param arguments that follow the last body, or empty */
    void close(String arguments) {
        method.add(depth, "}" + arguments + ");");
    }

    private String inner() {
        return "body" + (depth + 2);
    }

    private void makeRoom(int weight) {
        if (method.statements() >= MethodPool.STATEMENTS_PER_METHOD) {
            JavaMethod next = pool.continuationOf(method);
            method.add(depth, next.qualifiedName() + "(" + builder + ");");
            method = next;
            builder = next.parameter();
            depth = 0;
        }
        method.countStatements(weight);
    }
}
