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

class SleepQueueTest {
    private TestKernel test;
    private GlobalData cpu0;
    private GlobalData cpu1;
    private LwktThread main;

    @BeforeEach
    void boot() {
        test = new TestKernel(2);
        cpu0 = test.cpu(0);
        cpu1 = test.cpu(1);
        main = test.main;
    }

    /** Makes a better thread on CPU 0 and lets it sleep; main is current again. */
    private LwktThread sleeper(String name, String ident, int timo, boolean user) {
        LwktThread td = test.make(name, 0, 14);
        if (user) {
            test.makeUser(td);
        }
        test.schedule(0, td);
        test.run(0, cpu0.scheduler.switchThread());
        assertEquals(td, cpu0.curThread);
        test.run(0, cpu0.sleepQueue.tsleep(ident, 0, "slp", timo));
        assertEquals(main, cpu0.curThread);
        return td;
    }

    @Nested
    class Tsleep {
        @Test
        void showsWhatItWaitsForAndWakesWithoutAnError() {
            LwktThread td = sleeper("A", "I0", 0, false);
            assertEquals("slp", td.wmesg());
            assertTrue(td.has(ThreadFlag.TSLEEPQ | ThreadFlag.TSLEEP_DESCHEDULED));
            assertFalse(td.timeoutArmed());
            test.run(0, cpu0.sleepQueue.wakeup("I0"));
            assertEquals("A main", test.queue(0));
            test.run(0, cpu0.scheduler.yieldThread());
            assertEquals(td, cpu0.curThread);
            assertNull(td.wmesg());
            assertEquals(0, td.result());
            assertEquals(0, td.critCount);
            assertFalse(td.has(ThreadFlag.TSLEEPQ | ThreadFlag.TSLEEP_DESCHEDULED));
        }

        @Test
        void ofAnLwpHandsTheDesignationOverAndSleepsAsLwp() {
            LwktThread td = sleeper("A", "I0", 0, true);
            assertTrue(td.lwp.isSleeping());
            assertTrue(test.heard.contains("release A"));
            test.run(0, cpu0.sleepQueue.wakeup("I0"));
            test.run(0, cpu0.scheduler.yieldThread());
            assertFalse(td.lwp.isSleeping());
            assertEquals(0, td.toksStop);
        }

        @Test
        void interlockedReturnsAtOnceWhereAWakeupCameInBetween() {
            test.run(0, cpu0.sleepQueue.tsleepInterlock("I0", 0));
            test.run(0, cpu0.sleepQueue.wakeup("I0"));
            assertFalse(main.has(ThreadFlag.TSLEEPQ));
            assertEquals(Flow.FETCH, test.run(0, cpu0.sleepQueue.tsleep("I0", SleepQueue.PINTERLOCKED, "slp", 0)));
            assertEquals(main, cpu0.curThread);
            assertEquals(0, main.result());
        }

        @Test
        void interlockedOnSomethingElseReturnsAtOnceAndStaysQueued() {
            test.run(0, cpu0.sleepQueue.tsleepInterlock("I1", 0));
            assertEquals(Flow.FETCH, test.run(0, cpu0.sleepQueue.tsleep("I0", SleepQueue.PINTERLOCKED, "slp", 0)));
            assertTrue(main.has(ThreadFlag.TSLEEPQ));
            assertEquals("I1", main.wchan);
        }

        @Trips(function = "tsleep", text = "assert td != &gd->gd_idlethread")
        void refusesTheIdleThread() {
            cpu1.sleepQueue.tsleep("I0", 0, "slp", 0);
        }

        @Trips(function = "tsleep", text = "tsleep I0 slp 4")
        void refusesAnLwpThatDoesNotRun() {
            test.makeUser(main).stat = Lwp.LSSLEEP;
            cpu0.sleepQueue.tsleep("I0", 0, "slp", 0);
        }

        @Trips(function = "tsleep", text = "assert (td->td_flags & TDF_TIMEOUT) == 0")
        void refusesAThreadWithALeftTimeout() {
            main.flags |= ThreadFlag.TIMEOUT;
            cpu0.sleepQueue.tsleep("I0", 0, "slp", 0);
        }

        @Trips(function = "tsleep", text = "assert (lp->lwp_mpflags & LWP_MP_ONRUNQ) == 0")
        void refusesAnLwpThatTheUserSchedulerHolds() {
            test.makeUser(main).setOnRunq(true);
            test.run(0, cpu0.sleepQueue.tsleep("I0", 0, "slp", 0));
        }

        @Trips(function = "tsleep", text = "assert gd == td->td_gd")
        void refusesToWakeOnAnotherCpu() {
            LwktThread td = sleeper("A", "I0", 0, false);
            cpu0.sleepQueue.tsleepRemove(critical(td));
            td.gd = cpu1;
            cpu1.scheduler.enqueue(td);
            test.turn(1);
        }

