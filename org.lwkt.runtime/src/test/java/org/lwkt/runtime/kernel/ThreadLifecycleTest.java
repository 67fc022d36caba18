// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ThreadLifecycleTest {
    private TestKernel test;
    private GlobalData cpu0;
    private GlobalData cpu1;
    private LwktThread main;

    @BeforeEach
    void boot() {
        boot(new Sysctls());
    }

    private void boot(Sysctls sysctls) {
        test = new TestKernel(3, true, sysctls);
        cpu0 = test.cpu(0);
        cpu1 = test.cpu(1);
        main = test.main;
    }

    private LwktThread alloc(LwktThread template, int stackSize, int cpu) {
        test.run(0, cpu0.lifecycle.alloc(template, stackSize, cpu, 0));
        return main.created();
    }

    @Nested
    class AllocThread {
        @Test
        void startsInACriticalSectionAtKernDaemonOnNoQueue() {
            LwktThread td = alloc(null, 4096, 0);
            assertEquals(1, td.critCount);
            assertEquals(ThreadPriority.KERN_DAEMON, td.pri);
            assertEquals(ThreadFlag.ALLOCATED_THREAD | ThreadFlag.ALLOCATED_STACK, td.flags);
            assertEquals(4096, td.stackSize);
            assertTrue(td.isOnTdallq());
            assertEquals("main", test.queue(0));
            assertEquals(0, main.critCount);
        }

        @Test
        void usesAnExitedThreadAgainWithItsStack() {
            LwktThread exited = test.makeExited("A");
            int stack = exited.stack;
            assertSame(exited, cpu0.freeThread());
            LwktThread td = alloc(null, KernelMemory.THREAD_STACK, 0);
            assertSame(exited, td);
            assertNull(cpu0.freeThread());
            assertEquals(stack, td.stack);
            assertEquals(
                    List.of(),
                    test.heard.stream().filter(it -> it.startsWith("stackfree")).toList());
        }

        @Test
        void getsAnotherStackWhereTheSizeDiffers() {
            LwktThread exited = test.makeExited("A");
            int stack = exited.stack;
            LwktThread td = alloc(null, 1234, 0);
            assertSame(exited, td);
            assertNotEquals(stack, td.stack);
            assertTrue(test.heard.contains("stackfree " + KernelMemory.THREAD_STACK));
            assertEquals(1234, td.stackSize);
        }

        @Test
        void leavesTheStackOfTheCallerAlone() {
            LwktThread template = LwktThread.template();
            template.stack = 77;
            template.stackSize = 100;
            LwktThread td = alloc(template, 200, 0);
            assertSame(template, td);
            assertEquals(77, td.stack);
            assertEquals(0, td.flags);
        }

        @Test
        void rotatesWhereNoCpuIsAskedFor() {
            int first = alloc(null, 4096, -1).gd.cpuId;
            assertEquals((first + 1) % 3, alloc(null, 4096, -1).gd.cpuId);
            assertEquals((first + 2) % 3, alloc(null, 4096, -1).gd.cpuId);
            assertEquals(first, alloc(null, 4096, -1).gd.cpuId);
        }

        @Test
        void reachesTheListOfAnotherCpuByAnIpi() {
            LwktThread td = alloc(null, 4096, 1);
            assertFalse(td.isOnTdallq());
            test.ipi(1);
            assertTrue(td.isOnTdallq());
        }
    }

    @Nested
    class Create {
        @Test
        void schedulesUnlessToldNotTo() {
            LwktThread td = test.make("A", 0, 12);
            assertFalse(td.has(ThreadFlag.NOSTART));
            assertEquals("main", test.queue(0));
            test.run(0, cpu0.lifecycle.create(new NewThread(TestKernel.BODY, null, 0, 0, "B")));
            assertEquals("main B", test.queue(0));
            assertSame(TestKernel.BODY, main.created().body());
        }

        @Test
        void cutsALongName() {
            LwktThread td = test.make("12345678901234567", 0, 12);
            assertEquals("1234567890123456", td.comm());
            cpu0.lifecycle.setComm(td, "abcdefghijklmnopq");
            assertEquals("abcdefghijklmnop", td.comm());
            cpu0.lifecycle.setComm(td, "short");
            assertEquals("short", td.comm());
        }

        @Test
        void aNewHandlerTakesThePlaceOfTheOldOne() {
            LwktThread td = test.make("A", 0, 14);
            cpu0.lifecycle.setThreadHandler(td, TestKernel.BODY);
            assertEquals(2, td.kernelStack.depth());
        }

        @Test
        void theFirstActivationLeavesTheFirstCriticalSection() {
            LwktThread td = test.make("A", 0, 14);
            test.schedule(0, td);
            test.run(0, cpu0.scheduler.switchThread());
            assertSame(td, cpu0.curThread);
            assertEquals(0, td.critCount);
        }
    }

    @Nested
    class Exit {
        @Test
        void keepsTheLastThreadUntilTheNextOne() {
            LwktThread a = test.make("A", 0, 14);
            LwktThread b = test.make("B", 0, 14);
            test.schedule(0, a);
            test.schedule(0, b);
            test.run(0, cpu0.scheduler.switchThread());
            test.exit(0);
            assertSame(a, cpu0.freeThread());
            assertTrue(a.has(ThreadFlag.EXITING));
            assertFalse(a.has(ThreadFlag.RUNNING));
            assertFalse(a.hasContext());
            assertFalse(a.isOnTdallq());
            assertSame(b, cpu0.curThread);
            test.exit(0);
            assertSame(b, cpu0.freeThread());
            assertSame(a, test.kernel.freeThreads().iterator().next());
        }

        @Test
        void ofAStructureOfTheCallerKeepsNothing() {
            LwktThread template = LwktThread.template();
            test.run(0, cpu0.lifecycle.create(new NewThread(TestKernel.BODY, template, 0, 0, "A")));
            test.run(0, cpu0.scheduler.setPriority(template, 14));
            test.run(0, cpu0.scheduler.switchThread());
            test.exit(0);
            assertNull(cpu0.freeThread());
            assertSame(main, cpu0.curThread);
        }

        @Test
        void waitsWhileSomebodyHoldsTheThread() {
            LwktThread a = test.make("A", 0, 14);
            cpu0.lifecycle.hold(a);
            test.schedule(0, a);
            test.run(0, cpu0.scheduler.switchThread());
            test.exit(0);
            assertSame(main, cpu0.curThread);
            assertEquals("tdreap", a.wmesg());
            test.run(0, cpu0.sleepQueue.endtsleep(a));
            test.run(0, cpu0.scheduler.yieldThread());
            assertEquals("tdreap", a.wmesg(), "still held");
            cpu0.lifecycle.rele(a);
            test.run(0, cpu0.sleepQueue.endtsleep(a));
            test.run(0, cpu0.scheduler.yieldThread());
            assertSame(a, cpu0.freeThread());
        }

        @Test
        void takesTheThreadOffASleepQueueThatItIsStillOn() {
            LwktThread a = test.make("A", 0, 14);
            test.schedule(0, a);
            test.run(0, cpu0.scheduler.switchThread());
            test.run(0, cpu0.sleepQueue.tsleepInterlock("I0", 0));
            test.exit(0);
            assertFalse(a.has(ThreadFlag.TSLEEPQ));
            assertNull(a.sleepqLink.queue);
        }

        @Test
        void wakesWhoeverWaitsForIt() {
            LwktThread waiter = test.make("W", 1, 12);
            LwktThread a = test.make("A", 0, 14);
            test.schedule(0, waiter);
            test.ipi(1);
            test.run(1, cpu1.sleepQueue.tsleep(a, 0, "lwpxt", 0));
            test.schedule(0, a);
            test.run(0, cpu0.scheduler.switchThread());
            test.makeUser(a);
            test.run(0, cpu0.lifecycle.lwpExit());
            assertEquals(ThreadMpFlag.EXITSIG, a.mpFlags);
            assertNull(cpu0.freeThread());
            test.ipi(1);
            assertSame(waiter, cpu1.curThread);
            cpu0.lifecycle.free(a);
        }

        /** A stale schedule of a thread without context is what the kernel cannot survive. */
        @Trips(function = "td_switch", text = "thread A has no context")
        void nobodySwitchesToAThreadThatHasExited() {
            LwktThread a = test.makeExited("A");
            a.pri = 14;
            test.schedule(0, a);
            cpu0.scheduler.switchThread();
        }
    }

    @Nested
    class FreeThread {
        @Test
        void givesAStructureOfTheCacheBackWithItsStack() {
            LwktThread td = test.make("A", 0, 12);
            int stack = td.stack;
            td.setFpuContext();
            cpu0.lifecycle.free(td);
            assertTrue(test.heard.contains("fpufree"));
            assertSame(td, test.kernel.freeThreads().iterator().next());
            assertEquals(stack, td.stack);
            test.heard.clear();
            td.refs = 0;
            cpu0.lifecycle.free(LwktThread.template());
            assertEquals(List.of(), test.heard);
        }

        @Test
        void takesOnlyTheStackFromAStructureOfTheCaller() {
            LwktThread td = alloc(LwktThread.template(), 4096, 0);
            cpu0.lifecycle.free(td);
            assertTrue(test.heard.contains("stackfree 4096"));
            assertEquals(KernelMemory.NO_STACK, td.stack);
            assertEquals(0, td.stackSize);
        }

        @Trips(function = "tailq", text = "bzero td_threadq A")
        void aQueuedStructureIsNotMadeAnotherThread() {
            LwktThread td = LwktThread.template();
            test.run(0, cpu0.lifecycle.create(new NewThread(TestKernel.BODY, td, 0, 0, "A")));
            cpu0.lifecycle.alloc(td, 4096, 0, 0);
        }
    }

    @Nested
    class ObjectCache {
        @Test
        void holdsAsManyAsTheTunableSays() {
            boot(TestKernel.sysctl("lwkt.cache_threads", 2));
            assertEquals(2, cached(5));
        }

        @Test
        void holds32OrFourForEachCpu() {
            assertEquals(32, cached(40));
            test = new TestKernel(9);
            cpu0 = test.cpu(0);
            assertEquals(36, cached(40));
        }

        private int cached(int freed) {
            LwktThread[] threads = new LwktThread[freed];
            for (int i = 0; i < freed; i++) {
                threads[i] = test.make("t" + i, 0, 12);
            }
            for (LwktThread td : threads) {
                cpu0.lifecycle.removeTdallq(td);
                cpu0.lifecycle.free(td);
            }
            int count = 0;
            for (LwktThread td : test.kernel.freeThreads()) {
                assertTrue(td.has(ThreadFlag.ALLOCATED_THREAD));
                count++;
            }
            long stacks =
                    test.heard.stream().filter(it -> it.startsWith("stackfree")).count();
            assertEquals(freed - count, stacks, "the destructor gives the stack back");
            assertEquals(0, threads[freed - 1].flags);
            return count;
        }
    }

    @Nested
    class Structure {
        @Test
        void nothingOfAnEarlierUseIsLeft() {
            LwktThread td = LwktThread.template();
            td.wakeFromCpu = 3;
            td.upri = 4;
            td.contended = 5;
            td.csCount = 6;
            td.nestCount = 7;
            td.result = 8;
            td.exitSwitch = true;
            td.preemptable = true;
            td.release = true;
            td.fpuContext = true;
            td.timeoutArmed = true;
            td.sleepTimo = 9;
            td.sleepMesg = "x";
            td.sleepIdent = "x";
            td.wmesg = "x";
            td.wchan = "x";
            td.comm = "x";
            td.refs = 1;
            td.mpFlags = 1;
            td.toksStop = 1;
            td.toksHave = 1;
            td.preempted = td;
            td.created = td;
            td.migrateGd = cpu0;
            td.lwp = new Lwp(td, null);
            td.kernelStack.push(1);
            int incarnation = td.incarnation;
            alloc(td, 4096, 0);
            assertEquals(incarnation + 1, td.incarnation);
            assertEquals(
                    0, td.wakeFromCpu + td.upri + td.contended + td.csCount + td.nestCount + td.result + td.sleepTimo);
            assertEquals(0, td.refs + td.mpFlags + td.tokenCount());
            assertEquals(LwktThread.NO_TOKENS_HAVE, td.toksHave);
            assertFalse(td.exitSwitch || td.preemptable || td.release || td.fpuContext || td.timeoutArmed);
            assertNull(td.sleepMesg);
            assertNull(td.sleepIdent);
            assertNull(td.wmesg);
            assertNull(td.wchan);
            assertEquals("", td.comm);
            assertNull(td.preempted);
            assertNull(td.created);
            assertNull(td.migrateGd);
            assertNull(td.lwp);
            assertNull(td.body);
            assertFalse(td.hasContext());
        }
    }
}
