// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.Arrays;
import java.util.List;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.KernelPanic;
import org.lwkt.runtime.kernel.Sysctls;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.snapshot.Unhashed;
import org.lwkt.runtime.source.SourcePosition;

/**
 * CPUs in virtual time: decides which CPU the kernel drives on and when, and when an interrupt reaches it. Each event of
 * the queue is handled to the end, which leaves its CPU at a wait point of the kernel; {@link #settle} then says when
 * that CPU goes on by itself. All state hangs on this object; machines share nothing.
 */
public final class Machine {
    /** What one turn of a polling loop takes. */
    static final long POLL_NS = 100;

    /** How many events pass between two looks at the cancel signal. */
    private static final int CANCEL_INTERVAL = 1024;

    private final MachineConfig config;
    private final MachineObserver observer;
    private final Limits limits;

    private final SimClock clock = new SimClock();
    private final StepCounter steps;
    private final EventQueue queue;
    private final HardClock hardClock;
    private final IpiDelivery ipis;
    private final ScriptedInterrupts scripted;
    private final LivelockTimers livelocks;
    private final KernelEvents events;
    private final ThreadTable table;
    private final Resources resources;
    private final Callouts callouts;
    private final Programs programs;
    private final Interpreter interpreter;
    private final Kernel kernel;
    private final SimCpu[] cpus;
    private final SimThread[] threads;

    // Slots of the queue: the tick of each CPU, the progress of each CPU, the script, livelocks, IPIs under way.
    private final int firstProgress;
    private final int firstScripted;
    private final int firstLivelock;
    private final int firstIpi;

    /** The event being handled and its CPU, for the report of how a run ended. */
    @Unhashed
    private int slot;

    @Unhashed
    private SimCpu active;
    /** Whose instruction ran last, on any CPU. */
    @Unhashed
    private SimThread lastThread;

    @Unhashed
    private int untilCancelCheck;

    private boolean booted;
    /** How the run ended; null while it goes on. */
    private RunEnd end;

    public Machine(MachineConfig config, Limits limits, MachineObserver observer) {
        this.config = config;
        this.limits = limits;
        this.observer = observer;
        int ncpus = config.cpus();
        firstProgress = ncpus;
        firstScripted = 2 * ncpus;
        threads = threads(config.threads());
        SimThread[] handlers = Arrays.stream(threads)
                .filter(it -> it.config.interrupt() && it.config.start() != ThreadConfig.Start.TEMPLATE)
                .toArray(SimThread[]::new);
        firstLivelock = firstScripted + config.interrupts().size();
        firstIpi = firstLivelock + handlers.length;
        steps = new StepCounter(limits.steps(), limits.stepsAtOneInstant());
        queue = new EventQueue(firstIpi + ncpus, new FixedOrder());
        hardClock = new HardClock(config.hz(), ncpus);
        ipis = new IpiDelivery(queue, firstIpi, config.ipiLatencyNs());
        scripted = new ScriptedInterrupts(queue, firstScripted, config.interrupts(), threads);
        livelocks = new LivelockTimers(queue, firstLivelock, handlers);
        table = new ThreadTable(threads, ncpus);
        resources = new Resources(config.resources());
        callouts = new Callouts(clock, observer, ncpus);
        events = new KernelEvents(clock, observer, ipis, livelocks, resources, callouts, threads.length);
        programs = new Programs(config, clock, steps, table, resources, events, observer);
        interpreter = programs.interpreter;
        kernel = new Kernel(ncpus, true, new Sysctls(), new NoUserThreads(), events);
        cpus = new SimCpu[ncpus];
        for (int cpu = 0; cpu < ncpus; cpu++) {
            cpus[cpu] = new SimCpu(kernel.cpu(cpu));
        }
        active = cpus[0];
    }

    private static SimThread[] threads(List<ThreadConfig> configs) {
        SimThread[] threads = new SimThread[configs.size()];
        for (int index = 0; index < threads.length; index++) {
            threads[index] = new SimThread(index, configs.get(index));
        }
        return threads;
    }

    /** Instructions, interrupts, deliveries and polling turns so far. */
    public long steps() {
        return steps.steps();
    }

    /** Virtual time of the event handled last; the horizon once it is reached. */
    public long timeNs() {
        return clock.nowNs;
    }

    /** Runs to the end, from boot or from where it stands. */
    public RunEnd run() {
        boot();
        while (end == null) {
            goOn();
        }
        return end;
    }