        private LwktThread critical(LwktThread td) {
            assertTrue(td.critCount > 0);
            return td;
        }
    }

    @Nested
    class TsleepInterlock {
        @Test
        void keepsThePlaceOnTheSameIdentifierAndLosesItOnAnother() {
            LwktThread a = sleeper("A", "I0", 0, false);
            test.run(0, cpu0.sleepQueue.tsleepInterlock("I0", 0));
            LwktThread b = sleeper("B", "I0", 0, false);
            test.run(0, cpu0.sleepQueue.tsleepInterlock("I0", 0));
            assertWoken(a, main, b);
            boot();
            LwktThread c = sleeper("C", "I1", 0, false);
            test.run(0, cpu0.sleepQueue.tsleepInterlock("I0", 0));
            LwktThread d = sleeper("D", "I1", 0, false);
            test.run(0, cpu0.sleepQueue.tsleepInterlock("I1", 0));
            assertWoken(c, d, main);
        }

        private void assertWoken(LwktThread... expected) {
            for (LwktThread td : expected) {
                LwktThread first = td.sleepqLink.prev;
                assertNull(first, "before " + td);
                cpu0.critical.enter();
                td.critCount++;
                cpu0.sleepQueue.tsleepRemove(td);
                td.critCount--;
                test.run(0, cpu0.critical.exit());
            }
        }
    }

    @Nested
    class TsleepRemove {
        @Trips(function = "_tsleep_remove", text = "assert td->td_gd == gd && IN_CRITICAL_SECT(td)")
        void refusesAThreadOfAnotherCpu() {
            cpu1.sleepQueue.tsleepRemove(sleeper("A", "I0", 0, false));
        }

        @Trips(function = "_tsleep_remove", text = "assert td->td_gd == gd && IN_CRITICAL_SECT(td)")
        void refusesAThreadInNoCriticalSection() {
            cpu0.sleepQueue.tsleepRemove(main);
        }

        @Trips(function = "_tsleep_remove", text = "assert (td->td_flags & TDF_MIGRATING) == 0")
        void refusesAThreadThatMigrates() {
            LwktThread td = sleeper("A", "I0", 0, false);
            td.flags |= ThreadFlag.MIGRATING;
            cpu0.sleepQueue.tsleepRemove(td);
        }

        @Test
        void doesNothingToAThreadThatIsNotQueued() {
            cpu0.critical.enter();
            cpu0.sleepQueue.tsleepRemove(main);
            assertFalse(main.has(ThreadFlag.TSLEEPQ));
        }
    }

    @Nested
    class Endtsleep {
        @Test
        void endsASleepWithAnError() {
            for (boolean user : new boolean[] {false, true}) {
                boot();
                LwktThread td = sleeper("A", "I0", 1, user);
                assertTrue(td.timeoutArmed());
                test.run(0, cpu0.sleepQueue.endtsleep(td));
                assertFalse(td.timeoutArmed());
                assertFalse(td.has(ThreadFlag.TIMEOUT_RUNNING));
                test.run(0, cpu0.scheduler.yieldThread());
                assertEquals(td, cpu0.curThread);
                assertEquals(SleepQueue.EWOULDBLOCK, td.result());
                assertFalse(td.has(ThreadFlag.TIMEOUT));
            }
        }

        @Test
        void isDisarmedByAWakeup() {
            LwktThread td = sleeper("A", "I0", 1, false);
            test.run(0, cpu0.sleepQueue.wakeup("I0"));
            test.run(0, cpu0.scheduler.yieldThread());
            assertEquals(0, td.result());
            assertFalse(td.timeoutArmed());
        }

        @Test
        void leavesAnLwpAloneThatIsAwakeAlready() {
            LwktThread td = sleeper("A", "I0", 1, true);
            td.lwp.stat = Lwp.LSRUN;
            test.run(0, cpu0.sleepQueue.endtsleep(td));
            assertTrue(td.has(ThreadFlag.TSLEEPQ));
            assertEquals("main", test.queue(0));
        }

