// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ThreadMigrationTest {
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

    @Nested
    class SetcpuSelf {
        @Test
        void doesNothingWhereTheThreadIsThereAlready() {
            assertEquals(Flow.RETURN, cpu0.migration.setCpuSelf(cpu0));
            assertEquals(0, main.critCount);
        }

        @Test
        void goesOnOnTheTarget() {
            test.run(0, cpu0.migration.setCpuSelf(cpu1));
            assertEquals(cpu0.idleThread, cpu0.curThread);
            assertTrue(main.has(ThreadFlag.MIGRATING));
            assertFalse(main.isOnTdallq());
            assertNull(main.migrateGd());
            assertEquals(Flow.FETCH, test.ipi(1));
            assertEquals(main, cpu1.curThread);
            assertEquals(cpu1, main.gd());
            assertTrue(main.isOnTdallq());
            assertFalse(main.has(ThreadFlag.MIGRATING));
            assertEquals(0, main.critCount);
        }

        @Test
        void givesTheDesignationUpFirst() {
            test.makeUser(main);
            cpu0.userMode.enter();
            test.run(0, cpu0.migration.migrateCpu(1));
            assertEquals("release main", test.heard.get(0));
            test.ipi(1);
            assertEquals(main, cpu1.curThread);
            assertEquals(ThreadPriority.KERN_USER, main.pri);
        }

        @Test
        void leavesTheSleepQueue() {
            test.run(0, cpu0.sleepQueue.tsleepInterlock("I0", 0));
            test.run(0, cpu0.migration.migrateCpu(1));
            assertFalse(main.has(ThreadFlag.TSLEEPQ));
        }

        @Test
        void waitsForThePreemptedThread() {
            LwktThread a = test.makePreemptable("A", 0, 20);
            test.schedule(0, a);
            test.run(0, cpu0.migration.migrateCpu(1));
            assertEquals(main, cpu0.curThread, "a preemptor gives the CPU back first");
            test.ipi(1);
            assertEquals(a, cpu1.curThread);
        }
    }

    @Nested
    class Giveaway {
        @Test
        void takesTheThreadOffItsCpu() {
            LwktThread a = test.make("A", 0, 12);
            a.critCount++;
            test.run(0, cpu0.migration.giveaway(a));
            assertTrue(a.has(ThreadFlag.MIGRATING));
            assertFalse(a.isOnTdallq());
            assertEquals(0, main.critCount);
        }
    }

    @Nested
    class Acquire {
        @Test
        void takesAThreadBack() {
            LwktThread a = test.make("A", 0, 12);
            test.run(0, cpu0.migration.giveaway(a));
            test.run(0, cpu0.migration.acquire(a));
            assertFalse(a.has(ThreadFlag.MIGRATING));
            assertTrue(a.isOnTdallq());
            assertEquals(cpu0, a.gd());
            assertEquals(0, main.critCount);
        }

        @Test
        void takesAThreadFromAnotherCpuAtOnceWhereItIsAtRest() {
            LwktThread a = test.make("A", 0, 12);
            test.run(0, cpu0.migration.giveaway(a));
            LwktThread b = runOnCpu1("B");
            assertEquals(Flow.FETCH, test.run(1, cpu1.migration.acquire(a)));
            assertEquals(cpu1, a.gd());
            assertEquals(0, b.critCount);
        }

        /** Meanwhile it takes messages, so that the other CPU can come to an end. */
        @Test
        void pollsWhileTheThreadIsOnItsStack() {
            LwktThread b = runOnCpu1("B");
            LwktThread c = test.make("C", 1, 12);
            giveMainAway();
            test.schedule(0, c);
            assertEquals(Flow.SPIN, test.run(1, cpu1.migration.acquire(main)));
            assertEquals("B C", test.queue(1));
            assertEquals(Flow.SPIN, test.turn(1));
            assertEquals(1, b.critCount);
            test.run(0, cpu0.scheduler.switchThread());
            assertEquals(Flow.FETCH, test.turn(1));
            assertEquals(cpu1, main.gd());
            assertTrue(main.isOnTdallq());
            assertEquals(0, b.critCount);
        }

        @Test
        void interruptsArePendedWhileItPolls() {
            runOnCpu1("B");
            giveMainAway();
            test.run(1, cpu1.migration.acquire(main));
            assertEquals(Flow.SPIN, test.run(1, cpu1.interrupts.timer()));
            assertTrue(cpu1.workPending());
        }

        @Test
        void complainsAfterASecondOfTheTimeStampCounter() {
            boot(TestKernel.sysctl("tsc_frequency", 3));
            runOnCpu1("B");
            giveMainAway();
            test.run(1, cpu1.migration.acquire(main));
            for (int turn = 0; turn < 3; turn++) {
                test.turn(1);
                assertEquals(List.of(), test.printed, "turn " + turn);
            }
            test.turn(1);
            String complaint = "lwkt_acquire: stuck td main td->td_flags 00000421";
            assertEquals(List.of(complaint), test.printed);
            for (int turn = 0; turn < 4; turn++) {
                test.turn(1);
            }
            assertEquals(List.of(complaint, complaint), test.printed);
        }

        private void giveMainAway() {
            LwktScheduler.dequeue(main);
            test.run(0, cpu0.migration.giveaway(main));
        }

        private LwktThread runOnCpu1(String name) {
            LwktThread td = test.make(name, 1, 12);
            test.schedule(0, td);
            test.ipi(1);
            return td;
        }
    }
}
