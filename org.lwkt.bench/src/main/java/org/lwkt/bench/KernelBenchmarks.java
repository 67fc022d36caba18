// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

import java.util.concurrent.TimeUnit;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.LwktToken;
import org.lwkt.runtime.kernel.NewThread;
import org.lwkt.runtime.kernel.ThreadBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The loads that were measured on the C source itself; the operation that is counted is in the name. Assertions are on,
 * nothing is traced. The collector is the one that the command line tool runs with.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@State(Scope.Thread)
public class KernelBenchmarks {
    private static final int BATCH = 1000;

    private Kernel one;
    private Kernel two;
    private Kernel thousand;
    private Kernel pair;
    private Kernel idlePair;
    private LwktThread first;
    private LwktThread second;
    private LwktThread[] byCpu;
    private final LwktToken token = new LwktToken("token", 0);
    private NewThread shortLived;

    @Setup
    public void makeLoads() {
        one = KernelLoads.running(1, 1);
        two = KernelLoads.running(1, 2);
        LwktThread[] threads = KernelLoads.threads(two.cpu(0));
        first = threads[0];
        second = threads[1];
        thousand = KernelLoads.running(1, 1000);
        pair = KernelLoads.running(2, 1);
        idlePair = KernelLoads.running(2, 1);
        byCpu = new LwktThread[] {idlePair.cpu(0).curThread(), idlePair.cpu(1).curThread()};
        GlobalData idle = idlePair.cpu(1);
        block(idle);
        ThreadBody exits = (gd, td) -> gd.lifecycle().exit();
        shortLived = new NewThread(exits, null, 0, 0, "short");
    }

    /** Load 1: two equal threads take turns by tick and yield. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void load1SwitchByTickAndYield() {
        tickAndYield(two.cpu(0));
    }

    /** Load 1b: a thread deschedules itself, schedules the other and switches. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void load1bSwitchByScheduleAndSwitch() {
        GlobalData gd = two.cpu(0);
        for (int i = 0; i < BATCH; i++) {
            LwktThread current = gd.curThread();
            LwktThread other = current == first ? second : first;
            gd.proceed(gd.scheduler().descheduleSelf(current));
            gd.proceed(gd.scheduler().schedule(other));
            gd.proceed(gd.scheduler().switchThread());
        }
    }

    /** Load 2: as load 1 with 1,000 equal runnable threads. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void load2SwitchAmongThousand() {
        tickAndYield(thousand.cpu(0));
    }

    private static void tickAndYield(GlobalData gd) {
        for (int i = 0; i < BATCH; i++) {
            gd.scheduler().schedulerClock(gd.curThread());
            gd.proceed(gd.scheduler().yieldThread());
        }
    }

    /** Load 3: a thread schedules the one of the other CPU by IPI and blocks. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void load3WakeupAcrossCpus() {
        for (int i = 0; i < BATCH; i++) {
            GlobalData gd = idlePair.cpu(i & 1);
            GlobalData other = idlePair.cpu(~i & 1);
            gd.proceed(gd.scheduler().schedule(byCpu[other.cpuId()]));
            block(gd);
            other.proceed(other.interrupts().ipi());
        }
    }

    private static void block(GlobalData gd) {
        gd.proceed(gd.scheduler().descheduleSelf(gd.curThread()));
        gd.proceed(gd.scheduler().switchThread());
    }

    /** Load 4: two threads of one CPU; get the token, tick and yield, release it. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void load4TokenOnOneCpu() {
        GlobalData gd = two.cpu(0);
        for (int i = 0; i < BATCH; i++) {
            gd.proceed(gd.tokens().get(token));
            LwktThread holder = gd.curThread();
            gd.scheduler().schedulerClock(holder);
            gd.proceed(gd.scheduler().yieldThread());
            if (gd.curThread().tokenCount() > 0) {
                gd.tokens().release(token);
            }
        }
    }

    /** Load 4b: two CPUs contend for one token: one holds it while the other asks, and then lets go. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void load4bTokenAcrossCpus() {
        for (int i = 0; i < BATCH; i++) {
            GlobalData holder = pair.cpu(i & 1);
            GlobalData contender = pair.cpu(~i & 1);
            if (holder.curThread().tokenCount() == 0) {
                holder.proceed(holder.tokens().get(token));
            }
            contender.proceed(contender.tokens().get(token));
            holder.tokens().release(token);
            contender.proceed(Flow.RETURN);
        }
    }

    /** Load 5: create a thread, run it, exit, use its structure again. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void load5CreateRunExit() {
        GlobalData gd = one.cpu(0);
        for (int i = 0; i < BATCH; i++) {
            gd.proceed(gd.lifecycle().create(shortLived));
            gd.scheduler().schedulerClock(gd.curThread());
            gd.proceed(gd.scheduler().switchThread());
        }
    }

    Kernel one() {
        return one;
    }

    Kernel two() {
        return two;
    }

    Kernel thousand() {
        return thousand;
    }

    Kernel pair() {
        return pair;
    }

    Kernel idlePair() {
        return idlePair;
    }
}
