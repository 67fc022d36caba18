// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Continuation;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.snapshot.Unhashed;

/**
 * Brings each CPU from one wait point of the kernel to the next and decides when it goes on by itself: at the end of a
 * segment or of what a step cost, or with its next polling turn. Interrupts arrive between {@link #interrupt} and {@link
 * #settle}.
 */
final class CpuDriver {
    /** Stops a CPU that is stopped when it has handled an interrupt: the stop loop goes on. */
    private static final Continuation STOP_LOOP = (gd, td, operand) -> Flow.IDLE;

    private final SimClock clock;
    private final StepCounter steps;
    private final EventQueue queue;
    private final int firstSlot;
    private final Costs costs;
    private final StopLoop stopLoop;
    private final Interpreter interpreter;
    private final CommandLog log;
    /** Whose instruction ran last, on any CPU. */
    @Unhashed
    private SimThread lastThread;

    /** @param firstSlot of the queue, for the progress of CPU 0 */
    CpuDriver(
            SimClock clock,
            StepCounter steps,
            EventQueue queue,
            int firstSlot,
            Costs costs,
            StopLoop stopLoop,
            Interpreter interpreter,
            CommandLog log) {
        this.clock = clock;
        this.steps = steps;
        this.queue = queue;
        this.firstSlot = firstSlot;
        this.costs = costs;
        this.stopLoop = stopLoop;
        this.interpreter = interpreter;
        this.log = log;
    }

    /** Whose instruction ran last, on any CPU; null before the first. */
    SimThread lastThread() {
        return lastThread;
    }

    /** Boot is over: whoever waits is switched to at time 0, behind what arrives then. */
    void start(SimCpu cpu) {
        if (cpu.gd.lwktReschedWanted()) {
            goesOnAt(cpu, 0);
        }
    }

    /** An interrupt arrives: what is left of a segment is kept with its thread. */
    void interrupt(SimCpu cpu) {
        costs.charge(cpu.id, costs.interruptNs);
        if (cpu.stopped) {
            cpu.gd.pushContinuation(STOP_LOOP, 0);
        } else {
            keepRest(cpu);
        }
    }

    private void keepRest(SimCpu cpu) {
        if (cpu.at == Flow.FETCH) {
            cpu.thread.restNs = cpu.workNs(cpu.dueNs - clock.nowNs);
        } else if (cpu.at == Flow.IDLE && cpu.busyUntilNs > clock.nowNs) {
            costs.charge(cpu.id, cpu.workNs(cpu.busyUntilNs - clock.nowNs));
        }
    }

    /** The CPU's segment is over, or it takes its next polling turn. */
    void goOn(SimCpu cpu) {
        if (cpu.stopped) {
            stopTurn(cpu);
        } else if (cpu.at == Flow.FETCH) {
            SimThread thread = cpu.thread;
            lastThread = thread;
            Flow at = interpreter.step(cpu.gd, thread);
            if (thread.restNs == 0) {
                costs.charge(cpu.id, costs.kernelCallNs);
            }
            settle(cpu, at);
        } else if (steps.take()) {
            log.polled(cpu.id);
            settle(cpu, cpu.gd.proceed(Flow.RETURN));
        }
    }

    /** The CPU stands at a wait point: decides when it goes on by itself. */
    void settle(SimCpu cpu, Flow at) {
        long owedNs = costs.take(cpu.id);
        if (cpu.stopped) {
            stopLoop.look(cpu.gd);
            return;
        }
        switch (at) {
            case FETCH -> {
                SimThread thread = (SimThread) cpu.gd.curThread().body();
                cpu.thread = thread;
                cpu.at = at;
                if (thread.restNs > 0 && thread.waits) {
                    interpreter.resume(cpu.gd, thread);
                }
                thread.restNs = SimTime.plus(thread.restNs, owedNs);
                goesOnAt(cpu, SimTime.plus(clock.nowNs, cpu.durationNs(thread.restNs)));
                // From now on the time of the event says it.
                thread.restNs = 0;
            }
            case SPIN -> spins(cpu, owedNs);
            case IDLE -> {
                cpu.at = at;
                cpu.busyUntilNs = owedNs == 0 ? 0 : SimTime.plus(clock.nowNs, cpu.durationNs(owedNs));
                if (cpu.gd.lwktReschedWanted()) {
                    goesOnAt(cpu, SimTime.plus(clock.nowNs, cpu.durationNs(owedNs + costs.pollNs)));
                } else {
                    queue.cancel(firstSlot + cpu.id);
                }
            }
            case RETURN -> throw new IllegalStateException("not a wait point: " + at);
        }
    }

    /** An interrupt that arrives in a spin is pended there and lengthens the turn by no more than its cost. */
    private void spins(SimCpu cpu, long owedNs) {
        boolean sameTurn = cpu.at == Flow.SPIN && cpu.spinner == cpu.gd.curThread() && cpu.dueNs > clock.nowNs;
        cpu.at = Flow.SPIN;
        cpu.spinner = cpu.gd.curThread();
        long turnEndNs = sameTurn ? cpu.dueNs : SimTime.plus(clock.nowNs, cpu.durationNs(costs.pollNs));
        goesOnAt(cpu, SimTime.plus(turnEndNs, cpu.durationNs(owedNs)));
    }

    private void goesOnAt(SimCpu cpu, long timeNs) {
        cpu.dueNs = timeNs;
        queue.schedule(firstSlot + cpu.id, timeNs, EventKind.PROGRESS, cpu.id, 0);
    }

    /** An interrupt that nobody handles: an idle CPU is no longer halted, another goes on. Follows {@link #interrupt}. */
    void spurious(SimCpu cpu) {
        if (cpu.stopped || cpu.at == Flow.IDLE) {
            log.polled(cpu.id);
            settle(cpu, cpu.gd.proceed(Flow.RETURN));
        } else {
            settle(cpu, cpu.at);
        }
    }

    /** From now on the CPU takes that much time for what it does. */
    void setSpeed(SimCpu cpu, int percent) {
        boolean runs = !cpu.stopped && cpu.at == Flow.FETCH;
        if (runs) {
            keepRest(cpu);
        }
        cpu.percent = percent;
        if (runs) {
            settle(cpu, cpu.at);
        }
    }

    /** The IPI that stops CPUs arrives. It is not held off by critical sections. */
    void stop(SimCpu cpu) {
        keepRest(cpu);
        cpu.gd.interrupts().cpuStop();
        cpu.stopped = true;
        stopLoop.enter(cpu.gd);
    }

    private void stopTurn(SimCpu cpu) {
        stopLoop.turn(cpu.gd);
        if (steps.take()) {
            cpu.gd.pushContinuation(STOP_LOOP, 0);
            settle(cpu, cpu.gd.proceed(cpu.gd.interrupts().cpuStopTurn()));
        }
    }

    /** A stopped CPU is told to go on. */
    void restart(SimCpu cpu) {
        stopLoop.leave(cpu.gd);
        cpu.stopped = false;
        settle(cpu, cpu.gd.proceed(cpu.gd.interrupts().cpuRestart()));
    }
}
