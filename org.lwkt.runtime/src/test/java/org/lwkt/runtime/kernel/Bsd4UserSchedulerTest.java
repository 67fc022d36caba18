// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class Bsd4UserSchedulerTest {
    private static final int QUANTUM = 10;

    private final UserThreadKernel one = new UserThreadKernel(1);

    @Nested
    class Acquire {
        @Test
        void aUserThreadOfAnIdleCpuBecomesItsCurrentProcess() {
            Lwp a = one.start("a", 0);
            assertTrue(one.runsInUserMode(0, a));
            assertEquals(ThreadPriority.USER_NORM, a.thread().pri());
            assertEquals(0, one.usched.runqCount());
            assertFalse(a.isOnRunq());
        }

        @Test
        void aNewLwpAsksItsCpuForAReschedule() {
            Lwp a = one.start("a", 0);
            Lwp b = one.make("b", 0);
            one.run(0, one.cpu(0).lwps.start(b));
            assertTrue(one.runsInUserMode(0, b));
            assertFalse(a.thread().has(ThreadFlag.USERMODE));
        }

        @Test
        void equalUserThreadsTakeTurnsByTheQuantum() {
            Lwp a = one.start("a", 0);
            Lwp b = one.start("b", 0);
            int ranA = one.ticks(400, a);
            assertEquals(200, ranA, 2 * QUANTUM);
            assertTrue(a.estcpu() > 0);
            assertTrue(b.estcpu() > 0);
        }

        @Test
        void aBetterNiceValueGetsMoreOfTheCpu() {
            Lwp a = one.start("a", 0, 0);
            one.start("b", 0, 20);
            assertTrue(one.ticks(600, a) > 350);
        }

        @Test
        void aSleeperThatWakesTakesTheCpuFromAHogInUserMode() {
            Lwp sleeper = one.start("sleeper", 0);
            Object ident = new Object();
            one.sleep(0, ident);
            Lwp hog = one.start("hog", 0);
            one.ticks(200, hog);
            assertTrue(one.runsInUserMode(0, hog));
            one.wakeup(0, ident);
            assertTrue(one.runsInUserMode(0, sleeper));
            assertFalse(hog.thread().has(ThreadFlag.USERMODE));
        }

        @Test
        void theThreadWhoseDesignationWasTakenWaitsOnTheQueue() {
            Lwp sleeper = one.start("sleeper", 0);
            Object ident = new Object();
            one.sleep(0, ident);
            Lwp hog = one.start("hog", 0);
            one.ticks(200, hog);
            one.wakeup(0, ident);
            one.sleep(0, ident);
            assertTrue(one.runsInUserMode(0, hog));
            assertFalse(sleeper.isOnRunq());
        }

        @Test
        void anOutcastGoesToACpuThatItMayRunOn() {
            UserThreadKernel two = new UserThreadKernel(2);
            Lwp a = two.start("a", 0);
            int from = two.runsInUserMode(0, a) ? 0 : 1;
            a.setCpuMask(CpuMask.of(2, 1L << (1 - from)));
            two.cpu(from).lwps.yieldSelf();
            two.run(from, two.cpu(from).interrupts.timer());
            assertTrue(two.runsInUserMode(1 - from, a));
            assertNull(two.usched.current(from));
            assertSame(two.cpu(1 - from), a.thread().gd());
        }

        @Test
        void aThreadOnASleepQueueLeavesIt() {
            Lwp a = one.start("a", 0);
            one.enterKernel(0);
            one.run(0, one.cpu(0).sleepQueue.tsleepInterlock(new Object(), 0));
            assertTrue(a.thread().has(ThreadFlag.TSLEEPQ));
            one.leaveKernel(0);
            assertFalse(a.thread().has(ThreadFlag.TSLEEPQ));
            assertTrue(one.runsInUserMode(0, a));
        }

        @Trips(function = "bsd4_acquire_curproc", text = "assert (lp->lwp_mpflags & LWP_MP_ONRUNQ) == 0")
        void theCurrentProcessIsOnNoQueue() {
            Lwp a = one.start("a", 0);
            one.enterKernel(0);
            a.setOnRunq(true);
            one.leaveKernel(0);
        }
    }

    @Nested
    class Release {
        @Test
        void aThreadThatBlocksInTheKernelHandsTheDesignationOn() {
            Lwp a = one.start("a", 0);
            Lwp b = one.start("b", 0);
            assertTrue(one.runsInUserMode(0, a));
            one.sleep(0, new Object());
            assertTrue(one.runsInUserMode(0, b));
            assertTrue(a.isSleeping());
        }

        @Test
        void theReleaseIsPassive() {
            Lwp a = one.start("a", 0);
            one.enterKernel(0);
            assertTrue(a.thread().release());
            assertSame(a, one.usched.current(0));
            LwktScheduler.dequeue(a.thread());
            one.run(0, one.cpu(0).scheduler.switchThread());
            assertFalse(a.thread().release());
            assertEquals(ThreadPriority.KERN_USER, a.thread().pri());
            assertNull(one.usched.current(0));
        }

        @Test
        void aSystemCallThatDoesNotBlockKeepsTheDesignation() {
            Lwp a = one.start("a", 0);
            Lwp b = one.start("b", 0);
            one.enterKernel(0);
            one.leaveKernel(0);
            assertTrue(one.runsInUserMode(0, a));
            assertTrue(b.isOnRunq());
        }

        @Test
        void aThreadWithoutTheDesignationGivesNothingBack() {
            Lwp a = one.start("a", 0);
            Lwp b = one.start("b", 0);
            one.enterKernel(0);
            one.run(0, one.cpu(0).kernel.userScheduler.releaseCurproc(one.cpu(0), b));
            assertSame(a, one.usched.current(0));
        }

        @Test
        void exitHandsTheDesignationOn() {
            one.start("a", 0);
            Lwp b = one.start("b", 0);
            one.enterKernel(0);
            one.run(0, one.cpu(0).lwps.exit());
            assertTrue(one.runsInUserMode(0, b));
        }

        @Test
        void yieldLetsAnEqualGoFirst() {
            Lwp a = one.start("a", 0);
            Lwp b = one.start("b", 0);
            one.enterKernel(0);
            one.cpu(0).lwps.yieldSelf();
            one.leaveKernel(0);
            assertTrue(one.runsInUserMode(0, b));
            assertFalse(a.thread().has(ThreadFlag.USERMODE));
        }

        @Test
        void aKernelThreadHasNobodyToYieldTo() {
            one.cpu(0).lwps.yieldSelf();
            assertFalse(one.cpu(0).userReschedWanted());
        }

        @Trips(function = "bsd4_release_curproc", text = "assert (lp->lwp_mpflags & LWP_MP_ONRUNQ) == 0")
        void theCurrentProcessIsOnNoQueue() {
            Lwp a = one.start("a", 0);
            one.enterKernel(0);
            a.setOnRunq(true);
            one.run(0, one.usched.releaseCurproc(one.cpu(0), a));
        }
    }

    @Nested
    class SetRunQueue {
        private final UserThreadKernel two = new UserThreadKernel(2);

        private int cpuOf(Lwp lp) {
            return two.runsInUserMode(0, lp) ? 0 : two.runsInUserMode(1, lp) ? 1 : -1;
        }

        @Test
        void picksAnIdleCpu() {
            Lwp a = two.start("a", 0);
            Lwp b = two.start("b", 0);
            assertNotSame(-1, cpuOf(a));
            assertEquals(1 - cpuOf(a), cpuOf(b));
        }

        @Test
        void keepsToTheCpusThatTheLwpMayRunOn() {
            for (int cpu = 0; cpu < 2; cpu++) {
                UserThreadKernel kernel = new UserThreadKernel(2);
                Lwp a = kernel.make("a", 0);
                a.setCpuMask(CpuMask.of(2, 1L << cpu));
                kernel.run(0, kernel.cpu(0).lwps.start(a));
                assertTrue(kernel.runsInUserMode(cpu, a));
            }
        }

        @Test
        void keepsToTheCpusOfUserThreads() {
            two.kernel.userCpus().clear(1);
            Lwp a = two.start("a", 0);
            Lwp b = two.start("b", 0);
            assertTrue(two.runsInUserMode(0, a));
            assertTrue(b.isOnRunq());
        }

        @Test
        void asksACpuWithAWorseCurrentProcess() {
            Lwp idle = two.make("idle", 0);
            idle.setRtPrio(RtPrioType.IDLE, 0);
            two.run(0, two.cpu(0).lwps.start(idle));
            Lwp normal = two.start("normal", 0);
            int idleCpu = cpuOf(idle);
            two.received.clear();
            Lwp realtime = two.make("realtime", 1 - idleCpu);
            realtime.setRtPrio(RtPrioType.REALTIME, 0);
            two.run(1 - idleCpu, two.cpu(1 - idleCpu).lwps.start(realtime));
            two.settle();
            assertTrue(cpuOf(realtime) >= 0);
            assertEquals(idleCpu, cpuOf(realtime));
            assertEquals(1 - idleCpu, cpuOf(normal));
            assertFalse(idle.thread().has(ThreadFlag.USERMODE));
        }

        @Test
        void leavesAWorseOneOnTheQueue() {
            two.start("a", 0);
            two.start("b", 0);
            Lwp[] waiting = new Lwp[3];
            for (int i = 0; i < waiting.length; i++) {
                waiting[i] = two.start("w" + i, 0);
                assertTrue(waiting[i].isOnRunq());
            }
            assertEquals(3, two.usched.runqCount());
        }

        @Test
        void aBoundOneThatFindsNoCpuWaitsForItsOwn() {
            two.start("a", 0);
            two.start("b", 0);
            for (int i = 0; i < 2; i++) {
                Lwp c = two.make("c" + i, 0);
                c.setCpuMask(CpuMask.of(2, 2));
                two.run(0, two.cpu(0).lwps.start(c));
                assertTrue(c.isOnRunq());
            }
        }

        @Test
        void everyThreadGetsItsShareOfTwoCpus() {
            Lwp a = two.start("a", 0);
            Lwp b = two.start("b", 0);
            Lwp c = two.start("c", 0);
            int[] ran = new int[3];
            for (int i = 0; i < 600; i++) {
                Lwp[] all = {a, b, c};
                for (int t = 0; t < 3; t++) {
                    ran[t] += cpuOf(all[t]) >= 0 ? 1 : 0;
                }
                two.ticks(1, a);
            }
            for (int share : ran) {
                assertEquals(400, share, 80);
            }
        }

        @Trips(function = "bsd4_setrunqueue", text = "setrunqueue: lwp not LSRUN")
        void theLwpMustBeRunnable() {
            Lwp a = two.make("a", 0);
            a.setStat(Lwp.LSSLEEP);
            two.run(0, two.usched.setrunqueue(two.cpu(0), a));
        }

        @Trips(function = "bsd4_setrunqueue", text = "lwp a already on runq!")
        void theLwpMustNotWaitAlready() {
            Lwp a = two.make("a", 0);
            a.setOnRunq(true);
            two.run(0, two.usched.setrunqueue(two.cpu(0), a));
        }

        @Trips(function = "bsd4_setrunqueue", text = "assert (lp->lwp_thread->td_flags & TDF_RUNQ) == 0")
        void theThreadMustNotBeScheduled() {
            Lwp a = two.make("a", 0);
            two.cpu(0).scheduler.enqueue(a.thread());
            two.run(0, two.usched.setrunqueue(two.cpu(0), a));
        }

        @Trips(function = "bsd4_setrunqueue", text = "assert dd->uschedcp != lp")
        void theLwpMustNotBeTheCurrentProcess() {
            Lwp a = one.start("a", 0);
            LwktScheduler.dequeue(a.thread());
            one.run(0, one.usched.setrunqueue(one.cpu(0), a));
        }

        @Test
        void aThreadThatWasGivenAwayIsNotGivenAwayAgain() {
            Lwp a = one.make("a", 0);
            one.runAlone(0, one.cpu(0).migration.giveaway(a.thread()));
            one.run(0, one.cpu(0).lwps.start(a));
            assertTrue(one.runsInUserMode(0, a));
        }
    }

    @Nested
    class SchedulerClock {
        @Test
        void chargesTheLwpThatRunsAndAsksForAReschedule() {
            Lwp a = one.start("a", 0);
            one.ticks(2, a);
            assertEquals(16384 / 50 + 1, a.estcpu());
            one.ticks(400, a);
            assertTrue(a.estcpu() > 8000);
            assertTrue(a.estcpu() <= Bsd4Estimate.ESTCPU_MAX);
        }

        @Test
        void chargesNobodyWhenNoLwpRuns() {
            Lwp a = one.start("a", 0);
            one.sleep(0, new Object());
            one.ticks(20, a);
            assertEquals(0, a.estcpu());
            assertEquals(10, one.cpu(0).schedClock.lastTick());
        }

        @Test
        void turnsAreAsLongAsTheSysctlSays() {
            Sysctls sysctls = new Sysctls();
            sysctls.set("kern.usched_bsd4.rrinterval", 1);
            sysctls.set("kern.hz", SchedClock.ESTCPUFREQ);
            sysctls.set("kern.usched_bsd4.decay", 8);
            UserThreadKernel kernel = new UserThreadKernel(1, sysctls);
            Lwp a = kernel.start("a", 0);
            kernel.start("b", 0);
            int turns = 0;
            for (int i = 0; i < 40; i++) {
                turns += kernel.ticks(1, a);
            }
            assertEquals(20, turns, 2);
        }

        @Trips(function = "bsd4_schedulerclock", text = "assert gd->gd_spinlocks == 0")
        void noSpinLockIsHeld() {
            Lwp a = one.start("a", 0);
            one.cpu(0).spinlocks = 1;
            one.usched.schedulerClock(one.cpu(0), a);
        }
    }

    @Nested
    class Recalculate {
        @Test
        void theEstimateOfOneThatWaitsDecays() {
            Lwp a = one.start("a", 0);
            one.ticks(200, a);
            int before = a.estcpu();
            one.sleep(0, new Object());
            one.ticks(20, a);
            one.run(0, one.usched.recalculate(one.cpu(0), a));
            assertTrue(a.estcpu() < before);
        }

        @Test
        void nothingChangesInTheSameTick() {
            Lwp a = one.start("a", 0);
            one.ticks(200, a);
            one.run(0, one.usched.recalculate(one.cpu(0), a));
            int before = a.estcpu();
            one.run(0, one.usched.recalculate(one.cpu(0), a));
            assertEquals(before, a.estcpu());
        }

        @Test
        void aLongSleepHalvesTheEstimate() {
            Lwp a = one.start("a", 0);
            one.ticks(200, a);
            Object ident = new Object();
            one.sleep(0, ident);
            one.run(0, one.usched.recalculate(one.cpu(0), a));
            int before = a.estcpu();
            a.batch = 70;
            one.run(0, one.cpu(0).schedClock.stats(a));
            one.run(0, one.cpu(0).schedClock.stats(a));
            assertEquals(2, a.sleepTime);
            one.wakeup(0, ident);
            assertEquals(0, a.sleepTime);
            assertEquals(before >> 1, a.estcpu());
            assertEquals(20, a.batch);
        }

        @Test
        void oneThatUsesMoreThanHalfACpuTurnsBatchy() {
            Lwp a = one.start("a", 0);
            for (int second = 0; second < 40; second++) {
                one.ticks(100, a);
                one.run(0, one.usched.recalculate(one.cpu(0), a));
            }
            assertEquals(Bsd4Estimate.BATCH_MAX, a.batch());
            assertEquals(1 << 11, a.pctCpu, 16);
            one.sleep(0, new Object());
            one.ticks(50, a);
            one.run(0, one.usched.recalculate(one.cpu(0), a));
            assertEquals(Bsd4Estimate.BATCH_MAX - 25, a.batch());
            assertEquals(1 << 10, a.pctCpu, 16);
        }

        @Test
        void theStatisticsLeaveAProcessAloneWhoseTokenIsTaken() {
            UserThreadKernel two = new UserThreadKernel(2);
            Lwp a = two.make("a", 0);
            a.setStat(Lwp.LSSLEEP);
            two.start("b", 1);
            int busy = two.usched.current(0) == null ? 1 : 0;
            two.enterKernel(busy);
            two.run(busy, two.cpu(busy).tokens.get(a.procToken));
            two.run(1 - busy, two.cpu(1 - busy).schedClock.stats(a));
            assertEquals(0, a.sleepTime);
        }
    }

    @Nested
    class ResetPriority {
        private final UserThreadKernel two = new UserThreadKernel(2);

        @Test
        void thePriorityOfTheThreadFollowsInItsSense() {
            Lwp a = one.make("a", 0);
            a.nice = 10;
            a.estcpu = 4000;
            one.run(0, one.usched.resetPriority(one.cpu(0), a));
            assertEquals(128 + (60 + 2000 * 4 / 512) * 128 / 210, a.priority());
            assertEquals(-(a.priority() & ~3), a.thread().upri());
        }

        @Test
        void eachClassHasItsRange() {
            Lwp a = one.make("a", 0);
            int[] expected = {5, 5, 128 + 40 * 128 / 210, 256 + 5, 384 + 5};
            RtPrioType[] types = RtPrioType.values();
            for (int i = 0; i < types.length; i++) {
                a.setRtPrio(types[i], 5);
                one.run(0, one.usched.resetPriority(one.cpu(0), a));
                assertEquals(expected[i], a.priority(), types[i].name());
            }
        }

        @Test
        void niceIsCutToItsRange() {
            Lwp a = one.make("a", 0);
            one.run(0, one.cpu(0).lwps.setNice(a, 99));
            assertEquals(20, a.nice());
            one.run(0, one.cpu(0).lwps.setNice(a, -99));
            assertEquals(-20, a.nice());
            assertEquals(128, a.priority());
        }

        @Test
        void aChangeOfTheCurrentProcessOfAnotherCpuAsksThatCpu() {
            Lwp a = two.start("a", 0);
            int cpu = two.runsInUserMode(0, a) ? 0 : 1;
            two.received.clear();
            two.run(1 - cpu, two.cpu(1 - cpu).lwps.setNice(a, 20));
            assertEquals(java.util.List.of("bsd4_need_user_resched_remote"), two.received);
            assertTrue(two.runsInUserMode(cpu, a));
        }

        @Test
        void aWaitingOneMovesToItsNewQueue() {
            one.start("a", 0);
            Lwp b = one.start("b", 0, 10);
            Lwp c = one.start("c", 0, 20);
            one.run(0, one.cpu(0).lwps.setNice(c, 0));
            one.sleep(0, new Object());
            assertTrue(one.runsInUserMode(0, c));
            assertTrue(b.isOnRunq());
        }

        @Test
        void aWaitingOneAsksForARescheduleOnlyWhereItsClassIsBetter() {
            one.start("a", 0, 10);
            Lwp b = one.start("b", 0, 20);
            one.cpu(0).clearUserResched();
            one.runAlone(0, one.cpu(0).lwps.setNice(b, -20));
            assertFalse(one.cpu(0).userReschedWanted());
            b.setRtPrio(RtPrioType.REALTIME, 0);
            one.runAlone(0, one.usched.resetPriority(one.cpu(0), b));
            assertTrue(one.cpu(0).userReschedWanted());
        }

        @Test
        void aCpuThatWasAskedIsNotAskedAgain() {
            Lwp a = one.start("a", 0);
            one.usched.readyCpus.clear(0);
            one.cpu(0).clearUserResched();
            one.runAlone(0, one.cpu(0).lwps.setNice(a, 20));
            assertFalse(one.cpu(0).userReschedWanted());
        }
    }

    @Nested
    class Queues {
        @Test
        void realTimeGoesBeforeNormalAndNormalBeforeIdle() {
            one.start("first", 0, -20);
            Lwp idle = start("idle", RtPrioType.IDLE);
            Lwp normal = start("normal", RtPrioType.NORMAL);
            Lwp fifo = one.make("fifo", 0);
            fifo.setRtPrio(RtPrioType.FIFO, 31);
            one.run(0, one.cpu(0).lwps.start(fifo));
            one.run(0, one.cpu(0).interrupts.timer());
            assertTrue(one.runsInUserMode(0, fifo));
            one.sleep(0, new Object());
            one.sleep(0, new Object());
            assertTrue(one.runsInUserMode(0, normal));
            one.sleep(0, new Object());
            assertTrue(one.runsInUserMode(0, idle));
        }

        private Lwp start(String name, RtPrioType type) {
            Lwp lp = one.make(name, 0);
            lp.setRtPrio(type, 0);
            one.run(0, one.cpu(0).lwps.start(lp));
            return lp;
        }

        @Test
        void oneThatMayNotRunHereIsPassedOver() {
            UserThreadKernel two = new UserThreadKernel(2);
            two.kernel.userCpus().clear(1);
            two.start("a", 0);
            Lwp b = two.make("b", 0);
            b.setCpuMask(CpuMask.of(2, 2));
            two.usched.readyCpus.clear(1);
            two.runAlone(0, two.cpu(0).lwps.start(b));
            Lwp c = two.make("c", 0);
            two.runAlone(0, two.cpu(0).lwps.start(c));
            two.enterKernel(0);
            two.runAlone(0, two.cpu(0).sleepQueue.tsleep(new Object(), 0, "wait", 0));
            assertTrue(two.runsInUserMode(0, c));
            assertTrue(b.isOnRunq());
        }

        @Test
        void oneOfThisCpuIsPreferredAmongEquals() {
            Bsd4RunQueues queues = new Bsd4RunQueues(one.kernel.kassert);
            UserThreadKernel two = new UserThreadKernel(2);
            Lwp far = two.make("far", 1);
            Lwp near = two.make("near", 0);
            Lwp alone = two.make("alone", 1);
            queues.insert(far);
            queues.insert(near);
            queues.insert(alone);
            assertSame(near, queues.choose(two.cpu(0), null));
            assertSame(far, queues.choose(two.cpu(0), null));
            assertSame(alone, queues.choose(two.cpu(0), null));
            assertNull(queues.choose(two.cpu(0), null));
        }

        @Test
        void anLwpInTheMiddleCanBeTakenOut() {
            Bsd4RunQueues queues = new Bsd4RunQueues(one.kernel.kassert);
            Lwp[] all = {one.make("a", 0), one.make("b", 0), one.make("c", 0)};
            for (Lwp lp : all) {
                queues.insert(lp);
            }
            queues.remove(all[1]);
            queues.remove(all[2]);
            queues.insert(all[1]);
            assertSame(all[0], queues.choose(one.cpu(0), null));
            assertSame(all[1], queues.choose(one.cpu(0), null));
            assertEquals(0, queues.count());
        }

        @Test
        void theCurrentProcessStaysUnlessAnotherIsBetterByAQueue() {
            Bsd4RunQueues queues = new Bsd4RunQueues(one.kernel.kassert);
            Lwp current = one.make("current", 0);
            Lwp other = one.make("other", 0);
            other.priority = 100;
            queues.insert(other);
            current.priority = 103;
            assertNull(queues.choose(one.cpu(0), current));
            current.priority = 104;
            assertSame(other, queues.choose(one.cpu(0), current));
        }

        @Trips(function = "bsd4_setrunqueue_locked", text = "remrunqueue: invalid rtprio type")
        void noQueueTakesTheClassOfKernelThreads() {
            Lwp a = one.make("a", 0);
            a.setRtPrio(RtPrioType.THREAD, 0);
            one.run(0, one.cpu(0).lwps.start(a));
        }

        @Trips(function = "bsd4_setrunqueue_locked", text = "assert (lp->lwp_mpflags & LWP_MP_ONRUNQ) == 0")
        void nobodyIsQueuedTwice() {
            Lwp a = one.make("a", 0);
            Bsd4RunQueues queues = new Bsd4RunQueues(one.kernel.kassert);
            queues.insert(a);
            queues.insert(a);
        }

        @Trips(function = "bsd4_remrunqueue_locked", text = "assert lp->lwp_mpflags & LWP_MP_ONRUNQ")
        void whoIsNotQueuedIsNotTakenOut() {
            new Bsd4RunQueues(one.kernel.kassert).remove(one.make("a", 0));
        }
    }

    @Nested
    class Helper {
        @Test
        void sleepsUntilItIsNeeded() {
            assertNotNull(one.usched.helper(0).wchan());
            assertEquals(ThreadPriority.USER_SCHEDULER, one.usched.helper(0).pri());
        }

        @Test
        void passesOnWhatItsOwnCpuCannotTake() {
            UserThreadKernel two = new UserThreadKernel(2);
            Lwp a = two.start("a", 0);
            int busy = two.runsInUserMode(0, a) ? 0 : 1;
            Lwp b = two.make("b", busy);
            two.runAlone(busy, two.usched.resetPriority(two.cpu(busy), b));
            two.runAlone(busy, two.cpu(busy).migration.giveaway(b.thread()));
            two.usched.queues.insert(b);
            two.cpu(busy).clearUserResched();
            two.enterKernel(busy);
            LwktThread td = a.thread();
            td.release = false;
            LwktScheduler.dequeue(td);
            two.run(busy, two.cpu(busy).sleepQueue.wakeupMyCpu(two.usched.helper(busy), false));
            two.run(busy, two.cpu(busy).scheduler.switchThread());
            two.settle();
            assertTrue(two.runsInUserMode(1 - busy, b));
        }

        @Test
        void replacesAWorseCurrentProcess() {
            Lwp a = one.start("a", 0, 20);
            Lwp b = one.start("b", 0, 20);
            one.run(0, one.cpu(0).lwps.setNice(b, -20));
            one.enterKernel(0);
            wakeHelperWhileAsleep(a);
            assertTrue(one.runsInUserMode(0, b));
        }

        @Test
        void hasNothingToDoWithoutAnybodyWaiting() {
            Lwp a = one.start("a", 0);
            one.enterKernel(0);
            wakeHelperWhileAsleep(a);
            assertSame(a, one.usched.current(0));
        }

        @Test
        void leavesAWaitingOneWhereEveryCpuIsTaken() {
            Lwp a = one.start("a", 0);
            Lwp b = one.start("b", 0);
            one.enterKernel(0);
            wakeHelperWhileAsleep(a);
            assertSame(a, one.usched.current(0));
            assertTrue(b.isOnRunq());
        }

        /** The current process leaves the CPU and keeps its designation. */
        private void wakeHelperWhileAsleep(Lwp current) {
            current.thread().release = false;
            LwktScheduler.dequeue(current.thread());
            one.run(0, one.cpu(0).sleepQueue.wakeupMyCpu(one.usched.helper(0), false));
            one.run(0, one.cpu(0).scheduler.switchThread());
        }

        @Trips(function = "sched_thread", text = "assert dd->uschedcp == NULL")
        void aCpuThatIsNotTakenHasNoCurrentProcess() {
            Lwp a = one.start("a", 0);
            one.enterKernel(0);
            one.usched.runningCpus.clear(0);
            wakeHelperWhileAsleep(a);
        }
    }

    @Nested
    class Lifecycle {
        @Test
        void aChildIsFourQueuesWorseThanItsParentWhoPays() {
            Lwp parent = one.start("parent", 0, 3);
            parent.estcpu = 1000;
            Lwp child = one.make("child", 0);
            one.run(0, one.cpu(0).lwps.fork(parent, child));
            assertEquals(1000 + 4 * 512, child.estcpu());
            assertEquals(1000 + 32, parent.estcpu());
            assertEquals(Bsd4Estimate.BATCH_MAX / 2, child.batch());
            assertEquals(3, child.nice());
        }

        @Test
        void theEstimateHasALimit() {
            Lwp parent = one.start("parent", 0);
            parent.estcpu = Bsd4Estimate.ESTCPU_MAX;
            Lwp child = one.make("child", 0);
            one.run(0, one.cpu(0).lwps.fork(parent, child));
            assertEquals(Bsd4Estimate.ESTCPU_MAX, child.estcpu());
            assertEquals(Bsd4Estimate.ESTCPU_MAX, parent.estcpu());
        }

        @Test
        void aChildMayRunWhereItsParentMay() {
            UserThreadKernel two = new UserThreadKernel(2);
            Lwp parent = two.make("parent", 0);
            parent.setCpuMask(CpuMask.of(2, 2));
            Lwp child = two.make("child", 0);
            two.run(0, two.cpu(0).lwps.fork(parent, child));
            assertFalse(child.mayRunOn(0));
            assertTrue(child.mayRunOn(1));
            two.run(0, two.cpu(0).lwps.start(child));
            assertTrue(two.runsInUserMode(1, child));
        }

        @Test
        void anLwpWithoutACpuIsRefused() {
            Lwp a = one.make("a", 0);
            assertThrows(IllegalArgumentException.class, () -> a.setCpuMask(CpuMask.of(1, 0)));
        }

        @Test
        void aSchedulerServesOneKernel() {
            assertThrows(IllegalStateException.class, () -> one.usched.boot(one.kernel));
        }
    }
}
