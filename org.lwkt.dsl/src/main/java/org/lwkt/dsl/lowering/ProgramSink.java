// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.function.Consumer;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.source.SourcePosition;

/** Builds the body in memory. */
final class ProgramSink implements BodySink {
    private final ProgramBuilder program;

    ProgramSink(ProgramBuilder program) {
        this.program = program;
    }

    @Override
    public void at(SourcePosition position) {
        program.at(position.line(), position.column());
    }

    @Override
    public void run(long durationNs) {
        program.run(durationNs);
    }

    @Override
    public void yieldThread() {
        program.yieldThread();
    }

    @Override
    public void yieldQuick() {
        program.yieldQuick();
    }

    @Override
    public void switchThread() {
        program.switchThread();
    }

    @Override
    public void awaitInterrupt() {
        program.awaitInterrupt();
    }

    @Override
    public void critical(Consumer<BodySink> body) {
        program.critical(it -> body.accept(this));
    }

    @Override
    public void schedule(int thread) {
        program.schedule(thread);
    }

    @Override
    public void deschedule(int thread) {
        program.deschedule(thread);
    }

    @Override
    public void setPrioritySelf(int priority) {
        program.setPrioritySelf(priority);
    }

    @Override
    public void migrateCpu(int cpu) {
        program.migrateCpu(cpu);
    }

    @Override
    public void exit() {
        program.exit();
    }

    @Override
    public void repeat(long turns, Consumer<BodySink> body) {
        program.repeat(turns, it -> body.accept(this));
    }

    @Override
    public void forever(Consumer<BodySink> body) {
        program.forever(it -> body.accept(this));
    }
}
