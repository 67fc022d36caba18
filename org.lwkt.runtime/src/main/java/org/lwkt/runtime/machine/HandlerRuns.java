// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.program.Statement;
import org.lwkt.runtime.snapshot.Unhashed;

/**
 * Runs handlers where the kernel calls them: on whatever thread is current there, often in an interrupt, where the kernel
 * panics if they block. All instructions happen at the instant of the call; what they run keeps the CPU busy afterwards.
 */
final class HandlerRuns {
    private final StepCounter steps;
    private final ControlFlow control;
    private final KernelCalls calls;
    private final CommandLog log;

    @Unhashed
    private HandlerRun free;
    /** Whose instruction runs at this moment, or null: for the line of a panic. */
    @Unhashed
    private HandlerRun running;

    HandlerRuns(StepCounter steps, ControlFlow control, KernelCalls calls, CommandLog log) {
        this.steps = steps;
        this.control = control;
        this.calls = calls;
        this.log = log;
    }

    /** The handler that was running when something was thrown, or null. */
    HandlerRun running() {
        return running;
    }

    Flow start(GlobalData gd, HandlerCall call) {
        HandlerRun run = free == null ? new HandlerRun(this) : free;
        free = run.nextFree;
        run.begin(call);
        log.handlerStarts(call.owner.index, call.program);
        LwktThread td = gd.curThread();
        run.outerResult = td.result();
        run.outerMessage = td.message();
        return advance(gd, run);
    }

    /** The kernel call of the instruction that ran last is complete. */
    Flow goOn(GlobalData gd, HandlerRun run) {
        calls.complete(gd, run);
        return advance(gd, run);
    }

    private Flow advance(GlobalData gd, HandlerRun run) {
        HandlerRun outer = running;
        running = run;
        Program program = run.program;
        while (steps.take()) {
            int pc = run.pc;
            run.linePc = pc;
            Opcode opcode = program.opcode(pc);
            if (opcode == Opcode.EXIT) {
                break;
            }
            if (!control.step(gd, run, opcode)) {
                run.pc = pc + 1;
                gd.pushContinuation(run, 0);
                log.handlerCalled(run.owner().index, program, pc);
                Flow flow = calls.call(gd, run, opcode, pc);
                running = outer;
                return flow;
            }
        }
        running = outer;
        gd.curThread().restoreAnswer(run.outerResult, run.outerMessage);
        run.nextFree = free;
        free = run;
        return Flow.RETURN;
    }

    /** Whether the instruction stores an answer. */
    static boolean wantsAnswer(Activation activation) {
        return activation.program.result(activation.linePc) != Statement.NOWHERE;
    }
}
