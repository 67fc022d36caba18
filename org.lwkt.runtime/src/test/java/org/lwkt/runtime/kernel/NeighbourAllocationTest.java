// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Tokens, locks, messages, sleeps and CPU synchronizations allocate nothing once they have been used. */
class NeighbourAllocationTest {
    private static final int ROUNDS = 20_000;
    /** One object a round would be ten times as much. */
    private static final long SLACK_BYTES = 32 * 1024;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final CpuSync.Function NOTHING = gd -> Flow.RETURN;

    private static void assertFlat(Runnable round) {
        for (int i = 0; i < 100; i++) {
            round.run();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(bytes < SLACK_BYTES, bytes + " bytes in " + ROUNDS + " rounds");
    }

    /** Makes a thread of CPU 1 that is current there; it is an observer of nothing that allocates. */
    private static LwktThread[] pair(Kernel kernel) {
        LwktThread[] threads = new LwktThread[2];
        for (int cpu = 0; cpu < 2; cpu++) {
            GlobalData gd = kernel.cpu(cpu);
            threads[cpu] = LwktThread.template();
            gd.proceed(gd.lifecycle.create(new NewThread(TestKernel.BODY, threads[cpu], 0, cpu, "t" + cpu)));
            gd.proceed(Flow.RETURN);
            assertSame(threads[cpu], gd.curThread);
        }
        return threads;
    }

    private static Kernel kernel(int ncpus) {
        TestKernel.NoUsers users = new TestKernel.NoUsers();
        Kernel kernel = new Kernel(ncpus, true, new Sysctls(), users, KernelObserver.NONE);
        kernel.boot();
        return kernel;
    }

    @Test
    void tokens() {
        Kernel kernel = kernel(2);
        pair(kernel);
        GlobalData gd = kernel.cpu(0);
        LwktToken one = new LwktToken("one", 0);
        LwktToken two = new LwktToken("two", 1);
        assertFlat(() -> {
            gd.proceed(gd.tokens.get(one));
            gd.proceed(gd.tokens.getShared(two));
            gd.proceed(gd.tokens.swap());
            gd.tokens.release(one);
            gd.tokens.release(two);
        });
    }

    @Test
    void locksThatNobodyElseWants() {
        Kernel kernel = kernel(2);
        pair(kernel);
        GlobalData gd = kernel.cpu(0);
        LockmgrLock lock = new LockmgrLock("lk", 0, 0);
        assertFlat(() -> {
            gd.proceed(lock.lockmgr(gd, LockFlag.SHARED));
            gd.proceed(lock.lockmgr(gd, LockFlag.UPGRADE));
            gd.proceed(lock.lockmgr(gd, LockFlag.DOWNGRADE));
            gd.proceed(lock.lockmgr(gd, LockFlag.RELEASE));
            gd.proceed(lock.lockmgr(gd, LockFlag.EXCLUSIVE));
            gd.proceed(lock.lockmgr(gd, LockFlag.RELEASE));
            assertEquals(0, gd.curThread.result);
        });
    }

    @Test
    void locksThatOneCpuHandsToTheOther() {
        Kernel kernel = kernel(2);
        LwktThread[] threads = pair(kernel);
        LockmgrLock lock = new LockmgrLock("lk", 0, 0);
        int[] requests = {LockFlag.EXCLUSIVE, LockFlag.SHARED};
        GlobalData cpu0 = kernel.cpu(0);
        GlobalData cpu1 = kernel.cpu(1);
        assertFlat(() -> {
            for (int request : requests) {
                cpu0.proceed(lock.lockmgr(cpu0, LockFlag.EXCLUSIVE));
                cpu1.proceed(lock.lockmgr(cpu1, request));
                assertSame(cpu1.idleThread, cpu1.curThread);
                cpu0.proceed(lock.lockmgr(cpu0, LockFlag.RELEASE));
                cpu1.proceed(cpu1.interrupts.ipi());
                assertSame(threads[1], cpu1.curThread);
                cpu1.proceed(lock.lockmgr(cpu1, LockFlag.RELEASE));
            }
        });
    }

    @Test
    void sleepAndWakeupAcrossCpus() {
        Kernel kernel = kernel(2);
        LwktThread sleeper = pair(kernel)[1];
        GlobalData cpu0 = kernel.cpu(0);
        GlobalData cpu1 = kernel.cpu(1);
        assertFlat(() -> {
            cpu1.proceed(cpu1.sleepQueue.tsleep(sleeper, 0, "slp", 1));
            cpu0.proceed(cpu0.sleepQueue.wakeup(sleeper));
            cpu1.proceed(cpu1.interrupts.ipi());
            assertSame(sleeper, cpu1.curThread);
        });
    }

    @Test
    void spinLocksThatAnotherCpuSpinsFor() {
        Kernel kernel = kernel(2);
        pair(kernel);
        GlobalData cpu0 = kernel.cpu(0);
        GlobalData cpu1 = kernel.cpu(1);
        SpinLock lock = new SpinLock();
        assertFlat(() -> {
            cpu0.proceed(lock.lock(cpu0));
            assertSame(Flow.SPIN, cpu1.proceed(lock.lock(cpu1)));
            cpu0.proceed(lock.unlock(cpu0));
            cpu1.proceed(Flow.RETURN);
            cpu1.proceed(lock.unlock(cpu1));
        });
        assertEquals(0, cpu0.spinlocks + cpu1.spinlocks);
    }

    @Test
    void serializersThatAnotherCpuSleepsFor() {
        Kernel kernel = kernel(2);
        LwktThread[] threads = pair(kernel);
        GlobalData cpu0 = kernel.cpu(0);
        GlobalData cpu1 = kernel.cpu(1);
        LwktSerializer serializer = new LwktSerializer();
        serializer.init();
        assertFlat(() -> {
            cpu0.proceed(serializer.enter(cpu0));
            cpu1.proceed(serializer.enter(cpu1));
            assertSame(cpu1.idleThread, cpu1.curThread);
            cpu0.proceed(serializer.exit(cpu0));
            cpu1.proceed(cpu1.interrupts.ipi());
            assertSame(threads[1], cpu1.curThread);
            cpu1.proceed(serializer.exit(cpu1));
        });
    }

    @Test
    void messagesThereAndBack() {
        Kernel kernel = kernel(2);
        LwktThread[] threads = pair(kernel);
        GlobalData cpu0 = kernel.cpu(0);
        GlobalData cpu1 = kernel.cpu(1);
        LwktMsg msg = new LwktMsg();
        msg.init(threads[0].msgPort(), 0);
        MsgPort server = threads[1].msgPort();
        assertFlat(() -> {
            cpu1.proceed(server.awaitPort(cpu1, 0));
            cpu0.proceed(server.doMsg(cpu0, msg, 0));
            cpu1.proceed(cpu1.interrupts.ipi());
            cpu1.proceed(threads[1].message().reply(cpu1, 7));
            cpu0.proceed(cpu0.interrupts.ipi());
            assertEquals(7, threads[0].result());
        });
    }

    @Test
    void cpusyncOverSixtyFourCpus() {
        Kernel kernel = kernel(64);
        pair(kernel);
        GlobalData master = kernel.cpu(0);
        CpuMask all = CpuMask.of(64, -1);
        assertFlat(() -> {
            Flow at = master.proceed(CpuSync.simple(master, all, NOTHING));
            for (int turn = 0; at == Flow.SPIN; turn++) {
                for (int cpu = 1; cpu < 64; cpu++) {
                    GlobalData gd = kernel.cpu(cpu);
                    gd.proceed(turn == 0 ? gd.interrupts.ipi() : Flow.RETURN);
                }
                at = master.proceed(Flow.RETURN);
            }
            assertEquals(0, master.curThread.csCount);
        });
    }

    @Test
    void aThreadThatSleepsIsMadeOfLessThanAKilobyte() {
        Kernel kernel = kernel(2);
        LwktThread main = pair(kernel)[0];
        GlobalData gd = kernel.cpu(0);
        int threads = 100_000;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < threads; i++) {
            gd.proceed(gd.lifecycle.create(new NewThread(TestKernel.BODY, null, 0, 0, "sleeper")));
            LwktThread sleeper = main.created();
            gd.proceed(gd.scheduler.setPriority(sleeper, 20));
            gd.proceed(gd.scheduler.switchThread());
            gd.proceed(gd.sleepQueue.tsleep(sleeper, 0, "slp", 0));
            assertSame(main, gd.curThread);
        }
        long each = (THREADS.getCurrentThreadAllocatedBytes() - before) / threads;
        assertTrue(each < 1024, each + " bytes for each thread");
    }

    /** The clock charges, a reschedule is asked for, and the way back to user mode hands the designation over. */
    @Test
    void userThreadsThatTakeTurns() {
        UserThreadKernel users = new UserThreadKernel(1);
        users.start("a", 0);
        users.start("b", 0);
        GlobalData gd = users.cpu(0);
        assertFlat(() -> gd.proceed(gd.interrupts.timer()));
    }

    /** A wakeup by another CPU puts the lwp on the run queue of all, and a helper or the other CPU takes it. */
    @Test
    void userThreadsThatSleep() {
        UserThreadKernel users = new UserThreadKernel(2);
        Object ident = new LwktMsg();
        users.start("a", 0);
        users.start("b", 0);
        users.start("c", 0);
        assertFlat(() -> {
            for (int cpu = 0; cpu < 2; cpu++) {
                GlobalData gd = users.cpu(cpu);
                if (gd.curThread.has(ThreadFlag.USERMODE)) {
                    gd.userMode.enter();
                    users.run(cpu, gd.sleepQueue.tsleep(ident, 0, "wait", 0));
                }
            }
            users.wakeup(0, ident);
            users.run(1, users.cpu(1).interrupts.timer());
            users.received.clear();
        });
    }
}