    /**
     * Boots, unless that is done, and handles all events before {@code timeNs}. Where a run is interrupted in this way
     * changes nothing of it.
     *
     * @return how the run ended, or null where it goes on at or after that time
     */
    public RunEnd runTo(long timeNs) {
        boot();
        while (end == null && !isAt(timeNs)) {
            goOn();
        }
        return end;
    }

    /**
     * Boots, unless that is done, and handles one event.
     *
     * @return how the run ended, or null where it goes on
     */
    public RunEnd step() {
        boot();
        if (end == null) {
            goOn();
        }
        return end;
    }

    private boolean isAt(long timeNs) {
        return !isQuiescent() && queue.firstTimeNs() >= timeNs && queue.firstTimeNs() < config.horizonNs();
    }

    private void goOn() {
        try {
            end = handleNext();
        } catch (KernelPanic panic) {
            end = panicked(panic);
        } catch (ScriptError error) {
            end = failed(error);
        }
    }

    private void boot() {
        if (booted) {
            return;
        }
        booted = true;
        try {
            new Boot(kernel).run(threads);
            resources.make(kernel, table);
            start();
        } catch (KernelPanic panic) {
            end = panicked(panic);
        }
    }

    private void start() {
        events.bootIsOver();
        for (SimCpu cpu : cpus) {
            queue.schedule(cpu.id, hardClock.nextNs(cpu.id), EventKind.TIMER, cpu.id, 0);
            // Whoever waits at boot is switched to at time 0, behind what arrives then.
            if (cpu.gd.lwktReschedWanted()) {
                goesOnAt(cpu, 0);
            }
        }
        scripted.start();
    }

    /** Only ticks are left, and they will find nothing. */
    private boolean isQuiescent() {
        return queue.size() <= cpus.length && !callouts.isArmed();
    }

    private RunEnd handleNext() {
        if (isQuiescent()) {
            return undisturbed(RunEnd.Reason.QUIESCENT);
        }
        long timeNs = queue.firstTimeNs();
        if (timeNs >= config.horizonNs()) {
            clock.nowNs = config.horizonNs();
            return undisturbed(RunEnd.Reason.HORIZON);
        }
        if (timeNs != clock.nowNs) {
            clock.nowNs = timeNs;
            steps.newInstant();
        }
        handleFirst();
        if (steps.isOver()) {
            return disturbed(RunEnd.Reason.BUDGET, steps.overText());
        }
        String exhausted = observer.exhausted();
        if (exhausted != null) {
            return disturbed(RunEnd.Reason.BUDGET, exhausted);
        }
        return isCancelled() ? disturbed(RunEnd.Reason.CANCELLED, "") : null;
    }

    private boolean isCancelled() {
        if (untilCancelCheck-- > 0) {
            return false;
        }
        untilCancelCheck = CANCEL_INTERVAL;
        return limits.cancelled().getAsBoolean();
    }

    private void handleFirst() {
        slot = queue.firstSlot();
        if (slot < firstProgress) {
            tick(cpus[slot]);
        } else if (slot < firstScripted) {
            goOn(cpus[slot - firstProgress]);
        } else if (slot < firstLivelock) {
            device(cpus[scripted.cpu(slot)]);
        } else if (slot < firstIpi) {
            livelockTimer(cpus[livelocks.cpu(slot)]);
        } else {
            ipi(cpus[ipis.arrive(slot)]);
        }
    }

    private void tick(SimCpu cpu) {
        active = cpu;
        hardClock.advance(cpu.id);
        queue.schedule(cpu.id, hardClock.nextNs(cpu.id), EventKind.TIMER, cpu.id, 0);
        if (steps.take()) {
            observer.ticked(clock.nowNs, cpu.id, events.index(cpu.gd.curThread()));
            interrupt(cpu);
            cpu.gd.setClockSeconds(clock.nowNs / SimTime.NS_PER_S);
            settle(cpu, cpu.gd.proceed(cpu.gd.interrupts().timer()));
            if (callouts.tick(cpu.gd)) {
                interrupt(cpu);
                settle(cpu, cpu.gd.proceed(callouts.softclock(cpu.gd)));
            }
        }
    }

    private void device(SimCpu cpu) {
        active = cpu;
        SimThread thread = threads[scripted.config(slot).thread()];
        scripted.advance(slot);
        if (!steps.take()) {
            return;
        }
        observer.interrupted(clock.nowNs, cpu.id, thread.index, slot - firstScripted, thread.ended);
        if (thread.ended) {
            return;
        }
        if (thread.isDormant()) {
            events.madeRunnable(thread);
        }
        interrupt(cpu);
        settle(cpu, cpu.gd.proceed(cpu.gd.interrupts().device(thread.interrupts)));
    }

