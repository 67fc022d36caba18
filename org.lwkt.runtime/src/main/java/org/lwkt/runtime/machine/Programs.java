// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/** What runs programs, put together: the interpreter of thread bodies, and that of handlers. */
final class Programs {
    final Interpreter interpreter;
    final HandlerRuns handlers;
    final Evaluator evaluator;

    Programs(
            MachineSpec spec,
            SimClock clock,
            StepCounter steps,
            ThreadTable threads,
            Resources resources,
            KernelEvents events,
            Costs costs,
            MachineObserver observer,
            CommandLog log) {
        Questions questions = new Questions(clock, threads, resources);
        evaluator = new Evaluator(new Draws(spec.seed()), questions);
        Operands operands = new Operands(evaluator, threads, resources, spec.hz(), spec.cpus(), log);
        ControlFlow control = new ControlFlow(evaluator, clock, observer, events);
        LockCalls locks = new LockCalls(operands);
        IpiCalls ipis = new IpiCalls(operands);
        KernelCalls calls = new KernelCalls(
                clock,
                new SchedulingCalls(
                        operands, events, clock, observer, new CreateCall(operands, threads, events, observer, log)),
                new TokenCalls(operands),
                locks,
                new SleepCalls(operands),
                ipis,
                new MessageCalls(operands, resources, clock, log),
                new UserCalls(operands, costs),
                log);
        handlers = new HandlerRuns(steps, control, calls, log);
        locks.handlers = handlers;
        ipis.handlers = handlers;
        interpreter = new Interpreter(clock, steps, control, operands, calls, observer, log);
    }
}
