// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LwktSchedulerTest {
    private TestKernel test;
    private GlobalData cpu0;
    private GlobalData cpu1;
    private LwktThread main;

    @BeforeEach
    void boot() {
        boot(true, new Sysctls());
    }

    private void boot(boolean invariants, Sysctls sysctls) {
        test = new TestKernel(2, invariants, sysctls);
        cpu0 = test.cpu(0);
        cpu1 = test.cpu(1);
        main = test.main;
    }

    @Nested
    class Enqueue {
        @Test
        void leavesABlockedAThreadAloneAndAMigratingOne() {
            LwktThread td = test.make("A", 0, 14);
            td.setFlags(ThreadFlag.BLOCKQ, true);
            test.schedule(0, td);
            assertEquals("main", test.queue(0));
            td.setFlags(ThreadFlag.BLOCKQ, false);
            td.flags |= ThreadFlag.MIGRATING;
            cpu0.scheduler.enqueue(td);
            assertEquals("main", test.queue(0));
        }

        @Test
        void tellsWhoCameToTheQueueAndOnlyOnce() {
            LwktThread td = test.make("A", 0, 12);
            test.enqueued.clear();
            test.schedule(0, td);
            test.schedule(0, td);
            assertEquals(List.of("cpu0 A"), test.enqueued);
        }

        @Test
        void asksForARescheduleOnlyAtTheHead() {
            test.schedule(0, test.make("A", 0, 12));
            assertFalse(cpu0.lwktReschedWanted());
            test.schedule(0, test.make("B", 0, 13));
            assertTrue(cpu0.lwktReschedWanted());
        }
    }

    @Nested
    class Switch {
        @Test
        void dropsTheNestingLevelsInAFatalTrapAndRestoresThem() {
            LwktThread a = test.make("A", 0, 14);
            test.schedule(0, a);
            cpu0.setTrapNestingLevel(1);
            cpu0.interrupts.fastEnter();
            cpu0.pushContinuation((gd, td, operand) -> gd.interrupts.fastLeave(), 0);
            test.run(0, cpu0.scheduler.switchThread());
            assertEquals(a, cpu0.curThread);
            assertEquals(0, cpu0.intrNestingLevel);
            assertEquals(0, cpu0.trapNestingLevel);
            assertEquals(
                    List.of(
                            "Warning: thread switch from interrupt, IPI, or hard code section. thread main (main)",
                            "backtrace"),
                    test.printed);
            test.block(0);
            assertEquals(main, cpu0.curThread);
            assertEquals(1, cpu0.trapNestingLevel);
            assertEquals(0, cpu0.intrNestingLevel, "after the fast interrupt has left");
            assertTrue(main.has(ThreadFlag.PANICWARN));
        }

        @Test
        void warnsOfASwitchInATrapOnlyOnce() {
            cpu0.setTrapNestingLevel(1);
            for (int i = 0; i < 2; i++) {
                cpu0.interrupts.fastEnter();
                cpu0.pushContinuation((gd, td, operand) -> gd.interrupts.fastLeave(), 0);
                test.run(0, cpu0.scheduler.switchThread());
            }
            assertEquals(2, test.printed.size());
        }

        @Test
        void saysThatTheMasterOfACpusyncSwitches() {
            main.setCsCount(1);
            test.run(0, cpu0.scheduler.switchThread());
            assertEquals(List.of("Diagnostic: attempt to switch while mastering cpusync: main"), test.printed);
        }

        @Test
        void saysNothingOfItWithoutInvariants() {
            boot(false, TestKernel.sysctl("lwkt.panic_on_cscount", 1));
            main.setCsCount(1);
            test.run(0, cpu0.scheduler.switchThread());
            assertEquals(List.of(), test.printed);
        }

        @Test
        void countsAPickOfTheCurrentThread() {
            test.run(0, cpu0.scheduler.switchThread());
            assertEquals(main, cpu0.curThread);
            assertEquals(2, cpu0.vSwtch);
            assertEquals(1, test.kernel.switchCount, "but no switch: " + test.heard);
        }

        @Test
        void letsTheIdleThreadHoldATokenInAFatalTrap() {
            test.block(0);
            cpu0.interrupts.fastEnter();
            cpu0.tokens.tryGet(new LwktToken("K0", 0));
            cpu0.setTrapNestingLevel(1);
            assertEquals(Flow.IDLE, test.run(0, cpu0.interrupts.fastLeave()));
        }
    }

    @Nested
    class SwitchReturn {
        /** Only when the preemption chain lets go of the thread may its new CPU have it. */
        @Test
        void keepsAMigratingThreadThatIsPreempted() {
            LwktThread a = test.makePreemptable("A", 0, 20);
            main.migrateGd = cpu1;
            main.flags |= ThreadFlag.MIGRATING;
            test.schedule(0, a);
            assertEquals(a, cpu0.curThread);
            assertEquals(cpu1, main.migrateGd);
            assertFalse(main.has(ThreadFlag.RUNNING));
        }
    }

    @Nested
    class Preempt {
        private LwktThread a;

        @BeforeEach
        void make() {
            a = test.makePreemptable("A", 0, 20);
        }

        private void assertMissed() {
            long misses = test.kernel.preemptMiss();
            test.schedule(0, a);
            assertEquals(main, cpu0.curThread);
            assertEquals(misses + 1, test.kernel.preemptMiss());
            assertEquals(0, test.kernel.preemptHit());
        }

        @Test
        void switchesAtOnceAndReturnsWhenTheOtherBlocks() {
            test.schedule(0, a);
            assertEquals(a, cpu0.curThread);
            assertEquals(main, a.preempted);
            assertTrue(main.has(ThreadFlag.PREEMPT_LOCK));
            test.block(0);
            assertEquals(main, cpu0.curThread);
            assertEquals(0, main.critCount);
            assertEquals(List.of("preempt A", "switch main", "end A"), test.heard);
            assertEquals(1, test.kernel.preemptHit());
            assertFalse(main.has(ThreadFlag.PREEMPT_LOCK | ThreadFlag.PREEMPT_DONE));
            assertEquals(null, a.preempted);
        }

        @Test
        void missesWhereItIsSwitchedOff() {
            boot(true, TestKernel.sysctl("lwkt.preempt_enable", 0));
            make();
            assertMissed();
        }

        @Test
        void missesAThreadOfEqualPriority() {
            test.run(0, cpu0.scheduler.setPrioritySelf(20));
            assertMissed();
        }

        @Test
        void missesInACriticalSection() {
            cpu0.critical.enter();
            assertMissed();
        }

        @Test
        void missesTwoInterruptsDeep() {
            main.nestCount = 2;
            assertMissed();
        }

        @Test
        void missesTheMasterOfACpusync() {
            main.setCsCount(1);
            assertMissed();
        }

        @Test
        void missesAThreadOfAnotherCpu() {
            cpu1.interrupts.fastEnter();
            LwktThread b = test.makePreemptable("B", 0, 20);
            cpu0.critical.enter();
            test.run(0, cpu0.migration.giveaway(b));
            cpu1.idleThread.critCount = 0;
            cpu1.intrNestingLevel = 0;
            cpu1.migration.acquire(b);
            long misses = test.kernel.preemptMiss();
            assertEquals(Flow.RETURN, cpu0.scheduler.preempt(b, 5));
            assertEquals(misses + 1, test.kernel.preemptMiss());
        }

        @Test
        void missesAThreadThatHoldsTokens() {
            test.schedule(0, a);
            cpu0.tokens.tryGet(new LwktToken("K0", 0));
            test.block(0);
            long misses = test.kernel.preemptMiss();
            test.schedule(0, a);
            assertEquals(main, cpu0.curThread);
            assertEquals(misses + 1, test.kernel.preemptMiss());
        }

        @Test
        void findsAPreemptedThreadWeird() {
            test.schedule(0, a);
            main.pri = 25;
            main.preemptable = true;
            cpu0.critical.enter();
            assertEquals(Flow.RETURN, cpu0.scheduler.preempt(main, 1));
            assertEquals(1, test.kernel.preemptWeird());
        }

        /** The counter of hits, although nothing is switched: so has it the source. */
        @Test
        void countsAHitForAThreadThatHasPreemptedAlready() {
            a.preempted = main;
            cpu0.critical.enter();
            assertEquals(Flow.RETURN, cpu0.scheduler.preempt(a, 1));
            assertEquals(1, test.kernel.preemptHit());
            assertEquals(main, cpu0.curThread);
        }

        @Test
        void savesTheInterruptNesting() {
            cpu0.intrNestingLevel = 1;
            test.schedule(0, a);
            assertEquals(0, cpu0.intrNestingLevel);
            test.block(0);
            assertEquals(main, cpu0.curThread);
            assertEquals(1, cpu0.intrNestingLevel);
        }
    }

    @Nested
    class Yield {
        private LwktThread better;

        @BeforeEach
        void make() {
            better = test.make("B", 0, 14);
            test.schedule(0, better);
            assertTrue(cpu0.lwktReschedWanted());
        }

        @Test
        void switchesWhereARescheduleIsWanted() {
            test.run(0, cpu0.scheduler.yieldThread());
            assertEquals(better, cpu0.curThread);
            assertEquals(ThreadMpFlag.DIDYIELD, main.mpFlags);
        }

        @Test
        void switchesThoughWorkStaysPendedInADeepNest() {
            cpu0.setReqFlags(ReqFlag.TIMER);
            main.nestCount = 2;
            assertEquals(Flow.FETCH, test.run(0, cpu0.scheduler.yieldThread()));
            assertEquals(better, cpu0.curThread);
        }

        @Test
        void doesNothingWithASpinLock() {
            cpu0.critical.spinLock();
            test.run(0, cpu0.scheduler.yieldThread());
            test.run(0, cpu0.scheduler.userYield());
            assertEquals(main, cpu0.curThread);
        }

        @Test
        void doesNothingWhereNothingIsWanted() {
            cpu0.clearLwktResched();
            test.run(0, cpu0.scheduler.yieldThread());
            test.run(0, cpu0.scheduler.yieldQuick());
            test.run(0, cpu0.scheduler.userYield());
            assertEquals(main, cpu0.curThread);
            assertEquals(0, main.mpFlags);
        }

        @Test
        void quickGoesOnWhereTheCurrentThreadStandsFirst() {
            test.run(0, cpu0.scheduler.setPrioritySelf(15));
            test.run(0, cpu0.scheduler.yieldQuick());
            assertEquals(main, cpu0.curThread);
            assertFalse(cpu0.lwktReschedWanted());
            assertEquals(0, main.mpFlags);
        }

        @Test
        void quickSwitchesToABetterThread() {
            test.run(0, cpu0.scheduler.yieldQuick());
            assertEquals(better, cpu0.curThread);
            assertEquals(ThreadMpFlag.DIDYIELD, main.mpFlags);
            test.block(0);
            assertEquals(main, cpu0.curThread);
            assertEquals(0, main.critCount);
        }

        @Test
        void userYieldsAlsoForTheUserScheduler() {
            cpu0.clearLwktResched();
            cpu0.setReqFlags(ReqFlag.AST_USER_RESCHED);
            test.run(0, cpu0.scheduler.userYield());
            assertEquals(better, cpu0.curThread);
        }

        /** Below two nested interrupts, all of them run what is pended first; deeper, none does. */
        @Test
        void runsPendedWorkUnlessNestedTooDeeply() {
            for (int nest = 1; nest <= 2; nest++) {
                for (int kind = 0; kind < 3; kind++) {
                    boot();
                    main.nestCount = nest;
                    cpu0.setReqFlags(ReqFlag.TIMER);
                    test.run(0, yieldOfKind(kind));
                    assertEquals(nest == 2, cpu0.workPending(), "nest " + nest + " kind " + kind);
                }
            }
        }

        private Flow yieldOfKind(int kind) {
            return switch (kind) {
                case 0 -> cpu0.scheduler.yieldThread();
                case 1 -> cpu0.scheduler.yieldQuick();
                default -> cpu0.scheduler.userYield();
            };
        }
    }

    @Nested
    class Schedule {
        @Test
        void reachesAThreadOfAnotherCpuByAnIpi() {
            LwktThread a = test.make("A", 1, 12);
            test.schedule(0, a);
            assertEquals("", test.queue(1));
            test.ipi(1);
            assertEquals(a, cpu1.curThread);
        }

        @Test
        void noReschedAsksForARescheduleAllTheSame() {
            LwktThread a = test.make("A", 0, 14);
            test.run(0, cpu0.scheduler.scheduleNoResched(a));
            assertTrue(cpu0.lwktReschedWanted());
        }

        @Test
        void queuesAPreemptableThreadOnlyWhereItIsInAHurryForNothing() {
            LwktThread a = test.makePreemptable("A", 0, 20);
            a.setFlags(ThreadFlag.BLOCKQ, true);
            test.schedule(0, a);
            assertEquals(main, cpu0.curThread);
            assertEquals(0, test.kernel.preemptMiss());
        }
    }

    @Nested
    class Deschedule {
        @Test
        void takesAThreadOfAnotherCpuOffByAnIpi() {
            LwktThread a = test.make("A", 1, 12);
            LwktThread b = test.make("B", 1, 12);
            test.schedule(0, a);
            test.schedule(0, b);
            test.ipi(1);
            assertEquals("A B", test.queue(1));
            test.run(0, cpu0.scheduler.deschedule(b));
            assertEquals("A B", test.queue(1));
            test.ipi(1);
            assertEquals("A", test.queue(1));
        }

        @Test
        void leavesTheCurrentThreadRunning() {
            test.run(0, cpu0.scheduler.descheduleSelf(main));
            assertEquals("", test.queue(0));
            assertEquals(0, cpu0.reqFlags & ReqFlag.RUNNING);
            assertEquals(main, cpu0.curThread);
            assertEquals(0, main.critCount);
        }
    }

    @Nested
    class Setpri {
        @Test
        void leavesTheQueueAloneWhereNothingChanges() {
            test.schedule(0, test.make("A", 0, 12));
            test.run(0, cpu0.scheduler.setPriority(main, 12));
            assertEquals("main A", test.queue(0));
        }

        @Test
        void putsTheThreadIntoItsPlace() {
            LwktThread a = test.make("A", 0, 12);
            test.schedule(0, a);
            test.run(0, cpu0.scheduler.setPriority(a, 13));
            assertEquals("A main", test.queue(0));
            test.run(0, cpu0.scheduler.setPriority(main, 14));
            assertEquals("main A", test.queue(0));
            assertEquals(0, main.critCount);
        }

        @Test
        void ofAThreadThatIsNotQueuedOnlySetsIt() {
            LwktThread a = test.make("A", 1, 12);
            test.run(0, cpu0.scheduler.setPriority(a, 0));
            cpu0.scheduler.setPriorityInitial(a, 0);
            assertEquals(0, a.pri);
        }

        @Test
        void selfTakesTheWholeRange() {
            test.run(0, cpu0.scheduler.setPrioritySelf(0));
            assertEquals(0, main.pri);
            test.run(0, cpu0.scheduler.setPrioritySelf(31));
            assertEquals(31, main.pri);
        }
    }

    @Nested
    class Schedulerclock {
        @Test
        void asksForARescheduleWhereAnotherThreadStandsFirst() {
            LwktScheduler.dequeue(main);
            test.run(0, cpu0.interrupts.timer());
            assertFalse(cpu0.lwktReschedWanted());
            LwktThread a = test.make("A", 0, 1);
            test.schedule(0, a);
            cpu0.clearLwktResched();
            test.run(0, cpu0.interrupts.timer());
            assertTrue(cpu0.lwktReschedWanted());
        }
    }

    @Nested
    class PreemptedProc {
        @Test
        void isTheLwpAtTheEndOfTheChain() {
            Lwp lwp = test.makeUser(main);
            test.schedule(0, test.makePreemptable("A", 0, 20));
            test.schedule(0, test.makePreemptable("B", 0, 25));
            assertEquals("B", cpu0.curThread.comm);
            assertEquals(lwp, cpu0.scheduler.preemptedProc());
            assertNotEquals(null, lwp);
            assertEquals(main, lwp.thread());
        }
    }

    @Nested
    class SetInterruptSupportThread {
        @Test
        void raisesAndMakesPreemptable() {
            test.run(0, cpu0.scheduler.setInterruptSupportThread());
            assertEquals(ThreadPriority.INT_SUPPORT, main.pri);
            assertTrue(main.preemptable);
            assertTrue(main.has(ThreadFlag.INTTHREAD));
        }
    }
}
