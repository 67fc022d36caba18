// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Interrupts, what runs them when they were pended, their threads, and the idle loop. */
class InterruptsTest {
    private TestKernel test;
    private GlobalData cpu0;
    private GlobalData cpu1;
    private LwktThread main;

    @BeforeEach
    void boot() {
        boot(new Sysctls());
    }

    private void boot(Sysctls sysctls) {
        test = new TestKernel(2, true, sysctls);
        cpu0 = test.cpu(0);
        cpu1 = test.cpu(1);
        main = test.main;
    }

    private InterruptSource source(String name, int cpu) {
        return test.kernel.registerInterrupt(test.makePreemptable(name, cpu, ThreadPriority.INT_MED));
    }

    @Nested
    class Pend {
        @Test
        void notesInterruptsInACriticalSectionAndRunsThemAtItsEnd() {
            InterruptSource source = source("I", 0);
            cpu0.critical.enter();
            test.run(0, cpu0.interrupts.timer());
            test.run(0, cpu0.interrupts.ipi());
            test.run(0, cpu0.interrupts.device(source));
            assertEquals(ReqFlag.IPIQ | ReqFlag.TIMER | ReqFlag.INTPEND, cpu0.reqFlags & ReqFlag.IDLECHECK_MASK);
            assertFalse(source.isRunning());
            test.run(0, cpu0.critical.exit());
            assertEquals(source.thread(), cpu0.curThread);
            test.block(0);
            assertEquals(main, cpu0.curThread);
            assertEquals(0, cpu0.reqFlags & ReqFlag.IDLECHECK_MASK);
            assertEquals(0, main.nestCount);
            assertEquals(1, cpu0.vIntr);
        }

        @Test
        void notesTicksAndDevicesInsideAnotherInterruptToo() {
            InterruptSource source = source("I", 0);
            main.nestCount = 1;
            test.run(0, cpu0.interrupts.timer());
            assertTrue((cpu0.reqFlags & ReqFlag.TIMER) != 0);
            cpu0.critical.enter();
            test.run(0, cpu0.interrupts.device(source));
            assertTrue((cpu0.reqFlags & ReqFlag.INTPEND) != 0);
        }

        /** Outside of a critical section the return from the interrupt dispatches what it has just noted. */
        @Test
        void dispatchesADeviceOnTheWayOutWhereOnlyTheNestingForbadeItButNestedTooDeepToPreempt() {
            InterruptSource source = source("I", 0);
            main.nestCount = 1;
            test.run(0, cpu0.interrupts.device(source));
            assertEquals(main, cpu0.curThread);
            assertEquals("I main", test.queue(0));
            assertEquals(1, main.nestCount);
            assertFalse(cpu0.workPending());
        }

        @Test
        void theWayOutOfAnInterruptRunsAPendedTick() {
            test.schedule(0, test.make("A", 0, 12));
            cpu0.setReqFlags(ReqFlag.TIMER);
            cpu0.interrupts.fastEnter();
            test.run(0, cpu0.interrupts.fastLeave());
            assertEquals("A main", test.queue(0));
            assertFalse(cpu0.workPending());
            assertEquals(0, cpu0.intrNestingLevel);
        }

        @Test
        void splzCheckWorksInACriticalSectionButNotInAHardCodeSection() {
            cpu0.critical.enter();
            cpu0.setReqFlags(ReqFlag.TIMER);
            cpu0.intrNestingLevel = 1;
            test.run(0, cpu0.pending.splzCheck());
            assertTrue(cpu0.workPending());
            cpu0.intrNestingLevel = 0;
            main.nestCount = 2;
            test.run(0, cpu0.pending.splzCheck());
            assertTrue(cpu0.workPending());
            main.nestCount = 1;
            test.run(0, cpu0.pending.splzCheck());
            assertFalse(cpu0.workPending());
        }

        @Test
        void maybeSplzWaitsForTheEndOfTheSection() {
            cpu0.setReqFlags(ReqFlag.TIMER);
            main.critCount = 1;
            test.run(0, cpu0.pending.maybeSplz(main));
            assertTrue(cpu0.workPending());
            main.critCount = 0;
            cpu0.intrNestingLevel = 1;
            test.run(0, cpu0.pending.maybeSplz(main));
            assertTrue(cpu0.workPending());
            cpu0.intrNestingLevel = 0;
            main.nestCount = 2;
            test.run(0, cpu0.pending.maybeSplz(main));
            assertTrue(cpu0.workPending());
            main.nestCount = 1;
            test.run(0, cpu0.pending.maybeSplz(main));
            assertFalse(cpu0.workPending());
        }

