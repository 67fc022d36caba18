// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.BitSet;
import org.lwkt.runtime.kernel.Continuation;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.InterruptKind;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.SleepQueue;
import org.lwkt.runtime.kernel.WaitChannel;

/**
 * The calls of the kernel that the script makes outside of any thread: from a fast interrupt of a CPU, which waits for the end of a
 * critical section as every interrupt does. Several that wait are made in the order of the script, each once.
 */
final class FastInterrupts {
    /** The interrupt's handler returns. */
    private static final Continuation RETURN =
            (gd, td, operand) -> gd.interrupts().fastLeave();

    private final SimClock clock;
    private final StepCounter steps;
    private final MachineLoad load;
    private final SimThread[] threads;
    private final Resources resources;
    private final KernelEvents events;
    private final MachineObserver observer;
    private final CpuDriver driver;
    private final CommandLog log;
    /** By CPU: places in the script of what waits there. */
    private final BitSet[] waiting;

    private int count;

    FastInterrupts(
            SimClock clock,
            StepCounter steps,
            MachineLoad load,
            SimThread[] threads,
            Resources resources,
            KernelEvents events,
            MachineObserver observer,
            CpuDriver driver,
            CommandLog log,
            int cpus) {
        this.clock = clock;
        this.steps = steps;
        this.load = load;
        this.threads = threads;
        this.resources = resources;
        this.events = events;
        this.observer = observer;
        this.driver = driver;
        this.log = log;
        waiting = new BitSet[cpus];
        for (int cpu = 0; cpu < cpus; cpu++) {
            waiting[cpu] = new BitSet();
        }
    }

    /** Whether interrupts wait on any CPU. */
    boolean areWaiting() {
        return count != 0;
    }

    /** The interrupt for the event at that place of the script arrives. */
    void arrive(SimCpu cpu, int place) {
        ScriptedEvent event = load.script().get(place);
        if (event.kind() == ScriptedEvent.Kind.START) {
            SimThread thread = threads[event.subject()];
            if (thread.ended || thread.started || thread.summoned || thread.waits) {
                return;
            }
            thread.summoned = true;
            if (!thread.user) {
                events.madeRunnable(thread);
            }
        }
        if (!isHeldOff(cpu)) {
            call(cpu, place);
        } else if (!waiting[cpu.id].get(place)) {
            waiting[cpu.id].set(place);
            count++;
            observer.pended(clock.nowNs, cpu.id, events.index(cpu.gd.curThread()), InterruptKind.FAST);
        }
    }

    /** The CPU stands at a wait point: what waited there happens, if it may. Answers whether anything did. */
    boolean release(SimCpu cpu) {
        BitSet places = waiting[cpu.id];
        boolean released = false;
        while (!places.isEmpty() && !isHeldOff(cpu) && steps.take()) {
            int place = places.nextSetBit(0);
            places.clear(place);
            count--;
            call(cpu, place);
            released = true;
        }
        return released;
    }

    /** The idle loop takes what is pended wherever it stands. */
    private static boolean isHeldOff(SimCpu cpu) {
        LwktThread td = cpu.gd.curThread();
        return cpu.stopped || td != cpu.gd.idleThread() && (td.critCount() != 0 || td.nestCount() != 0);
    }

    private void call(SimCpu cpu, int place) {
        ScriptedEvent event = load.script().get(place);
        GlobalData gd = cpu.gd;
        log.scripted(cpu.id, place);
        driver.interrupt(cpu);
        gd.interrupts().fastEnter();
        gd.pushContinuation(RETURN, 0);
        driver.settle(cpu, gd.proceed(event.kind().isWakeup() ? wakeup(gd, event) : start(gd, event)));
    }

    private Flow start(GlobalData gd, ScriptedEvent event) {
        SimThread thread = threads[event.subject()];
        observer.summoned(clock.nowNs, gd.cpuId(), thread.index);
        return thread.user ? gd.lwps().start(thread.td.lwp()) : gd.scheduler().schedule(thread.td);
    }

    private Flow wakeup(GlobalData gd, ScriptedEvent event) {
        SleepQueue queue = gd.sleepQueue();
        WaitChannel channel = (WaitChannel) resources.get(event.subject());
        events.nobodyCalls(true);
        try {
            return event.kind() == ScriptedEvent.Kind.WAKEUP ? queue.wakeup(channel) : queue.wakeupOne(channel);
        } finally {
            events.nobodyCalls(false);
        }
    }
}
