// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.Arrays;
import java.util.List;
import org.lwkt.runtime.kernel.Bsd4UserScheduler;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.KernelPanic;
import org.lwkt.runtime.kernel.Sysctls;
import org.lwkt.runtime.kernel.UserScheduler;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.snapshot.Unhashed;
import org.lwkt.runtime.source.SourcePosition;

/**
 * CPUs in virtual time: decides which CPU the kernel drives on and when, and when an interrupt reaches it. Each event of
 * the queue is handled to the end, which leaves its CPU at a wait point of the kernel; {@link CpuDriver#settle} then says
 * when that CPU goes on by itself. All state hangs on this object; machines share nothing.
 */
public final class Machine {
    /** How many events pass between two looks at the cancel signal. */
    private static final int CANCEL_INTERVAL = 1024;

    private final MachineSpec spec;
    private final MachineLoad load;
    private final MachineObserver observer;
    private final CommandLog log;
    private final Limits limits;

    private final SimClock clock = new SimClock();
    private final StepCounter steps;
    private final EventQueue queue;
    private final Timers timers;
    private final SlowPeriods slowPeriods;
    private final IpiDelivery ipis;
    private final Script script;
    /** Null where nothing waits for a condition. */
    private final Watches watches;

    private final FastInterrupts fast;
    private final LivelockTimers livelocks;
    private final KernelEvents events;
    private final ThreadTable table;
    private final Resources resources;
    private final Callouts callouts;
    private final SoftClock[] softClocks;
    // Held here so that a snapshot finds what they keep.
    private final Programs programs;
    private final Kernel kernel;
    private final SimCpu[] cpus;
    private final SimThread[] threads;
    private final boolean[] startsLater;
    private final boolean userThreads;
    private final CpuDriver driver;
    private final Stillness stillness;
    private final EndAnalysis endAnalysis;
    private final Arrivals arrivals;

    /** Null where the order is that of the queue. */
    private final EventChooser chooser;

    private final DueEvents due;

    private final MachineState state;
    private final boolean tellsInstants;

    // Slots of the queue: the tick of each CPU, the progress of each CPU, the script, slow periods,
    // livelocks, IPIs under way.
    private final int firstProgress;
    private final int firstScripted;
    private final int firstSlow;
    private final int firstLivelock;
    private final int firstIpi;

    /** The event being handled and its CPU, for the report of how a run ended. */
    @Unhashed
    private int slot;

    @Unhashed
    private SimCpu active;

    @Unhashed
    private int untilCancelCheck;

    private boolean booted;
    /** How the run ended; null while it goes on. */
    private RunEnd end;

