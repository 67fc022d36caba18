// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A shared request. */
class LockmgrSharedTest {
    private static final int SH = LockFlag.SHARED;
    private static final int EX = LockFlag.EXCLUSIVE;
    private static final int SLEEPS = LockThreads.SLEEPS;

    private final LockThreads on = new LockThreads();

    @Test
    void manyHoldItAtOnce() {
        assertEquals(0, on.ask(0, SH));
        assertEquals(0, on.ask(1, SH));
        assertEquals(LockFlag.SHARED, on.lock.status(null));
        assertTrue(on.lock.isOwned(on.test.cpu(0)));
        assertEquals(LockmgrLock.EBUSY, on.ask(2, EX | LockFlag.NOWAIT));
        on.release(0);
        on.release(1);
        assertFalse(on.lock.isInUse());
        assertEquals(0, on.lock.status(null));
    }

    @Test
    void waitsForTheExclusiveHolder() {
        on.ask(0, EX);
        assertEquals(SLEEPS, on.ask(1, SH));
        assertEquals(SLEEPS, on.ask(2, SH));
        assertEquals("lk", on.threads[1].wmesg());
        on.release(0);
        assertEquals(0, on.answer(1));
        assertEquals(0, on.answer(2));
    }

    @Test
    void doesNotWaitWhereItMustNot() {
        on.ask(0, EX);
        assertEquals(LockmgrLock.EBUSY, on.ask(1, SH | LockFlag.NOWAIT));
        on.test.run(1, on.lock.tryLock(on.test.cpu(1), SH));
        assertEquals(LockmgrLock.EBUSY, on.answer(1));
        on.release(0);
        assertFalse(on.lock.isInUse());
    }

    @Test
    void waitsBehindAnExclusiveRequest() {
        on.ask(0, SH);
        assertEquals(SLEEPS, on.ask(1, EX));
        assertTrue(on.lock.isExclusivePending());
        assertEquals(LockmgrLock.EBUSY, on.ask(2, SH | LockFlag.NOWAIT));
        assertEquals(SLEEPS, on.ask(2, SH));
        on.release(0);
        assertEquals(0, on.answer(1));
        assertSame(on.threads[1], on.lock.holder());
        assertEquals(SLEEPS, on.answer(2));
        on.release(1);
        assertEquals(0, on.answer(2));
    }

    @Test
    void passesAnExclusiveRequestWithDeadlockTreatment() {
        on.ask(0, SH);
        on.ask(1, EX);
        on.threads[2].setFlags(ThreadFlag.DEADLKTREAT, true);
        assertEquals(0, on.ask(2, SH));
        on.release(2);
        on.release(0);
        on.threads[2].setFlags(ThreadFlag.DEADLKTREAT, true);
        assertEquals(SLEEPS, on.ask(2, SH));
        on.release(1);
        assertEquals(0, on.answer(2));
    }

    @Test
    void failsAfterItsTimeBehindARequest() {
        on.ask(0, SH);
        on.ask(1, EX);
        assertEquals(SLEEPS, on.ask(2, SH | LockFlag.TIMELOCK));
        assertTrue(on.threads[2].timeoutArmed());
        on.timeout(2);
        assertEquals(SleepQueue.EWOULDBLOCK, on.answer(2));
    }

    @Test
    void failsAfterItsTimeBehindAHolder() {
        on.ask(0, EX);
        assertEquals(SLEEPS, on.ask(1, SH | LockFlag.TIMELOCK));
        on.timeout(1);
        assertEquals(SleepQueue.EWOULDBLOCK, on.answer(1));
        on.release(0);
        assertFalse(on.lock.isInUse());
    }

    @Test
    void failsAfterASleepWhereItShould() {
        on.ask(0, EX);
        assertEquals(SLEEPS, on.ask(1, SH | LockFlag.SLEEPFAIL));
        on.release(0);
        assertEquals(LockmgrLock.ENOLCK, on.answer(1));
        assertFalse(on.lock.isInUse());
    }

    @Test
    void isCancelled() {
        on.ask(0, EX);
        assertEquals(SLEEPS, on.ask(1, SH | LockFlag.CANCELABLE));
        assertEquals(SLEEPS, on.ask(2, SH));
        on.ask(0, LockFlag.CANCEL_BEG);
        on.deliver();
        assertEquals(LockmgrLock.ENOLCK, on.answer(1));
        assertEquals(SLEEPS, on.answer(2));
        assertEquals(LockmgrLock.ENOLCK, on.ask(3, SH | LockFlag.CANCELABLE));
        on.ask(0, LockFlag.CANCEL_END);
        assertEquals(SLEEPS, on.ask(3, SH | LockFlag.CANCELABLE));
        on.release(0);
        assertEquals(0, on.answer(2));
        assertEquals(0, on.answer(3));
    }

    @Test
    void isCancelledBehindARequest() {
        on.ask(0, SH);
        on.ask(1, EX);
        on.ask(0, LockFlag.CANCEL_BEG);
        on.deliver();
        assertEquals(LockmgrLock.ENOLCK, on.ask(2, SH | LockFlag.CANCELABLE));
    }

    @Test
    void ofTheExclusiveHolderIsOneMoreExclusive() {
        on.ask(0, EX);
        assertEquals(0, on.ask(0, SH | LockFlag.CANRECURSE));
        assertFalse(on.lock.isHeldExclusivelyOnce());
        on.release(0);
        assertTrue(on.lock.isHeldExclusivelyOnce());
        assertEquals(LockmgrLock.EBUSY, on.ask(0, SH | LockFlag.NOWAIT));
    }

    @Trips(function = "lockmgr_shared", text = "lockmgr: locking against myself")
    void ofTheExclusiveHolderPanicsWithoutRecursion() {
        on.ask(0, EX);
        on.ask(0, SH);
    }

    @Test
    void isGrantedBetweenAFailedTryAndTheSleep() {
        on.ask(0, EX);
        LwktThread ithread = on.interrupt(1);
        on.ask(1, SH);
        assertSame(ithread, on.test.cpu(1).curThread);
        on.release(0);
        on.interruptDone(1);
        assertEquals(0, on.answer(1));
    }

    @Test
    void isNotHeldUpByARequestThatEndedBeforeItCouldWait() {
        on.ask(0, SH);
        on.ask(2, EX | LockFlag.TIMELOCK);
        LwktThread ithread = on.interrupt(1);
        on.ask(1, SH);
        assertSame(ithread, on.test.cpu(1).curThread);
        on.timeout(2);
        on.interruptDone(1);
        assertEquals(0, on.answer(1));
    }

    @Test
    void sleepsOnWhereAWakeupWasForOthers() {
        on.ask(0, EX);
        on.ask(1, SH);
        on.test.run(0, on.test.cpu(0).sleepQueue.wakeup(on.lock));
        on.deliver();
        assertEquals(SLEEPS, on.answer(1));
        on.release(0);
        assertEquals(0, on.answer(1));
    }

    @Test
    void thatFailsLastLetsTheCancellationEnd() {
        on.lock = new LockmgrLock("lk", 5, LockFlag.CANCELABLE);
        on.ask(0, EX);
        on.ask(1, SH | LockFlag.TIMELOCK);
        on.timeout(1);
        assertEquals(SleepQueue.EWOULDBLOCK, on.answer(1));
        assertEquals(1, on.lock.count());
    }

    @Trips(function = "_lockmgr_assert", text = "lockmgr lk: called from interrupt, ipi, or hard code section")
    void panicsInAnInterrupt() {
        on.test.cpu(0).interrupts.fastEnter();
        on.ask(0, SH);
    }
}
