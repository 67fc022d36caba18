// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** An exclusive request. */
class LockmgrExclusiveTest {
    private static final int SH = LockFlag.SHARED;
    private static final int EX = LockFlag.EXCLUSIVE;
    private static final int SLEEPS = LockThreads.SLEEPS;

    private final LockThreads on = new LockThreads();

    @Test
    void onlyOneHoldsIt() {
        assertEquals(0, on.ask(0, EX));
        assertEquals(LockFlag.EXCLUSIVE, on.lock.status(null));
        assertEquals(LockFlag.EXCLUSIVE, on.lock.status(on.threads[0]));
        assertEquals(LockFlag.EXCLOTHER, on.lock.status(on.threads[1]));
        assertTrue(on.lock.isOwned(on.test.cpu(0)));
        assertFalse(on.lock.isOwned(on.test.cpu(1)));
        assertEquals(SLEEPS, on.ask(1, EX));
        assertEquals(SLEEPS, on.ask(2, EX));
        on.release(0);
        assertTrue(on.lock.isHeldExclusively());
        int second = on.lock.holder() == on.threads[1] ? 1 : 2;
        assertEquals(SLEEPS, on.answer(3 - second));
        on.release(second);
        assertSame(on.threads[3 - second], on.lock.holder());
        on.release(3 - second);
        assertFalse(on.lock.isInUse());
    }

    @Test
    void recursesIfTheLockAllowsIt() {
        on.lock = new LockmgrLock("lk", 0, LockFlag.CANRECURSE);
        on.ask(0, EX);
        assertEquals(0, on.ask(0, EX));
        on.release(0);
        assertSame(on.threads[0], on.lock.holder());
        on.release(0);
        assertNull(on.lock.holder());
    }

    @Test
    void waitsForTheLastSharedHolder() {
        on.ask(0, SH);
        on.ask(1, SH);
        assertEquals(SLEEPS, on.ask(2, EX));
        on.release(0);
        assertEquals(SLEEPS, on.answer(2));
        on.release(1);
        assertEquals(0, on.answer(2));
        assertSame(on.threads[2], on.lock.holder());
    }

    @Test
    void secondRequestWaitsForTheFirst() {
        on.ask(0, SH);
        on.ask(1, EX);
        assertEquals(SLEEPS, on.ask(2, EX));
        on.release(0);
        assertSame(on.threads[1], on.lock.holder());
        on.release(1);
        assertSame(on.threads[2], on.lock.holder());
    }

    @Test
    void timesOutAndLetsSharedRequestsPass() {
        on.ask(0, SH);
        assertEquals(SLEEPS, on.ask(1, EX | LockFlag.TIMELOCK));
        on.ask(2, SH);
        on.timeout(1);
        on.deliver();
        assertEquals(SleepQueue.EWOULDBLOCK, on.answer(1));
        assertEquals(0, on.answer(2));
    }

    @Test
    void timesOutBehindAHolder() {
        on.ask(0, EX);
        assertEquals(SLEEPS, on.ask(1, EX | LockFlag.TIMELOCK));
        on.timeout(1);
        assertEquals(SleepQueue.EWOULDBLOCK, on.answer(1));
    }

    @Test
    void thatTimesOutAsItIsGrantedHasTheLock() {
        on.ask(0, SH);
        on.ask(1, EX | LockFlag.TIMELOCK);
        on.ask(0, LockFlag.RELEASE);
        on.timeout(1);
        assertEquals(0, on.answer(1));
        assertSame(on.threads[1], on.lock.holder());
    }

    @Test
    void failsAfterASleepWhereItShould() {
        on.ask(0, EX);
        assertEquals(SLEEPS, on.ask(1, EX | LockFlag.SLEEPFAIL));
        on.release(0);
        assertEquals(LockmgrLock.ENOLCK, on.answer(1));
    }

