// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Program;

/** Executes the instructions of thread bodies: each one kernel call, or the start of a timed segment. */
final class Interpreter {
    private final SimClock clock;
    private final StepCounter steps;
    private final ControlFlow control;
    private final Operands operands;
    private final KernelCalls calls;
    private final MachineObserver observer;
    private final CommandLog log;

    Interpreter(
            SimClock clock,
            StepCounter steps,
            ControlFlow control,
            Operands operands,
            KernelCalls calls,
            MachineObserver observer,
            CommandLog log) {
        this.clock = clock;
        this.steps = steps;
        this.control = control;
        this.operands = operands;
        this.calls = calls;
        this.observer = observer;
        this.log = log;
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
            Opcode opcode = program.opcode(pc);
            switch (opcode) {
                case RUN -> {
                    thread.pc = pc + 1;
                    long durationNs = operands.time(gd, thread, 0);
                    if (durationNs > 0) {
                        thread.restNs = durationNs;
                        return Flow.FETCH;
                    }
                }
                case YIELD -> {
                    thread.pc = pc + 1;
                    thread.resource = Activation.NO_RESOURCE;
                    log.called(gd.cpuId(), thread.index, program, pc);
                    return gd.proceed(gd.scheduler().yieldThread());
                }
                default -> {
                    if (!control.step(gd, thread, opcode)) {
                        thread.pc = pc + 1;
                        return gd.proceed(calls.callOf(gd, thread, opcode, pc));
                    }
                }
            }
        }
        return Flow.FETCH;
    }

    private void arrive(GlobalData gd, SimThread thread) {
        if (thread.waits) {
            resume(gd, thread);
        }
        if (!thread.started) {
            thread.started = true;
            observer.started(clock.nowNs, gd.cpuId(), thread.index);
        }
    }

    /** The thread goes on with its body. */
    void resume(GlobalData gd, SimThread thread) {
        thread.waits = false;
        observer.resumed(clock.nowNs, gd.cpuId(), thread.index);
    }
}
