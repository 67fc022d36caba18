// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One interrupt on CPU 0, limited to 3 a second unless a test says otherwise. */
class LivelockTest {
    private final Sysctls sysctls = new Sysctls();
    private TestKernel test;
    private GlobalData cpu0;
    private LwktThread ithread;
    private InterruptSource source;

    LivelockTest() {
        sysctls.set("kern.livelock_limit", 3);
        sysctls.set("kern.livelock_limit_hi", 5);
        sysctls.set("kern.livelock_lowater", 2);
        test = new TestKernel(2, true, sysctls);
        cpu0 = test.cpu(0);
        ithread = test.makePreemptable("I", 0, ThreadPriority.INT_MED);
        source = test.kernel.registerInterrupt(ithread);
    }

    private void device() {
        test.run(0, cpu0.interrupts.device(source));
    }

    private void await() {
        assertSame(ithread, cpu0.curThread);
        test.run(0, cpu0.ithreads.awaitInterrupt());
    }

    /** The interrupt comes, and is handled where it is not held back. */
    private void interrupt(int times) {
        for (int i = 0; i < times; i++) {
            device();
            while (cpu0.curThread == ithread) {
                await();
            }
        }
    }

    private void timer() {
        test.run(0, cpu0.interrupts.livelockTimer(source));
        while (cpu0.curThread == test.main && isRunnable()) {
            test.run(0, cpu0.scheduler.switchThread());
        }
    }

    private boolean isRunnable() {
        return test.queue(0).contains("I");
    }

    private void second(long seconds) {
        cpu0.setClockSeconds(seconds);
        test.run(0, cpu0.interrupts.timer());
    }

    private void engage() {
        interrupt(4);
        assertTrue(source.isLivelocked());
        assertSame(test.main, cpu0.curThread);
        test.printed.clear();
        test.heard.clear();
    }

    @Nested
    class TheLimit {
        @Test
        void isEngagedByOneInterruptTooManyInASecond() {
            interrupt(3);
            assertFalse(source.isLivelocked());
            interrupt(1);
            assertTrue(source.isLivelocked());
            assertEquals(List.of("intr 0 on cpu0 at 4/3 hz, livelocked limit engaged!"), test.printed);
            assertTrue(test.heard.contains("timer 0 cpu0 100"));
            assertSame(test.main, cpu0.curThread);
            assertEquals(4, source.count());
        }

        @Test
        void countsFromZeroEachSecond() {
            interrupt(3);
            second(1);
            interrupt(3);
            second(2);
            interrupt(3);
            assertFalse(source.isLivelocked());
            assertEquals(List.of(), test.printed);
        }

        @Test
        void ofAnInterruptOfHighFrequencyIsAnother() {
            source.setHighFrequency(true);
            interrupt(5);
            assertFalse(source.isLivelocked());
            interrupt(1);
            assertEquals(List.of("intr 0 on cpu0 at 6/5 hz, livelocked limit engaged!"), test.printed);
        }

        @Test
        void isTheFrequencyOfTheTimerWithinBounds() {
            sysctls.set("kern.livelock_limit", 700);
            interrupt(701);
            assertTrue(test.heard.contains("timer 0 cpu0 700"));
            sysctls.set("kern.livelock_limit_hi", 600_000);
            LivelockTest other = new LivelockTest();
            other.sysctls.set("kern.livelock_limit", 600_000);
            other.interrupt(600_001);
            assertTrue(other.test.heard.contains("timer 0 cpu0 500000"));
        }

        @Test
        void isNoneForAThreadThatWaitsWithoutAnInterrupt() {
            LwktThread other = test.make("O", 0, ThreadPriority.INT_MED);
            test.schedule(0, other);
            test.run(0, cpu0.scheduler.switchThread());
            test.run(0, cpu0.ithreads.awaitInterrupt());
            assertSame(test.main, cpu0.curThread);
            test.schedule(0, other);
            test.run(0, cpu0.scheduler.switchThread());
            assertSame(other, cpu0.curThread);
            assertEquals(0, other.critCount);
        }
    }

    @Nested
    class ALivelockedInterrupt {
        @Test
        void isOnlyNoted() {
            engage();
            device();
            assertSame(test.main, cpu0.curThread);
            assertFalse(isRunnable());
            assertTrue(source.isRunning());
        }