    @Test
    void givesBackWhatIsGrantedThoughItShouldFail() {
        on.ask(0, SH);
        assertEquals(SLEEPS, on.ask(1, EX | LockFlag.SLEEPFAIL));
        on.release(0);
        assertEquals(LockmgrLock.ENOLCK, on.answer(1));
        assertFalse(on.lock.isInUse());
    }

    @Test
    void failsWithItsTimeWhereItShouldFailAfterASleep() {
        on.ask(0, SH);
        on.ask(1, EX | LockFlag.SLEEPFAIL | LockFlag.TIMELOCK);
        on.timeout(1);
        assertEquals(SleepQueue.EWOULDBLOCK, on.answer(1));
        assertFalse(on.lock.isExclusivePending());
    }

    @Test
    void isCancelled() {
        on.ask(0, SH);
        assertEquals(SLEEPS, on.ask(1, EX | LockFlag.CANCELABLE));
        on.ask(0, LockFlag.CANCEL_BEG);
        on.deliver();
        assertEquals(LockmgrLock.ENOLCK, on.answer(1));
        assertEquals(LockmgrLock.ENOLCK, on.ask(1, EX | LockFlag.CANCELABLE));
        on.release(0);
        assertEquals(0, on.ask(1, EX | LockFlag.CANCELABLE));
    }

    @Test
    void anyWakeupMakesItLookAgain() {
        on.ask(0, SH);
        on.ask(1, EX);
        on.test.run(0, on.test.cpu(0).sleepQueue.wakeup(on.lock));
        on.deliver();
        assertEquals(SLEEPS, on.answer(1));
        on.release(0);
        assertEquals(0, on.answer(1));
    }

    @Test
    void endsBySignalWhereItCatches() {
        on.ask(0, EX);
        on.test.makeUser(on.threads[1]);
        on.threads[1].setSignal(2);
        assertTrue(on.ask(1, EX | LockFlag.PCATCH) > 0);
        assertEquals(0, on.threads[1].tokenCount());
    }

    @Trips(function = "lockmgr_exclusive", text = "lockmgr: locking against myself")
    void panicsAgainstItself() {
        on.ask(0, EX);
        assertEquals(LockmgrLock.EBUSY, on.ask(0, EX | LockFlag.NOWAIT));
        on.ask(0, EX);
    }

    @Trips(function = "_lockmgr_assert", text = "lockmgr lk: called from interrupt, ipi, or hard code section")
    void panicsInAnInterrupt() {
        on.test.cpu(0).interrupts.fastEnter();
        assertEquals(0, on.ask(0, EX | LockFlag.NOWAIT));
        assertEquals(0, on.ask(0, LockFlag.RELEASE));
        on.ask(0, EX);
    }

    @Test
    void looksAgainWhereTheLockChangedBeforeItCouldWait() {
        on.ask(0, SH);
        LwktThread ithread = on.interrupt(1);
        on.ask(1, EX);
        assertSame(ithread, on.test.cpu(1).curThread);
        on.release(0);
        on.interruptDone(1);
        assertEquals(0, on.answer(1));
        assertSame(on.threads[1], on.lock.holder());
    }

    @Test
    void thatShouldFailAfterASleepFailsWhereTheLockChangedBeforeItCouldWait() {
        on.ask(0, SH);
        on.interrupt(1);
        on.ask(1, EX | LockFlag.SLEEPFAIL);
        on.release(0);
        on.interruptDone(1);
        assertEquals(LockmgrLock.ENOLCK, on.answer(1));
    }

    @Test
    void seesThatItWasGrantedWhereAnotherWakeupCameFirst() {
        on.ask(0, SH);
        on.ask(1, EX);
        on.test.run(0, on.test.cpu(0).sleepQueue.wakeup(on.lock));
        on.release(0);
        assertEquals(0, on.answer(1));
        assertSame(on.threads[1], on.lock.holder());
    }

