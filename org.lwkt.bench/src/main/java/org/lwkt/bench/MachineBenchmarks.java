// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

import java.util.concurrent.TimeUnit;
import org.lwkt.runtime.scenario.Session;
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

/** What a whole machine costs: a switch, an IPI message, an interrupt, a microsecond of contention; all without a trace. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@State(Scope.Thread)
public class MachineBenchmarks {
    private static final long MS = 1_000_000;
    private static final long S = 1_000 * MS;

    /** Of the base load: four CPUs, a hundred ticks a second. */
    static final int SWITCHES_PER_S = 400;

    static final int MESSAGES_PER_MS = 4_000;
    static final int INTERRUPTS_PER_MS = 400;
    static final int US_PER_MS = 1_000;

    private final MachineLoad base = new MachineLoad(MachineLoads.turns(4, 100));
    private final MachineLoad tokens = new MachineLoad(MachineLoads.tokens());
    private final MachineLoad ipis = new MachineLoad(MachineLoads.ipis());
    private final MachineLoad interrupts = new MachineLoad(MachineLoads.interrupts());

    @Setup
    public void passTheFirstMoments() {
        for (MachineLoad each : new MachineLoad[] {base, tokens, ipis, interrupts}) {
            each.advance(20 * MS);
        }
    }

    /** An operation is a switch between two of 100 threads on 4 CPUs, with the tick that asks for it. */
    @Benchmark
    @OperationsPerInvocation(SWITCHES_PER_S)
    public long machineBaseLoad() {
        return base.advance(S);
    }

    /** An operation is a microsecond of virtual time in which four CPUs contend for a token. */
    @Benchmark
    @OperationsPerInvocation(US_PER_MS)
    public long machineTokens() {
        return tokens.advance(MS);
    }

    /** An operation is an IPI message that wakes a thread on another CPU. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES_PER_MS)
    public long machineIpis() {
        return ipis.advance(MS);
    }

    /** An operation is an interrupt whose thread preempts another, runs and waits again. */
    @Benchmark
    @OperationsPerInvocation(INTERRUPTS_PER_MS)
    public long machineInterrupts() {
        return interrupts.advance(MS);
    }

    Session base() {
        return base.session();
    }

    Session ipis() {
        return ipis.session();
    }

    Session interrupts() {
        return interrupts.session();
    }
}
