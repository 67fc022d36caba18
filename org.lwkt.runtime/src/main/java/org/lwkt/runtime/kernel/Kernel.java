// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.snapshot.Unhashed;

/**
 * One kernel on its CPUs: all that is not per CPU. Plain data, shared with nobody; several kernels may run side by side.
 * A driver makes one, {@link #boot boots} it and then drives {@link #cpu its CPUs}, one at a time.
 */
public final class Kernel {
    /** {@code MAXCPU}. */
    public static final int CPUS_MAX = 256;

    final KernelObserver observer;
    /** Whether the observer is to be told of tokens beyond {@link KernelObserver#tokenWait}. */
    @Constant
    final boolean tokensHeard;

    final Sysctls sysctls;
    final Kassert kassert;
    final UserScheduler userScheduler;
    final KernelMemory memory;
    private final GlobalData[] cpus;
    private final List<InterruptSource> interruptSources = new ArrayList<>();

    // lwkt_thread.c's own counters, sysctls of the same names.
    @Unhashed
    long switchCount;

    @Unhashed
    long preemptHit;

    @Unhashed
    long preemptMiss;

    @Unhashed
    long preemptWeird;

    /** The static {@code cpu_rotator} of {@code lwkt_alloc_thread()}. */
    int cpuRotator;
    /** The order of the next {@code lwp_token}: behind the tokens that a driver makes. */
    int lwpTokenOrder = 1 << 30;
    /** {@code dumping}: a crash dump is being written. */
    boolean dumping;
    /** {@code smp_active_mask}. */
    final CpuMask activeCpus;
    /** {@code usched_global_cpumask}. */
    final CpuMask userCpus;
    /** {@code stopped_cpus}. */
    final CpuMask stoppedCpus;

    final SleepHash sleepHash;
    /** {@code mp_token}. */
    final LwktToken mpToken = new LwktToken("mp_token", LwktToken.ORDER_MP);

    final TokenPool tokenPool = new TokenPool();

    /** It only decides when the kernel complains of a long wait. */
    @Unhashed
    private long tsc;

    /**
     * @param ncpus 1 to {@link #CPUS_MAX}
     * @param invariants whether assertions are checked, as in a kernel built with INVARIANTS
     * @param sysctls read from now on; not to be shared with another kernel
     */
    public Kernel(
            int ncpus, boolean invariants, Sysctls sysctls, UserScheduler userScheduler, KernelObserver observer) {
        this(ncpus, invariants, sysctls, userScheduler, observer, null);
    }

    /** @param sleepLookup where sleep identifiers stand in the hash, or null: as in the kernel */
    public Kernel(
            int ncpus,
            boolean invariants,
            Sysctls sysctls,
            UserScheduler userScheduler,
            KernelObserver observer,
            SleepLookup sleepLookup) {
        if (ncpus < 1 || ncpus > CPUS_MAX) {
            throw new IllegalArgumentException("number of CPUs must be 1.." + CPUS_MAX + ": ncpus=" + ncpus);
        }
        this.observer = observer;
        this.tokensHeard = observer.hearsTokens();
        this.sysctls = sysctls;
        this.kassert = new Kassert(invariants);
        this.userScheduler = userScheduler;
        this.cpus = new GlobalData[ncpus];
        this.activeCpus = new CpuMask(ncpus);
        this.stoppedCpus = new CpuMask(ncpus);
        this.userCpus = new CpuMask(ncpus);
        this.sleepHash = new SleepHash(ncpus, sleepLookup);
        for (int cpu = 0; cpu < ncpus; cpu++) {
            activeCpus.set(cpu);
            userCpus.set(cpu);
        }
        this.memory = new KernelMemory(this);
        for (int cpu = 0; cpu < ncpus; cpu++) {
            cpus[cpu] = new GlobalData(this, cpu);
        }
    }

    public int ncpus() {
        return cpus.length;
    }

    /** {@code globaldata_find()}. */
    public GlobalData cpu(int id) {
        return cpus[id];
    }

    /** Makes the idle threads, and brings each CPU to the wait point of its idle loop. */
    public void boot() {
        userScheduler.boot(this);
        for (GlobalData gd : cpus) {
            gd.lifecycle.initIdleThread();
        }
        for (GlobalData gd : cpus) {
            gd.proceed(gd.idleLoop.start());
        }
        for (GlobalData gd : cpus) {
            gd.proceed(userScheduler.start(gd));
        }
    }

    /** Registers an interrupt that {@code thread} handles; numbers are given in order of registration. */
    @Ports("sys/kern/kern_intr.c#register_int")
    public InterruptSource registerInterrupt(LwktThread thread) {
        InterruptSource source = new InterruptSource(interruptSources.size(), thread);
        interruptSources.add(source);
        thread.interruptSource = source;
        return source;
    }

    InterruptSource interruptSource(int irq) {
        return interruptSources.get(irq);
    }

    /** {@code rdtsc()}: a counter that every call increments, one for all CPUs. */
    long rdtsc() {
        return ++tsc;
    }

    /** {@code tsc_frequency && rdtsc() - base > tsc_frequency}: what the kernel asks before it complains. */
    boolean tscElapsed(long base) {
        return sysctls.tscFrequency != 0 && rdtsc() - base > sysctls.tscFrequency;
    }

    /** {@code smp_active_mask}: the CPUs that take part; may be changed. */
    public CpuMask activeCpus() {
        return activeCpus;
    }

    /** {@code usched_global_cpumask}: the CPUs that user threads may be given to; may be changed. */
    public CpuMask userCpus() {
        return userCpus;
    }

    /** {@code stopped_cpus}: the CPUs that get no message by mask; may be changed. */
    public CpuMask stoppedCpus() {
        return stoppedCpus;
    }

    public SleepHash sleepHash() {
        return sleepHash;
    }

    /** {@code mp_token}. */
    public LwktToken mpToken() {
        return mpToken;
    }

    public TokenPool tokenPool() {
        return tokenPool;
    }

    /** {@code lwkt.switch_count}. */
    public long switchCount() {
        return switchCount;
    }

    /** {@code lwkt.preempt_hit}. */
    public long preemptHit() {
        return preemptHit;
    }

    /** {@code lwkt.preempt_miss}. */
    public long preemptMiss() {
        return preemptMiss;
    }

    /** {@code lwkt.preempt_weird}. */
    public long preemptWeird() {
        return preemptWeird;
    }

    public void setDumping(boolean on) {
        dumping = on;
    }

    /** The free objects of the thread cache, the next to be taken first. */
    public Iterable<LwktThread> freeThreads() {
        return memory.freeThreads();
    }
}
