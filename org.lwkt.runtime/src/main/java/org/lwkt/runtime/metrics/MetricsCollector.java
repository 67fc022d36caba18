// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.metrics;

import static org.lwkt.runtime.metrics.ThreadCounters.CPU_TIME_NS;
import static org.lwkt.runtime.metrics.ThreadCounters.END_NS;
import static org.lwkt.runtime.metrics.ThreadCounters.LATENCY_MAX_NS;
import static org.lwkt.runtime.metrics.ThreadCounters.NEVER;
import static org.lwkt.runtime.metrics.ThreadCounters.PREEMPTED;
import static org.lwkt.runtime.metrics.ThreadCounters.RUNNABLE_SINCE_NS;
import static org.lwkt.runtime.metrics.ThreadCounters.START_NS;
import static org.lwkt.runtime.metrics.ThreadCounters.SWITCHES_TO;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lwkt.runtime.trace.TraceNames;

/**
 * Measures a run while it goes on, in memory that depends on the numbers of threads, CPUs and events
 * alone. A thread's CPU time
 * is the time between the switch to it and the next change of its CPU's current thread, so that the times of all threads
 * of a CPU, the idle thread's included, add up to the time that passed.
 */
public final class MetricsCollector {
    private final TraceNames names;
    private final int idleThreads;

    private final ThreadCounters threads = new ThreadCounters();

    // By CPU.
    private final int[] current;
    private final long[] sinceNs;
    private final long[] switches;
    private final long[] preemptions;
    private final long[] ticks;
    private final long[] interrupts;
    private final long[] strayInterrupts;
    private final long[] ipisSent;
    private final long[] ipisReceived;

    // By scripted event.
    private final long[] fired;
    private final long[] firstFiredNs;
    private final long[] lastFiredNs;

    // By declared fault.
    private final long[] hit;
    private final long[] firstHitNs;
    private final long[] lastHitNs;

    /** At time 0 each of the {@code cpus} CPUs runs its idle thread. */
    public MetricsCollector(TraceNames names, int cpus, int events, int faults) {
        this.names = names;
        idleThreads = names.declared();
        threads.grow(names.count());
        current = new int[cpus];
        for (int cpu = 0; cpu < cpus; cpu++) {
            current[cpu] = idleThreads + cpu;
        }
        sinceNs = new long[cpus];
        switches = new long[cpus];
        preemptions = new long[cpus];
        ticks = new long[cpus];
        interrupts = new long[cpus];
        strayInterrupts = new long[cpus];
        ipisSent = new long[cpus];
        ipisReceived = new long[cpus];
        fired = new long[events];
        firstFiredNs = filled(events);
        lastFiredNs = filled(events);
        hit = new long[faults];
        firstHitNs = filled(faults);
        lastHitNs = filled(faults);
    }

    private static long[] filled(int length) {
        long[] values = new long[length];
        Arrays.fill(values, NEVER);
        return values;
    }

    /** There is one more thread, {@link TraceNames#count} of them now. */
    public void threadAdded() {
        threads.grow(names.count());
    }

    /** The CPU's current thread is now {@code thread}. */
    public void switched(long timeNs, int cpu, int thread) {
        charge(timeNs, cpu);
        current[cpu] = thread;
        switches[cpu]++;
        threads.add(thread, SWITCHES_TO, 1);
    }

    /** As {@link #switched}, by {@code lwkt_preempt()}. */
    public void preempted(long timeNs, int cpu, int thread, int preemptedThread) {
        switched(timeNs, cpu, thread);
        preemptions[cpu]++;
        threads.add(preemptedThread, PREEMPTED, 1);
    }

    public void started(long timeNs, int thread) {
        threads.set(thread, START_NS, timeNs);
    }

    public void ended(long timeNs, int thread) {
        threads.set(thread, END_NS, timeNs);
    }

    public void ticked(int cpu) {
        ticks[cpu]++;
    }

    public void interrupted(int cpu, boolean stray) {
        interrupts[cpu]++;
        if (stray) {
            strayInterrupts[cpu]++;
        }
    }

    /** The scripted event, counted from 0, happens. */
    public void fired(long timeNs, int event) {
        if (fired[event]++ == 0) {
            firstFiredNs[event] = timeNs;
        }
        lastFiredNs[event] = timeNs;
    }

