// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/** What reaches a CPU from outside: ticks, IPIs and what the script says. */
final class Arrivals {
    private final SimClock clock;
    private final StepCounter steps;
    private final Costs costs;
    private final Timers timers;
    private final Callouts callouts;
    private final SoftClock[] softClocks;
    private final IpiDelivery ipis;
    private final SimThread[] threads;
    private final KernelEvents events;
    private final MachineObserver observer;
    private final CpuDriver driver;
    private final FastInterrupts fast;
    private final CommandLog log;

    Arrivals(
            SimClock clock,
            StepCounter steps,
            Costs costs,
            Timers timers,
            Callouts callouts,
            SoftClock[] softClocks,
            IpiDelivery ipis,
            SimThread[] threads,
            KernelEvents events,
            MachineObserver observer,
            CpuDriver driver,
            FastInterrupts fast,
            CommandLog log) {
        this.clock = clock;
        this.steps = steps;
        this.costs = costs;
        this.timers = timers;
        this.callouts = callouts;
        this.softClocks = softClocks;
        this.ipis = ipis;
        this.threads = threads;
        this.events = events;
        this.observer = observer;
        this.driver = driver;
        this.fast = fast;
        this.log = log;
    }

    void tick(SimCpu cpu) {
        int current = events.index(cpu.gd.curThread());
        if (!timers.due(cpu.id, current) || !steps.take()) {
            return;
        }
        observer.ticked(clock.nowNs, cpu.id, current);
        log.tick(cpu.id);
        ipis.ticked(cpu.id);
        driver.interrupt(cpu);
        costs.charge(cpu.id, costs.tickNs);
        long seconds = clock.nowNs / SimTime.NS_PER_S;
        cpu.gd.setClockSeconds(seconds);
        driver.settle(cpu, cpu.gd.proceed(cpu.gd.interrupts().timer()));
        if (callouts.tick(cpu.gd)) {
            driver.interrupt(cpu);
            driver.settle(cpu, cpu.gd.proceed(callouts.fire(cpu.gd)));
        }
        if (softClocks[cpu.id].tick(cpu.gd, seconds)) {
            driver.interrupt(cpu);
            driver.settle(cpu, cpu.gd.proceed(softClocks[cpu.id].wakeup(cpu.gd)));
        }
    }

    /** The timer of a livelocked interrupt goes off. */
    void livelockTimer(SimCpu cpu, SimThread thread) {
        if (steps.take()) {
            log.livelockTimer(cpu.id, thread.index);
            driver.interrupt(cpu);
            driver.settle(cpu, cpu.gd.proceed(cpu.gd.interrupts().livelockTimer(thread.interrupts)));
        }
    }

    void ipi(SimCpu cpu) {
        if (steps.take()) {
            log.ipi(cpu.id);
            driver.interrupt(cpu);
            driver.settle(cpu, cpu.gd.proceed(cpu.gd.interrupts().ipi()));
        }
    }

    /** @param place of the event in the script */
    void scripted(SimCpu cpu, ScriptedEvent event, int place) {
        if (!steps.take()) {
            return;
        }
        if (event.kind() == ScriptedEvent.Kind.INTERRUPT) {
            device(cpu, threads[event.subject()], place);
            return;
        }
        observer.scripted(clock.nowNs, place);
        switch (event.kind()) {
            case START, WAKEUP, WAKEUP_ONE -> fast.arrive(cpu, place);
            case SPURIOUS_INTERRUPT -> {
                report(cpu, FaultKind.SPURIOUS_INTERRUPT);
                driver.interrupt(cpu);
                driver.spurious(cpu);
            }
            case STOP_CPU -> {
                if (!cpu.stopped) {
                    report(cpu, FaultKind.CPU_STOP);
                    log.scripted(cpu.id, place);
                    driver.stop(cpu);
                }
            }
            case RESTART_CPU -> {
                if (cpu.stopped) {
                    report(cpu, FaultKind.CPU_RESTART);
                    log.scripted(cpu.id, place);
                    driver.restart(cpu);
                }
            }
            case INTERRUPT -> throw new IllegalStateException("handled above");
        }
    }

    private void report(SimCpu cpu, FaultKind kind) {
        observer.faulted(clock.nowNs, cpu.id, events.index(cpu.gd.curThread()), kind, 0, Faults.NONE);
    }

    private void device(SimCpu cpu, SimThread thread, int place) {
        observer.interrupted(clock.nowNs, cpu.id, thread.index, place, thread.ended);
        if (thread.ended) {
            return;
        }
        if (thread.isDormant()) {
            events.madeRunnable(thread);
        }
        log.scripted(cpu.id, place);
        driver.interrupt(cpu);
        driver.settle(cpu, cpu.gd.proceed(cpu.gd.interrupts().device(thread.interrupts)));
    }
}