    @Test
    void isCancelledAsItIsMade() {
        on.ask(0, SH);
        on.interrupt(1);
        on.ask(1, EX | LockFlag.CANCELABLE);
        on.ask(0, LockFlag.CANCEL_BEG);
        on.interruptDone(1);
        assertEquals(LockmgrLock.ENOLCK, on.answer(1));
    }

    @Test
    void isCancelledBehindAnExclusiveHolder() {
        on.ask(0, EX);
        assertEquals(SLEEPS, on.ask(1, EX | LockFlag.CANCELABLE));
        on.ask(0, LockFlag.CANCEL_BEG);
        on.deliver();
        assertEquals(LockmgrLock.ENOLCK, on.answer(1));
        on.release(0);
        assertFalse(on.lock.isInUse());
    }

    @Test
    void thatTimesOutWhileSomebodyUpgradedWakesTheNextRequest() {
        on.ask(0, SH);
        assertEquals(SLEEPS, on.ask(1, EX | LockFlag.TIMELOCK));
        on.ask(0, LockFlag.UPGRADE);
        assertEquals(SLEEPS, on.ask(2, EX));
        on.timeout(1);
        assertEquals(SleepQueue.EWOULDBLOCK, on.answer(1));
        assertEquals(SLEEPS, on.answer(2));
        on.release(0);
        assertSame(on.threads[2], on.lock.holder());
    }

    @Test
    void thatTimesOutLeavesAnUpgradeInPeace() {
        on.ask(0, SH);
        on.ask(3, SH);
        assertEquals(SLEEPS, on.ask(1, EX | LockFlag.TIMELOCK));
        assertEquals(SLEEPS, on.ask(0, LockFlag.UPGRADE));
        on.timeout(1);
        assertEquals(SleepQueue.EWOULDBLOCK, on.answer(1));
        assertFalse(on.lock.isExclusivePending());
        on.release(3);
        assertSame(on.threads[0], on.lock.holder());
    }

    /** An upgrade leaves the request pending over a release, and the last count goes over to it. */
    @Test
    void getsTheLockOfAHolderThatUpgradedPastIt() {
        on.ask(0, SH);
        assertEquals(SLEEPS, on.ask(1, EX));
        assertEquals(0, on.ask(0, LockFlag.UPGRADE));
        assertEquals(SLEEPS, on.answer(1));
        on.release(0);
        assertSame(on.threads[1], on.lock.holder());
    }

    /** The state between the two halves of undo_shreq() on another CPU: the last share is gone, nothing is granted yet. */
    private static LockThreads withALockThatIsFreeButForOneRequest(int flags) {
        LockThreads on = new LockThreads();
        on.ask(0, SH);
        assertEquals(SLEEPS, on.ask(1, EX | flags));
        on.lock.count.word -= 1L << 32;
        on.timeout(1);
        return on;
    }

    @Test
    void thatFindsTheLockFreeAsItsTimeIsUpHasTheLock() {
        LockThreads on = withALockThatIsFreeButForOneRequest(LockFlag.TIMELOCK);
        assertEquals(0, on.answer(1));
        assertSame(on.threads[1], on.lock.holder());
    }

    @Test
    void thatFindsTheLockFreeAsItFailsGivesItBack() {
        LockThreads on = withALockThatIsFreeButForOneRequest(LockFlag.TIMELOCK | LockFlag.SLEEPFAIL);
        assertEquals(SleepQueue.EWOULDBLOCK, on.answer(1));
        assertFalse(on.lock.isInUse());
        assertEquals(0, on.ask(2, EX | LockFlag.NOWAIT));
    }

    @Trips(function = "lockmgr_exclusive", text = "assert count & LKC_XMASK")
    void whoseRequestVanishesPanics() {
        on.ask(0, SH);
        on.ask(1, EX);
        on.lock.count.undoExclusiveRequest();
        on.test.run(0, on.test.cpu(0).sleepQueue.wakeup(on.lock));
        on.deliver();
    }
}