    /**
     * @param chooser asked where several events are due at an instant, or null: as {@code spec} says
     * @param log hears what is done to the kernel; {@link CommandLog#NONE} where nobody asks
     */
    public Machine(
            MachineSpec spec,
            MachineLoad load,
            Limits limits,
            EventChooser chooser,
            MachineObserver observer,
            CommandLog log) {
        this.spec = spec;
        this.limits = limits;
        this.load = load;
        this.observer = observer;
        this.log = log;
        this.chooser = chooser;
        int ncpus = spec.cpus();
        firstProgress = ncpus;
        firstScripted = 2 * ncpus;
        firstSlow = firstScripted + load.script().size();
        firstLivelock = firstSlow + load.faults().size();
        threads = threads(load.threads());
        SimThread[] handlers = Arrays.stream(threads)
                .filter(it -> it.config.interrupt() && it.config.start() != ThreadConfig.Start.TEMPLATE)
                .toArray(SimThread[]::new);
        firstIpi = firstLivelock + handlers.length;
        steps = new StepCounter(limits);
        boolean random = chooser == null && spec.tieBreaking() == MachineSpec.TieBreaking.RANDOM;
        queue = new EventQueue(firstIpi + ncpus, random ? new RandomOrder(spec.seed()) : new FixedOrder());
        due = new DueEvents(queue);
        startsLater = new boolean[threads.length];
        load.script().stream()
                .filter(it -> it.kind() == ScriptedEvent.Kind.START)
                .forEach(it -> startsLater[it.subject()] = true);
        Faults faults = new Faults(load.faults(), spec.seed(), clock, observer);
        timers = new Timers(queue, clock, spec, faults);
        slowPeriods = new SlowPeriods(queue, firstSlow, faults);
        ipis = new IpiDelivery(queue, firstIpi, clock, spec, faults);
        script = new Script(queue, firstScripted, load.script(), threads, spec.seed());
        Costs costs = new Costs(spec.costs(), ncpus);
        StopLoop stopLoop = new StopLoop(clock, queue, firstProgress, costs.pollNs, ncpus);
        livelocks = new LivelockTimers(queue, firstLivelock, handlers);
        callouts = new Callouts(clock, observer, log, ncpus);
        userThreads = load.hasUserThreads();
        UserScheduler userScheduler = userThreads ? new Bsd4UserScheduler() : new NoUserThreads();
        table = new ThreadTable(threads, load.kernelThreadNames(ncpus).size());
        softClocks = new SoftClock[ncpus];
        SchedCpu schedCpu = new SchedCpu(table);
        Arrays.setAll(softClocks, cpu -> new SoftClock(clock, observer, callouts, schedCpu));
        KernelThreads kernelThreads = new KernelThreads(threads.length, ncpus, userScheduler, softClocks);
        resources = new Resources(load.resources());
        cpus = new SimCpu[ncpus];
        Sysctls sysctls = sysctls(spec);
        stillness = new Stillness(queue, cpus, slowPeriods, callouts, ipis, softClocks, sysctls.isPassiveTick());
        watches = Watches.of(load.script(), script, stillness);
        endAnalysis = new EndAnalysis(table, resources, load.script(), cpus);
        events = new KernelEvents(
                clock, observer, ipis, livelocks, resources, callouts, costs, stopLoop, stillness, kernelThreads);
        programs = new Programs(spec, clock, steps, table, resources, events, costs, observer, log);
        driver = new CpuDriver(clock, steps, queue, firstProgress, costs, stopLoop, programs.interpreter, log);
        fast = new FastInterrupts(clock, steps, load, threads, resources, events, observer, driver, log, ncpus);
        arrivals = new Arrivals(
                clock, steps, costs, timers, callouts, softClocks, ipis, threads, events, observer, driver, fast, log);
        kernel = new Kernel(ncpus, spec.invariants(), sysctls, userScheduler, events);
        for (int cpu = 0; cpu < ncpus; cpu++) {
            cpus[cpu] = new SimCpu(kernel.cpu(cpu));
        }
        active = cpus[0];
        state = new MachineState(programs.evaluator, cpus[0].gd);
        tellsInstants = observer.hearsInstants();
    }

    /** A machine's hardclock looks for messages that nobody raised an interrupt for, as {@code hardclock()} does. */
    private static Sysctls sysctls(MachineSpec spec) {
        Sysctls sysctls = new Sysctls();
        sysctls.set("passive_tick", 1);
        sysctls.set("kern.hz", spec.hz());
        spec.sysctls().forEach(sysctls::set);
        return sysctls;
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
        return !stillness.isHalted() && queue.firstTimeNs() >= timeNs && queue.firstTimeNs() < spec.horizonNs();
    }

    private void goOn() {
        try {
            end = handleNext();
        } catch (KernelPanic panic) {
            end = panicked(panic);
        } catch (ScriptError error) {
            end = failed(error);
        } catch (EndlessKernelCall endless) {
            end = disturbed(RunEnd.Reason.BUDGET, endless.getMessage());
        }
    }

    private void boot() {
        if (booted) {
            return;
        }
        booted = true;
        try {
            Boot boot = new Boot(kernel);
            boot.run(threads, startsLater);
            if (userThreads) {
                boot.run(softClocks);
            }
            resources.make(kernel, table);
            start();
            look(false);
        } catch (KernelPanic panic) {
            end = panicked(panic);
        }
    }

    private void start() {
        events.bootIsOver();
        log.booted(kernel, load, events::index);
        for (SimCpu cpu : cpus) {
            timers.start(cpu.id);
            driver.start(cpu);
        }
        slowPeriods.start();
        script.start();
    }