        @Test
        void isHandledOnceWhenTheTimerGoesOff() {
            engage();
            device();
            device();
            timer();
            assertSame(ithread, cpu0.curThread);
            assertEquals(0, ithread.critCount);
            assertFalse(source.isRunning());
            await();
            assertSame(test.main, cpu0.curThread);
        }

        @Test
        void sleepsOnWhereItDidNotComeSinceTheTimerWentOffLast() {
            engage();
            timer();
            assertSame(test.main, cpu0.curThread);
            assertFalse(isRunnable());
            assertTrue(source.isLivelocked());
        }

        @Test
        void thatCameWhileItWasHandledWaitsForTheTimerAsWell() {
            engage();
            device();
            timer();
            device();
            await();
            assertSame(test.main, cpu0.curThread);
            assertTrue(source.isRunning());
            timer();
            assertSame(ithread, cpu0.curThread);
        }

        @Test
        void isFreeAfterASecondInWhichItCameLessOftenThanTheLowWaterMark() {
            engage();
            second(1);
            timer();
            assertTrue(source.isLivelocked(), "4 in the first second");
            device();
            timer();
            await();
            second(2);
            timer();
            assertFalse(source.isLivelocked());
            assertEquals(List.of("intr 0 on cpu0 at 1/2 hz, livelock removed"), test.printed);
            assertTrue(test.heard.contains("timer 0 off"));
            assertSame(test.main, cpu0.curThread);
            device();
            assertSame(ithread, cpu0.curThread);
        }

        @Test
        void thatCameAsItBecameFreeIsHandledAtOnce() {
            engage();
            second(1);
            timer();
            device();
            second(2);
            timer();
            assertFalse(source.isLivelocked());
            assertSame(ithread, cpu0.curThread);
        }

        @Test
        void staysLimitedAtTheLowWaterMarkAndSaysSoIfAsked() {
            engage();
            second(1);
            timer();
            assertEquals(List.of(), test.printed);
            sysctls.set("kern.livelock_debug", 0);
            for (int i = 0; i < 2; i++) {
                device();
                timer();
                await();
            }
            second(2);
            timer();
            assertTrue(source.isLivelocked());
            assertEquals(List.of("intr 0 on cpu0 at 2/2 hz, in livelock"), test.printed);
        }
    }

    @Nested
    class TheTimer {
        @Test
        void isPendedInACriticalSectionAndServedAtItsEnd() {
            engage();
            cpu0.critical.enter();
            test.run(0, cpu0.interrupts.livelockTimer(source));
            test.run(0, cpu0.interrupts.livelockTimer(source));
            assertFalse(isRunnable());
            test.run(0, cpu0.critical.exit());
            assertTrue(cpu0.curThread == ithread || isRunnable());
            assertEquals(0, cpu0.reqFlags & ReqFlag.IDLECHECK_MASK);
        }

        @Test
        void isPendedInsideAnotherInterrupt() {
            engage();
            test.main.nestCount = 1;
            test.run(0, cpu0.interrupts.livelockTimer(source));
            assertFalse(isRunnable());
            test.main.nestCount = 0;
            test.run(0, cpu0.interrupts.timer());
            assertTrue(isRunnable());
            assertEquals(0, cpu0.intrNestingLevel);
        }

        @Test
        void doesNothingOnceItIsStopped() {
            device();
            await();
            await();
            test.run(0, cpu0.interrupts.livelockTimer(source));
            assertSame(test.main, cpu0.curThread);
            assertFalse(isRunnable());
        }

        @Test
        void doesNothingForAThreadThatIsGone() {
            engage();
            device();
            timer();
            test.exit(0);
            LwktThread reused = ithread;
            cpu0.proceed(cpu0.lifecycle.create(new NewThread(TestKernel.BODY, reused, ThreadFlag.NOSTART, 0, "other")));
            assertTrue(source.isStale());
            test.run(0, cpu0.interrupts.livelockTimer(source));
            assertEquals("main", test.queue(0));
        }
    }

    @Test
    void aSoftwareInterruptIsOneThatAThreadAsksFor() {
        test.run(0, cpu0.ithreads.schedSoft(source));
        assertSame(ithread, cpu0.curThread);
        assertEquals(1, source.count());
    }

    @Test
    void anInterruptForAThreadElsewhereIsCountedOnBothCpus() {
        LwktThread far = test.makePreemptable("F", 1, ThreadPriority.INT_MED);
        InterruptSource other = test.kernel.registerInterrupt(far);
        test.run(0, cpu0.interrupts.device(other));
        test.ipi(1);
        assertEquals(2, other.count());
    }
}
