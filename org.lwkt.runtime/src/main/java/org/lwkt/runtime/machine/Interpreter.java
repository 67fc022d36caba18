// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Program;

/** Executes the instructions of thread bodies: each one kernel call, or the start of a timed segment. */
final class Interpreter {
    private final SimClock clock;
    private final StepCounter steps;
    private final SimThread[] threads;
    private final KernelEvents events;
    private final MachineObserver observer;

    Interpreter(SimClock clock, StepCounter steps, SimThread[] threads, KernelEvents events, MachineObserver observer) {
        this.clock = clock;
        this.steps = steps;
        this.threads = threads;
        this.events = events;
        this.observer = observer;
    }

    /**
     * Runs the current thread of {@code gd}, which stands at a fetch, up to its next kernel call and including that, or
     * up to the start of its next segment, whose length is then {@link SimThread#restNs}. Control statements cost
     * nothing and do not end the step, but each counts. Does nothing more once a budget is used up.
     *
     * @return the wait point at which the CPU stands
     */
    Flow step(GlobalData gd, SimThread thread) {
        arrive(gd, thread);
        Program program = thread.program;
        while (steps.take()) {
            int pc = thread.pc;
            thread.linePc = pc;
            switch (program.opcode(pc)) {
                case JUMP -> thread.pc = program.target(pc);
                case SET -> {
                    thread.slots[program.result(pc)] = value(thread, pc, 0);
                    thread.pc = pc + 1;
                }
                case BRANCH -> thread.pc = value(thread, pc, 0) != 0 ? pc + 1 : program.target(pc);
                case LOOP_ENTER -> {
                    long turns = value(thread, pc, 0);
                    thread.slots[program.result(pc)] = turns;
                    thread.pc = turns > 0 ? pc + 1 : program.target(pc);
                }
                case LOOP_NEXT -> thread.pc = --thread.slots[program.result(pc)] > 0 ? program.target(pc) : pc + 1;
                case RUN -> {
                    thread.pc = pc + 1;
                    long durationNs = value(thread, pc, 0);
                    if (durationNs > 0) {
                        thread.restNs = durationNs;
                        return Flow.FETCH;
                    }
                }
                default -> {
                    thread.pc = pc + 1;
                    return gd.proceed(call(gd, thread, pc));
                }
            }
        }
        return Flow.FETCH;
    }

    private static long value(SimThread thread, int pc, int index) {
        return switch (thread.program.argument(pc, index)) {
            case Expr.Constant it -> it.value();
            case Expr other -> throw new IllegalStateException("not a constant: " + other);
        };
    }

    private void arrive(GlobalData gd, SimThread thread) {
        if (thread.waits) {
            resume(thread);
        }
        if (!thread.started) {
            thread.started = true;
            observer.started(clock.nowNs, gd.cpuId(), thread.index);
        }
    }

    /** The thread goes on with its body. */
    void resume(SimThread thread) {
        thread.waits = false;
        observer.resumed(clock.nowNs, thread.index);
    }

    private Flow call(GlobalData gd, SimThread thread, int pc) {
        return switch (thread.program.opcode(pc)) {
            case YIELD -> gd.scheduler().yieldThread();
            case YIELD_QUICK -> gd.scheduler().yieldQuick();
            case SWITCH -> gd.scheduler().switchThread();
            case WAIT -> gd.ithreads().awaitInterrupt();
            case CRIT_ENTER -> {
                gd.critical().enter();
                yield Flow.RETURN;
            }
            case CRIT_EXIT -> gd.critical().exit();
            case SCHEDULE -> schedule(gd, threads[(int) value(thread, pc, 0)]);
            case DESCHEDULE -> gd.scheduler().deschedule(threads[(int) value(thread, pc, 0)].td);
            case SETPRI_SELF -> gd.scheduler().setPrioritySelf((int) value(thread, pc, 0));
            case MIGRATE -> gd.migration().migrateCpu((int) value(thread, pc, 0));
            case EXIT -> exit(gd, thread);
            default -> throw new IllegalStateException("not a kernel call: " + thread.program.opcode(pc));
        };
    }

    private Flow schedule(GlobalData gd, SimThread target) {
        if (target.isDormant()) {
            events.madeRunnable(target);
        }
        return gd.scheduler().schedule(target.td);
    }

    private Flow exit(GlobalData gd, SimThread thread) {
        thread.ended = true;
        observer.ended(clock.nowNs, gd.cpuId(), thread.index);
        return gd.lifecycle().exit();
    }
}