    private RunEnd handleNext() {
        if (table.created() > limits.threads().most()) {
            return disturbed(RunEnd.Reason.BUDGET, limits.threads().crossed());
        }
        if (stillness.isHalted()) {
            return stillnessFound();
        }
        long timeNs = queue.firstTimeNs();
        if (timeNs >= spec.horizonNs()) {
            instantOver(spec.horizonNs());
            clock.nowNs = spec.horizonNs();
            return undisturbed(RunEnd.Reason.HORIZON);
        }
        if (timeNs != clock.nowNs) {
            if (instantOver(timeNs)) {
                return undisturbed(RunEnd.Reason.DECIDED);
            }
            clock.nowNs = timeNs;
            steps.newInstant();
        }
        events.nextEvent();
        boolean still = handleFirst();
        if (fast.areWaiting() && fast.release(active)) {
            stillness.disturb();
            still = false;
        }
        if (steps.isOver()) {
            return disturbed(RunEnd.Reason.BUDGET, steps.overText());
        }
        String exhausted = observer.exhausted();
        if (exhausted != null) {
            return disturbed(RunEnd.Reason.BUDGET, exhausted);
        }
        if (isCancelled()) {
            return disturbed(RunEnd.Reason.CANCELLED, "");
        }
        if (watches != null && look(still)) {
            return end;
        }
        return still ? stillnessFound() : null;
    }

    /**
     * Looks at what the script waits for, where all events of the instant are handled.
     *
     * @param still whether nothing else will ever happen
     * @return whether the run goes on in any case, or is over: {@link #end} says so
     */
    private boolean look(boolean still) {
        if (watches == null
                || !watches.isLookDue()
                || !still && !stillness.isHalted() && queue.firstTimeNs() == clock.nowNs) {
            return false;
        }
        try {
            if (watches.look(clock.nowNs, state)) {
                stillness.disturb();
                return true;
            }
            return false;
        } catch (Watches.NoValue noValue) {
            observer.failed(clock.nowNs, active.id, MachineObserver.NO_THREAD, noValue.getMessage());
            end = new RunEnd(
                    RunEnd.Reason.ERROR,
                    noValue.getMessage(),
                    clock.nowNs,
                    -1,
                    "",
                    noValue.event().position());
            return true;
        }
    }

    /** Whether the observer has seen enough. */
    private boolean instantOver(long nextNs) {
        return tellsInstants && observer.instantOver(clock.nowNs, nextNs, state);
    }

    private boolean isCancelled() {
        if (untilCancelCheck-- > 0) {
            return false;
        }
        untilCancelCheck = CANCEL_INTERVAL;
        return limits.cancelled().getAsBoolean();
    }

    /** Answers whether all that follows would be the same again. */
    private boolean handleFirst() {
        slot = queue.firstSlot();
        if (chooser != null) {
            due.read();
            slot = due.slot(due.count() == 1 ? 0 : chooser.choose(due));
        }
        if (slot < firstProgress) {
            active = cpus[slot];
            arrivals.tick(active);
            if (watches != null) {
                watches.touch();
            }
            return false;
        }
        if (slot < firstScripted) {
            active = cpus[slot - firstProgress];
            boolean turn = active.isPolling();
            driver.goOn(active);
            if (turn) {
                if (watches != null && !active.isPolling()) {
                    watches.touch();
                }
                return stillness.isStillAfterTurn(active);
            }
        } else if (slot < firstSlow) {
            active = cpus[script.cpu(slot)];
            script.advance(slot, clock.nowNs);
            arrivals.scripted(active, script.event(slot), slot - firstScripted);
        } else if (slot < firstLivelock) {
            active = cpus[slowPeriods.cpu(slot)];
            driver.setSpeed(active, slowPeriods.advance(slot, events.index(active.gd.curThread())));
        } else if (slot < firstIpi) {
            active = cpus[livelocks.cpu(slot)];
            SimThread thread = livelocks.goesOff(slot);
            if (thread != null) {
                arrivals.livelockTimer(active, thread);
            }
        } else {
            active = cpus[ipis.arrive(slot)];
            arrivals.ipi(active);
        }
        stillness.disturb();
        return false;
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

    private RunEnd stillnessFound() {
        instantOver(clock.nowNs);
        EndAnalysis.Finding found = endAnalysis.find();
        return new RunEnd(found.reason(), "", clock.nowNs, -1, "", SourcePosition.NONE, found.waits());
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
        if (slot >= firstScripted && slot < firstSlow) {
            return script.event(slot).position();
        }
        SimThread last = driver.lastThread();
        return reason != RunEnd.Reason.PANIC && last != null ? last.line() : SourcePosition.NONE;
    }
}