    private void livelockTimer(SimCpu cpu) {
        active = cpu;
        SimThread thread = livelocks.goesOff(slot);
        if (thread != null && steps.take()) {
            interrupt(cpu);
            settle(cpu, cpu.gd.proceed(cpu.gd.interrupts().livelockTimer(thread.interrupts)));
        }
    }

    private void ipi(SimCpu cpu) {
        active = cpu;
        if (steps.take()) {
            interrupt(cpu);
            settle(cpu, cpu.gd.proceed(cpu.gd.interrupts().ipi()));
        }
    }

    /** An interrupt arrives: what is left of a segment is kept with its thread. */
    private void interrupt(SimCpu cpu) {
        if (cpu.at == Flow.FETCH) {
            cpu.thread.restNs = cpu.dueNs - clock.nowNs;
        }
    }

    /** The CPU's segment is over, or it takes its next polling turn. */
    private void goOn(SimCpu cpu) {
        active = cpu;
        if (cpu.at == Flow.FETCH) {
            SimThread thread = cpu.thread;
            lastThread = thread;
            settle(cpu, interpreter.step(cpu.gd, thread));
        } else if (steps.take()) {
            settle(cpu, cpu.gd.proceed(Flow.RETURN));
        }
    }

    /** The CPU stands at a wait point: decides when it goes on by itself. */
    private void settle(SimCpu cpu, Flow at) {
        switch (at) {
            case FETCH -> {
                SimThread thread = (SimThread) cpu.gd.curThread().body();
                cpu.thread = thread;
                cpu.at = at;
                if (thread.restNs > 0 && thread.waits) {
                    interpreter.resume(thread);
                }
                goesOnAt(cpu, SimTime.plus(clock.nowNs, thread.restNs));
                // From now on the time of the event says it.
                thread.restNs = 0;
            }
            case SPIN -> spins(cpu);
            case IDLE -> {
                cpu.at = at;
                if (cpu.gd.lwktReschedWanted()) {
                    goesOnAt(cpu, SimTime.plus(clock.nowNs, POLL_NS));
                } else {
                    queue.cancel(firstProgress + cpu.id);
                }
            }
            case RETURN -> throw new IllegalStateException("not a wait point: " + at);
        }
    }

    /** An interrupt that arrives in a spin is pended there and does not lengthen the turn. */
    private void spins(SimCpu cpu) {
        boolean sameTurn = cpu.at == Flow.SPIN && cpu.spinner == cpu.gd.curThread() && cpu.dueNs > clock.nowNs;
        cpu.at = Flow.SPIN;
        cpu.spinner = cpu.gd.curThread();
        goesOnAt(cpu, sameTurn ? cpu.dueNs : SimTime.plus(clock.nowNs, POLL_NS));
    }

    private void goesOnAt(SimCpu cpu, long timeNs) {
        cpu.dueNs = timeNs;
        queue.schedule(firstProgress + cpu.id, timeNs, EventKind.PROGRESS, cpu.id, 0);
    }

    private RunEnd panicked(KernelPanic panic) {
        String text = panic.function() + ": " + panic.text();
        observer.panicked(clock.nowNs, active.id, events.index(active.gd.curThread()), text);
        return disturbed(RunEnd.Reason.PANIC, text);
    }

    private RunEnd failed(ScriptError error) {
        observer.failed(clock.nowNs, active.id, events.index(active.gd.curThread()), error.getMessage());
        return disturbed(RunEnd.Reason.ERROR, error.getMessage());
    }

    private RunEnd undisturbed(RunEnd.Reason reason) {
        return new RunEnd(reason, "", clock.nowNs, -1, "", SourcePosition.NONE);
    }

    private RunEnd disturbed(RunEnd.Reason reason, String detail) {
        return new RunEnd(reason, detail, clock.nowNs, active.id, events.name(active.gd.curThread()), line(reason));
    }

    /** The line of the thread that ran, or of what interrupted the idle thread. */
    private SourcePosition line(RunEnd.Reason reason) {
        if (programs.handlers.running() != null) {
            return programs.handlers.running().line();
        }
        if (active.gd.curThread().body() instanceof SimThread thread) {
            return thread.line();
        }
        if (slot >= firstIpi && ipis.sender(slot) != null) {
            return ipis.sender(slot).program.position(ipis.senderPc(slot));
        }
        if (slot >= firstScripted && slot < firstLivelock) {
            return scripted.config(slot).position();
        }
        return reason != RunEnd.Reason.PANIC && lastThread != null ? lastThread.line() : SourcePosition.NONE;
    }
}
