// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertSame;

/**
 * A lock, and the threads {@code main}, {@code b}, {@code c} and {@code d}, each current on a CPU of its own, so that each
 * can ask at any time.
 */
final class LockThreads {
    /** What a thread answers while it sleeps for the lock. */
    static final int SLEEPS = -2;

    private static final int CPUS = 4;

    final TestKernel test = new TestKernel(CPUS);
    final LwktThread[] threads = new LwktThread[CPUS];
    LockmgrLock lock = new LockmgrLock("lk", 5, 0);

    LockThreads() {
        threads[0] = test.main;
        for (int cpu = 1; cpu < CPUS; cpu++) {
            threads[cpu] = test.make("abcd".substring(cpu, cpu + 1), cpu, 10);
            test.schedule(cpu, threads[cpu]);
            test.turn(cpu);
            assertSame(threads[cpu], test.cpu(cpu).curThread);
        }
    }

    /** The thread of a CPU asks; answers its result, or that it sleeps. */
    int ask(int cpu, int flags) {
        test.run(cpu, lock.lockmgr(test.cpu(cpu), flags));
        return answer(cpu);
    }

    int answer(int cpu) {
        return test.cpu(cpu).curThread == threads[cpu] ? threads[cpu].result : SLEEPS;
    }

    /** Delivers the wakeups that are under way. */
    void deliver() {
        for (int cpu = 0; cpu < CPUS; cpu++) {
            test.ipi(cpu);
            if (test.cpu(cpu).curThread == test.cpu(cpu).idleThread) {
                test.turn(cpu);
            }
        }
    }

    int release(int cpu) {
        int result = ask(cpu, LockFlag.RELEASE);
        deliver();
        return result;
    }

    /** The time of the sleeper of a CPU is up. */
    void timeout(int cpu) {
        test.run(cpu, test.cpu(cpu).sleepQueue.endtsleep(threads[cpu]));
        test.turn(cpu);
        deliver();
    }

    /** Lets an interrupt come as soon as the thread of a CPU, which asks next, has made sure not to lose a wakeup. */
    LwktThread interrupt(int cpu) {
        LwktThread ithread = LwktThread.template();
        GlobalData gd = test.cpu(0);
        gd.proceed(gd.lifecycle.create(
                new NewThread(TestKernel.BODY, ithread, ThreadFlag.INTTHREAD | ThreadFlag.NOSTART, cpu, "ithread")));
        test.ipi(cpu);
        ithread.pri = ThreadPriority.MAX - 1;
        ithread.setPreemptable(true);
        InterruptSource source = test.kernel.registerInterrupt(ithread);
        test.cpu(cpu).pendingIrqs.set(source.irq);
        test.cpu(cpu).setReqFlags(ReqFlag.INTPEND);
        return ithread;
    }

    /** The interrupt that {@link #interrupt} let come is handled, and its thread waits for the next one. */
    void interruptDone(int cpu) {
        test.run(cpu, test.cpu(cpu).ithreads.awaitInterrupt());
        test.run(cpu, test.cpu(cpu).ithreads.awaitInterrupt());
    }
}
