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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The base load on machines of all sizes. An operation is one turn of a thread: a segment, and a yield at its end. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx3g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class ScaleBenchmarks {
    static final int TURNS = 25_600;

    private static final int TURNS_PER_S = 100;
    private static final long NS_PER_S = 1_000_000_000;

    @Param({"1", "4", "16", "64", "256"})
    public int cpus;

    @Param({"10", "100", "1000", "10000", "100000", "1000000"})
    public int threads;

    private MachineLoad load;
    private long stepNs;

    @Setup
    public void makeLoad() {
        load = new MachineLoad(MachineLoads.turns(cpus, threads));
        stepNs = TURNS * NS_PER_S / TURNS_PER_S / Math.min(cpus, threads);
    }

    @Benchmark
    @OperationsPerInvocation(TURNS)
    public long scale() {
        return load.advance(stepNs);
    }

    Session session() {
        return load.session();
    }
}
