// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.util.function.Consumer;
import org.lwkt.dsl.lowering.BodySink;
import org.lwkt.runtime.source.SourcePosition;

/** Prints the calls that build a body. */
final class BodyPrinter implements BodySink {
    private final StatementWriter out;
    private String at = "";

    BodyPrinter(StatementWriter out) {
        this.out = out;
    }

    @Override
    public void at(SourcePosition position) {
        at = "at(" + position.line() + ", " + position.column() + ").";
    }

    @Override
    public void run(long durationNs) {
        print("run(" + JavaText.number(durationNs) + ")");
    }

    @Override
    public void yieldThread() {
        print("yieldThread()");
    }

    @Override
    public void yieldQuick() {
        print("yieldQuick()");
    }

    @Override
    public void switchThread() {
        print("switchThread()");
    }

    @Override
    public void awaitInterrupt() {
        print("awaitInterrupt()");
    }

    @Override
    public void critical(Consumer<BodySink> body) {
        block("critical(", body);
    }

    @Override
    public void schedule(int thread) {
        print("schedule(" + thread + ")");
    }

    @Override
    public void deschedule(int thread) {
        print("deschedule(" + thread + ")");
    }

    @Override
    public void setPrioritySelf(int priority) {
        print("setPrioritySelf(" + priority + ")");
    }

    @Override
    public void migrateCpu(int cpu) {
        print("migrateCpu(" + cpu + ")");
    }

    @Override
    public void exit() {
        print("exit()");
    }

    @Override
    public void repeat(long turns, Consumer<BodySink> body) {
        block("repeat(" + JavaText.number(turns) + ", ", body);
    }

    @Override
    public void forever(Consumer<BodySink> body) {
        block("forever(", body);
    }

    private void print(String call) {
        out.statement(at + call);
    }

    private void block(String call, Consumer<BodySink> body) {
        StatementWriter inner = out.open(at + call);
        body.accept(new BodyPrinter(inner));
        out.close();
    }
}