        @Test
        void theThreadOfTheLowestDevicePreemptsAndIsEnqueuedLast() {
            InterruptSource first = source("I", 0);
            InterruptSource second = source("J", 0);
            cpu0.critical.enter();
            test.run(0, cpu0.interrupts.device(second));
            test.run(0, cpu0.interrupts.device(first));
            test.run(0, cpu0.critical.exit());
            assertEquals(first.thread(), cpu0.curThread);
            assertEquals("J I main", test.queue(0));
        }
    }

    @Nested
    class IthreadSched {
        @Trips(function = "ithread_sched", text = "no critical section")
        void refusesToRunOutsideOfACriticalSection() {
            cpu0.ithreads.ithreadSched(source("I", 0));
        }

        @Test
        void forwardsToTheCpuOfTheThread() {
            InterruptSource source = source("I", 1);
            test.run(0, cpu0.interrupts.device(source));
            assertFalse(source.isRunning());
            test.ipi(1);
            assertTrue(source.isRunning());
            assertEquals(source.thread(), cpu1.curThread, "queued by the message, and switched to by the idle loop");
        }

        @Test
        void forwardsOnceMoreWhereTheThreadHasMovedMeanwhile() {
            InterruptSource source = source("I", 1);
            test.run(0, cpu0.interrupts.device(source));
            source.thread.gd = cpu0;
            test.heard.clear();
            test.ipi(1);
            assertFalse(source.isRunning());
            test.ipi(0);
            assertTrue(source.isRunning());
            assertEquals(List.of("recv sched_ithd_remote", "recv sched_ithd_remote"), test.heard);
        }

        @Test
        void asksARunningThreadOnlyForOneMoreTurn() {
            InterruptSource source = source("I", 0);
            test.run(0, cpu0.interrupts.device(source));
            assertEquals(source.thread(), cpu0.curThread);
            test.block(0);
            assertTrue(source.isRunning());
            test.run(0, cpu0.interrupts.device(source));
            assertEquals(main, cpu0.curThread, "descheduled by hand, it is not scheduled again");
            InterruptSource far = source("J", 1);
            for (int i = 0; i < 2; i++) {
                test.run(0, cpu0.interrupts.device(far));
                test.ipi(1);
            }
            assertEquals("J", test.queue(1));
        }

        @Test
        void forgetsAThreadWhoseStructureIsUsedAgain() {
            InterruptSource far = source("J", 1);
            InterruptSource here = test.kernel.registerInterrupt(test.makeExited("I"));
            LwktThread again = test.make("A", 0, 12);
            assertEquals(here.thread(), again);
            assertTrue(here.isStale());
            test.run(0, cpu0.interrupts.device(here));
            assertFalse(here.isRunning());
            test.run(0, cpu0.interrupts.device(far));
            far.thread.incarnation++;
            test.ipi(1);
            assertFalse(far.isRunning());
        }
    }

    @Nested
    class AwaitInterrupt {
        @Test
        void sleepsUntilAskedAndTakesOneMoreTurnIfAskedMeanwhile() {
            InterruptSource source = source("I", 0);
            test.run(0, cpu0.interrupts.device(source));
            assertEquals(source.thread(), cpu0.curThread);
            test.run(0, cpu0.ithreads.awaitInterrupt());
            assertEquals(source.thread(), cpu0.curThread, "the first turn");
            assertFalse(source.isRunning());
            test.run(0, cpu0.ithreads.awaitInterrupt());
            assertEquals(main, cpu0.curThread);
            test.run(0, cpu0.interrupts.device(source));
            assertEquals(source.thread(), cpu0.curThread);
            assertEquals(0, source.thread().critCount);
            assertFalse(source.isRunning());
        }

        @Test
        void ofAThreadWithoutASourceOnlyBlocks() {
            test.run(0, cpu0.ithreads.awaitInterrupt());
            assertEquals(cpu0.idleThread, cpu0.curThread);
            test.schedule(1, main);
            test.ipi(0);
            assertEquals(main, cpu0.curThread);
            assertEquals(0, main.critCount);
        }
    }