        /** Another CPU holds the lwp's token, so the sleeper is awake before the timeout is through with it. */
        @Test
        void makesASleeperWaitThatWakesWhileTheTimeoutWaitsForItsToken() {
            LwktThread td = sleeper("A", "I0", 1, true);
            LwktThread holder = test.make("H", 1, 12);
            test.schedule(0, holder);
            test.ipi(1);
            test.run(1, cpu1.tokens.get(td.lwp.token));
            cpu0.setReqFlags(ReqFlag.TIMER);
            test.run(0, cpu0.sleepQueue.endtsleep(td));
            assertEquals(cpu0.idleThread, cpu0.curThread);
            assertTrue(td.has(ThreadFlag.TIMEOUT_RUNNING));
            test.run(1, cpu1.sleepQueue.wakeup("I0"));
            test.ipi(0);
            cpu1.tokens.release(td.lwp.token);
            test.turn(0);
            assertEquals("tsrace", td.wmesg());
            while (cpu0.curThread != td) {
                test.run(0, cpu0.scheduler.switchThread());
            }
            assertEquals(List.of("td A A: timeout race"), test.printed);
            assertEquals(SleepQueue.EWOULDBLOCK, td.result());
            assertFalse(td.has(ThreadFlag.TIMEOUT | ThreadFlag.TIMEOUT_RUNNING | ThreadFlag.TSLEEPQ));
            assertFalse(td.lwp.isSleeping());
        }

        @Trips(function = "endtsleep", text = "assert td->td_gd == mycpu")
        void refusesAThreadOfAnotherCpu() {
            cpu1.sleepQueue.endtsleep(sleeper("A", "I0", 1, false));
        }

        @Trips(function = "endtsleep", text = "assert td->td_flags & TDF_TSLEEP_DESCHEDULED")
        void refusesAThreadThatDoesNotSleep() {
            cpu0.sleepQueue.endtsleep(test.make("A", 0, 12));
        }

        @Trips(function = "endtsleep", text = "assert td->td_flags & TDF_TSLEEP_DESCHEDULED")
        void refusesAnLwpThatDoesNotSleep() {
            LwktThread td = test.make("A", 0, 12);
            test.makeUser(td);
            test.run(0, cpu0.sleepQueue.endtsleep(td));
        }

        @Trips(function = "setrunnable", text = "assert td->td_gd == mycpu")
        void refusesAnLwpThatWentElsewhereWhileItWaitedForTheToken() {
            LwktThread td = sleeper("A", "I0", 1, true);
            test.run(0, cpu0.tokens.get(td.lwp.token));
            td.gd = cpu1;
            cpu0.sleepQueue.endtsleepLocked(td);
        }
    }

    @Nested
    class Wakeup {
        @Test
        void wakesAllSleepersInTheirOrderOnAllCpus() {
            LwktThread far = test.make("F", 1, 12);
            test.schedule(0, far);
            test.ipi(1);
            test.run(1, cpu1.sleepQueue.tsleep("I0", 0, "slp", 0));
            sleeper("A", "I0", 0, false);
            sleeper("B", "I1", 0, false);
            sleeper("C", "I0", 0, false);
            test.run(0, cpu0.sleepQueue.wakeup("I0"));
            assertEquals("A C main", test.queue(0));
            test.ipi(1);
            assertEquals(far, cpu1.curThread);
            assertEquals(0, main.critCount);
        }

        @Test
        void oneWakesTheFirstHereAndNobodyElsewhere() {
            LwktThread far = test.make("F", 1, 12);
            test.schedule(0, far);
            test.ipi(1);
            test.run(1, cpu1.sleepQueue.tsleep("I0", 0, "slp", 0));
            LwktThread a = sleeper("A", "I0", 0, false);
            sleeper("B", "I0", 0, false);
            test.run(0, cpu0.sleepQueue.wakeupOne("I0"));
            assertEquals("A main", test.queue(0));
            test.ipi(1);
            assertEquals(cpu1.idleThread, cpu1.curThread);
            assertEquals(0, a.wakeFromCpu);
        }

        @Test
        void oneAsksTheOthersWhereNobodySleepsHere() {
            LwktThread far = test.make("F", 1, 12);
            test.schedule(0, far);
            test.ipi(1);
            test.run(1, cpu1.sleepQueue.tsleep("I0", 0, "slp", 0));
            test.run(0, cpu0.sleepQueue.wakeupOne("I0"));
            test.ipi(1);
            assertEquals(far, cpu1.curThread);
        }

        @Test
        void releasesAnInterlockWithoutSchedulingAndWithoutCountingIt() {
            test.run(0, cpu0.sleepQueue.tsleepInterlock("I0", 0));
            LwktThread a = sleeper("A", "I0", 0, false);
            test.run(0, cpu0.sleepQueue.wakeupOne("I0"));
            assertEquals("A main", test.queue(0));
            assertFalse(main.has(ThreadFlag.TSLEEPQ));
            assertFalse(a.has(ThreadFlag.TSLEEPQ));
        }

        @Trips(function = "_wakeup", text = "assert td->td_gd == gd")
        void refusesASleeperThatBelongsElsewhere() {
            sleeper("A", "I0", 0, false).gd = cpu1;
            cpu0.sleepQueue.wakeup("I0");
        }
    }
}