    /** The declared fault, counted from 0, hits; for a slow CPU also that it ends. */
    public void faulted(long timeNs, int fault) {
        if (hit[fault]++ == 0) {
            firstHitNs[fault] = timeNs;
        }
        lastHitNs[fault] = timeNs;
    }

    public void ipiSent(int cpu) {
        ipisSent[cpu]++;
    }

    public void ipiReceived(int cpu) {
        ipisReceived[cpu]++;
    }

    /** The thread was made runnable; its latency counts from the first of several such calls. */
    public void madeRunnable(long timeNs, int thread) {
        if (threads.get(thread, RUNNABLE_SINCE_NS) == NEVER) {
            threads.set(thread, RUNNABLE_SINCE_NS, timeNs);
        }
    }

    /** The thread goes on with its body: what it waited since {@link #madeRunnable} is its latency. */
    public void resumed(long timeNs, int thread) {
        long since = threads.get(thread, RUNNABLE_SINCE_NS);
        if (since != NEVER) {
            threads.set(thread, LATENCY_MAX_NS, Math.max(threads.get(thread, LATENCY_MAX_NS), timeNs - since));
            threads.set(thread, RUNNABLE_SINCE_NS, NEVER);
        }
    }

    /** Charges what runs at the end of the run up to it. */
    public void finish(long timeNs) {
        for (int cpu = 0; cpu < current.length; cpu++) {
            charge(timeNs, cpu);
        }
    }

    private void charge(long timeNs, int cpu) {
        threads.add(current[cpu], CPU_TIME_NS, timeNs - sinceNs[cpu]);
        sinceNs[cpu] = timeNs;
    }

    /** CPU time of a thread up to the last change of its CPU's current thread. */
    public long cpuTimeNs(int thread) {
        return threads.get(thread, CPU_TIME_NS);
    }

    public long switchesTo(int thread) {
        return threads.get(thread, SWITCHES_TO);
    }

    public long switchesOf(int cpu) {
        return switches[cpu];
    }

    /** Changes of the current thread, over all CPUs. */
    public long switches() {
        return Arrays.stream(switches).sum();
    }

    /** The declared threads, in order, and then those created later. */
    public List<ThreadMetrics> threads() {
        List<ThreadMetrics> result = new ArrayList<>();
        for (int thread = 0; thread < names.count(); thread++) {
            if (!names.isOfKernel(thread)) {
                result.add(metrics(thread));
            }
        }
        return result;
    }

    private ThreadMetrics metrics(int thread) {
        return new ThreadMetrics(
                names.name(thread),
                threads.get(thread, CPU_TIME_NS),
                threads.get(thread, SWITCHES_TO),
                threads.get(thread, PREEMPTED),
                threads.get(thread, START_NS),
                threads.get(thread, END_NS),
                threads.get(thread, LATENCY_MAX_NS));
    }

    /** The CPUs, in order; {@code finish} must have been called. */
    public List<CpuMetrics> cpus() {
        List<CpuMetrics> result = new ArrayList<>();
        for (int cpu = 0; cpu < current.length; cpu++) {
            result.add(new CpuMetrics(
                    cpu,
                    sinceNs[cpu] - cpuTimeNs(idleThreads + cpu),
                    switches[cpu],
                    preemptions[cpu],
                    ticks[cpu],
                    interrupts[cpu],
                    strayInterrupts[cpu],
                    ipisSent[cpu],
                    ipisReceived[cpu]));
        }
        return result;
    }

    /** The scripted events, in the order of the script. */
    public List<EventMetrics> events() {
        return events(fired, firstFiredNs, lastFiredNs);
    }

    /** The declared faults, in their order. */
    public List<EventMetrics> faults() {
        return events(hit, firstHitNs, lastHitNs);
    }

    private static List<EventMetrics> events(long[] counts, long[] firstNs, long[] lastNs) {
        List<EventMetrics> result = new ArrayList<>();
        for (int event = 0; event < counts.length; event++) {
            result.add(new EventMetrics(counts[event], firstNs[event], lastNs[event]));
        }
        return result;
    }
}
