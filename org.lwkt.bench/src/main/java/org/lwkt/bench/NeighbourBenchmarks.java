// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

import java.util.concurrent.TimeUnit;
import org.lwkt.runtime.kernel.CpuMask;
import org.lwkt.runtime.kernel.CpuSync;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktMsg;
import org.lwkt.runtime.kernel.LwktSerializer;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.LwktToken;
import org.lwkt.runtime.kernel.MsgPort;
import org.lwkt.runtime.kernel.SpinLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the files beside lwkt_thread.c cost; each operation is one round trip and leaves the state that it found. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@State(Scope.Thread)
public class NeighbourBenchmarks {
    private static final int MANY = 64;
    private static final CpuSync.Function NOTHING = gd -> Flow.RETURN;

    private final LwktToken token = new LwktToken("token", 0);
    private final LwktMsg msg = new LwktMsg();
    private final SpinLock lock = new SpinLock();
    private final LwktSerializer serializer = new LwktSerializer();
    private GlobalData client;
    private GlobalData server;
    private LwktThread serverThread;
    private MsgPort serverPort;
    private Kernel many;
    private CpuMask all;

    @Setup
    public void makeLoads() {
        Kernel pair = KernelLoads.running(2, 1);
        client = pair.cpu(0);
        server = pair.cpu(1);
        serverThread = server.curThread();
        serverPort = serverThread.msgPort();
        serializer.init();
        msg.init(client.curThread().msgPort(), 0);
        many = KernelLoads.running(MANY, 1);
        all = CpuMask.of(MANY, -1);
    }

    /** Takes and releases a token that nobody else wants. */
    @Benchmark
    public void neighbourToken() {
        client.proceed(client.tokens().get(token));
        client.tokens().release(token);
    }

    /** A CPU asks for a token that another one holds, which then lets go. */
    @Benchmark
    public void neighbourTokenContended() {
        client.proceed(client.tokens().get(token));
        server.proceed(server.tokens().get(token));
        client.tokens().release(token);
        server.proceed(Flow.RETURN);
        server.tokens().release(token);
    }

    /** Sends a message to a thread that waits on another CPU, and gets the reply. */
    @Benchmark
    public int neighbourMessage() {
        server.proceed(serverPort.awaitPort(server, 0));
        client.proceed(serverPort.doMsg(client, msg, 0));
        server.proceed(server.interrupts().ipi());
        server.proceed(serverThread.message().reply(server, 0));
        client.proceed(client.interrupts().ipi());
        return msg.error();
    }

    /** A thread sleeps, and one of another CPU wakes it up. */
    @Benchmark
    public LwktThread neighbourSleep() {
        server.proceed(server.sleepQueue().tsleep(serverThread, 0, "slp", 0));
        client.proceed(client.sleepQueue().wakeup(serverThread));
        server.proceed(server.interrupts().ipi());
        return server.curThread();
    }

    /** One CPU holds 63 others, all run a function, and all go on. */
    @Benchmark
    public Flow neighbourCpusync() {
        GlobalData master = many.cpu(0);
        Flow at = master.proceed(CpuSync.simple(master, all, NOTHING));
        for (int turn = 0; at == Flow.SPIN; turn++) {
            for (int cpu = 1; cpu < MANY; cpu++) {
                GlobalData gd = many.cpu(cpu);
                gd.proceed(turn == 0 ? gd.interrupts().ipi() : Flow.RETURN);
            }
            at = master.proceed(Flow.RETURN);
        }
        return at;
    }

    /** Takes and releases a spin lock that nobody else wants. */
    @Benchmark
    public Flow neighbourSpinLock() {
        client.proceed(lock.lock(client));
        return client.proceed(lock.unlock(client));
    }

    /** A CPU spins for a lock that another one holds, which then lets go. */
    @Benchmark
    public Flow neighbourSpinLockContended() {
        client.proceed(lock.lock(client));
        server.proceed(lock.lock(server));
        client.proceed(lock.unlock(client));
        server.proceed(Flow.RETURN);
        return server.proceed(lock.unlock(server));
    }

    /** Enters and leaves a serializer that nobody else wants. */
    @Benchmark
    public Flow neighbourSerializer() {
        client.proceed(serializer.enter(client));
        return client.proceed(serializer.exit(client));
    }

    /** A thread sleeps until the one of another CPU leaves the serializer. */
    @Benchmark
    public Flow neighbourSerializerContended() {
        client.proceed(serializer.enter(client));
        server.proceed(serializer.enter(server));
        client.proceed(serializer.exit(client));
        server.proceed(server.interrupts().ipi());
        return server.proceed(serializer.exit(server));
    }

    LwktThread client() {
        return client.curThread();
    }

    LwktThread server() {
        return serverThread;
    }
}