    @Nested
    class SmpStopped {
        @Test
        void takesMessagesAndPendedWorkOnlyInADump() {
            for (boolean dump : new boolean[] {false, true}) {
                boot();
                LwktThread a = test.make("A", 1, 12);
                test.kernel.setDumping(dump);
                test.schedule(0, a);
                cpu1.setReqFlags(ReqFlag.TIMER | ReqFlag.IPIQ);
                cpu1.interrupts.stopEnter();
                assertEquals(0, cpu1.reqFlags & ReqFlag.IPIQ);
                cpu1.pushContinuation(
                        (gd, td, operand) -> {
                            assertEquals(1, gd.intrNestingLevel);
                            gd.interrupts.stopLeave();
                            return Flow.RETURN;
                        },
                        0);
                Flow flow = cpu1.interrupts.smpStopped();
                test.run(1, flow);
                assertTrue(test.heard.contains("stopped"));
                assertEquals(0, cpu1.intrNestingLevel);
                assertEquals(a, cpu1.curThread);
            }
        }

        @Test
        void leavesPendedWorkAloneOutsideOfADump() {
            cpu0.setReqFlags(ReqFlag.TIMER);
            cpu0.interrupts.stopEnter();
            cpu0.interrupts.smpStopped();
            assertTrue(cpu0.workPending());
            cpu0.interrupts.stopLeave();
            assertEquals(0, main.critCount);
            assertEquals(0, cpu0.intrNestingLevel);
        }
    }

    @Nested
    class Idle {
        @Test
        void pendsInterruptsWhereItWaitsInACriticalSection() {
            boot(TestKernel.sysctl("idle_crit", 1));
            LwktThread a = test.make("A", 0, 12);
            test.block(0);
            assertEquals(1, cpu0.idleThread.critCount);
            cpu1.scheduler.schedule(a);
            assertEquals(Flow.FETCH, test.ipi(0));
            assertEquals(a, cpu0.curThread);
        }

        @Test
        void doesNotWaitInOneWhileARescheduleIsWanted() {
            boot(TestKernel.sysctl("idle_crit", 1));
            test.block(0);
            cpu0.idleThread.critCount = 0;
            cpu0.setReqFlags(ReqFlag.AST_LWKT_RESCHED);
            cpu0.idleLoop.afterSwitch();
            assertEquals(0, cpu0.idleThread.critCount);
        }

        /** Deep inside interrupts the switch does not look at what is pended; the loop does. */
        @Test
        void runsPendedWorkThatTheSwitchLeft() {
            test.block(0);
            int turns = cpu0.idleRepeat;
            cpu0.idleThread.nestCount = 2;
            cpu0.setReqFlags(ReqFlag.TIMER);
            test.turn(0);
            assertFalse(cpu0.workPending());
            assertEquals(turns + 2, cpu0.idleRepeat);
        }
    }

    @Nested
    class UserMode {
        @Test
        void theReturnAcquiresTheDesignationAndTheAstYields() {
            LwktThread better = test.make("B", 0, 14);
            test.makeUser(main);
            test.run(0, cpu0.userMode.returnToUser());
            assertTrue(main.has(ThreadFlag.USERMODE));
            assertEquals(ThreadPriority.USER_NORM, main.pri);
            test.heard.clear();
            cpu0.interrupts.fastEnter();
            cpu0.pushContinuation((gd, td, operand) -> gd.interrupts.fastLeave(), 0);
            test.run(0, cpu0.scheduler.schedule(better));
            assertEquals(better, cpu0.curThread, "the AST switches");
            assertFalse(main.has(ThreadFlag.USERMODE));
            test.block(0);
            assertEquals(main, cpu0.curThread);
            assertTrue(main.has(ThreadFlag.USERMODE));
            assertEquals(0, main.critCount);
        }

        @Test
        void aSystemCallThatDoesNotBlockKeepsThePriority() {
            test.makeUser(main);
            test.run(0, cpu0.userMode.returnToUser());
            cpu0.userMode.enter();
            assertFalse(main.has(ThreadFlag.USERMODE));
            assertTrue(main.release());
            test.run(0, cpu0.scheduler.switchThread());
            assertTrue(main.release(), "still queued, it keeps the designation");
            test.heard.clear();
            cpu0.setReqFlags(ReqFlag.AST_USER_RESCHED);
            test.run(0, cpu0.scheduler.switchThread());
            assertFalse(main.release());
            assertEquals(List.of("release main"), test.heard);
            assertEquals(ThreadPriority.KERN_USER, main.pri);
            test.run(0, cpu0.userMode.returnToUser());
            assertEquals(ThreadPriority.USER_NORM, main.pri);
        }

        @Test
        void anAstOfAKernelThreadWaits() {
            cpu0.setReqFlags(ReqFlag.AST_SIGNAL);
            test.run(0, cpu0.interrupts.timer());
            assertTrue((cpu0.reqFlags & ReqFlag.AST_SIGNAL) != 0);
        }
    }
}
