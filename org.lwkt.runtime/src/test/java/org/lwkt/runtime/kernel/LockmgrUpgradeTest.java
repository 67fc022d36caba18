// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** An upgrade from shared to exclusive. */
class LockmgrUpgradeTest {
    private static final int SH = LockFlag.SHARED;
    private static final int EX = LockFlag.EXCLUSIVE;
    private static final int SLEEPS = LockThreads.SLEEPS;

    private final LockThreads on = new LockThreads();

    @Test
    void ofTheOnlySharedHolderIsImmediate() {
        on.ask(0, SH);
        assertEquals(0, on.ask(0, LockFlag.UPGRADE));
        assertSame(on.threads[0], on.lock.holder());
        assertEquals(0, on.ask(0, LockFlag.UPGRADE));
        assertTrue(on.lock.isHeldExclusivelyOnce());
    }

    @Test
    void waitsForTheOthers() {
        on.ask(0, SH);
        on.ask(1, SH);
        assertEquals(SLEEPS, on.ask(0, LockFlag.UPGRADE));
        assertEquals(SLEEPS, on.ask(2, SH));
        on.release(1);
        assertEquals(0, on.answer(0));
        assertSame(on.threads[0], on.lock.holder());
        on.release(0);
        assertEquals(0, on.answer(2));
    }

    @Test
    void comesBeforeAnExclusiveRequest() {
        on.ask(0, SH);
        on.ask(1, SH);
        on.ask(2, EX);
        assertEquals(SLEEPS, on.ask(0, LockFlag.UPGRADE));
        on.release(1);
        assertSame(on.threads[0], on.lock.holder());
        on.release(0);
        assertSame(on.threads[2], on.lock.holder());
    }

    @Test
    void secondOneReleasesAndAsksAnew() {
        on.ask(0, SH);
        on.ask(1, SH);
        on.ask(2, SH);
        assertEquals(SLEEPS, on.ask(0, LockFlag.UPGRADE));
        assertEquals(SLEEPS, on.ask(1, LockFlag.UPGRADE));
        on.release(2);
        assertSame(on.threads[0], on.lock.holder());
        on.release(0);
        assertSame(on.threads[1], on.lock.holder());
    }

    @Test
    void secondOneThatMustBeAtomicFailsAndReleases() {
        on.ask(0, SH);
        on.ask(1, SH);
        on.ask(2, SH);
        on.ask(0, LockFlag.UPGRADE);
        assertEquals(LockmgrLock.EBUSY, on.ask(1, LockFlag.EXCLUPGRADE));
        assertEquals(LockmgrLock.EBUSY, on.ask(2, LockFlag.UPGRADE | LockFlag.NOWAIT));
        on.deliver();
        assertSame(on.threads[0], on.lock.holder());
    }

    @Test
    void thatMustNotSleepFailsAndReleases() {
        on.ask(0, SH);
        on.ask(1, SH);
        assertEquals(LockmgrLock.EBUSY, on.ask(0, LockFlag.UPGRADE | LockFlag.NOWAIT));
        assertEquals(0, on.ask(1, LockFlag.EXCLUPGRADE));
    }

    @Test
    void timesOutAndReleases() {
        on.ask(0, SH);
        on.ask(1, SH);
        assertEquals(SLEEPS, on.ask(0, LockFlag.UPGRADE | LockFlag.TIMELOCK));
        on.timeout(0);
        assertEquals(SleepQueue.EWOULDBLOCK, on.answer(0));
        on.release(1);
        assertFalse(on.lock.isInUse());
    }

    @Test
    void thatTimesOutAsItIsGrantedHasTheLock() {
        on.ask(0, SH);
        on.ask(1, SH);
        on.ask(0, LockFlag.UPGRADE | LockFlag.TIMELOCK);
        on.ask(1, LockFlag.RELEASE);
        on.timeout(0);
        assertEquals(0, on.answer(0));
        assertSame(on.threads[0], on.lock.holder());
    }

    @Test
    void failsAfterASleepWhereItShould() {
        on.ask(0, SH);
        on.ask(1, SH);
        on.ask(0, LockFlag.UPGRADE | LockFlag.SLEEPFAIL);
        on.release(1);
        assertEquals(LockmgrLock.ENOLCK, on.answer(0));
        assertFalse(on.lock.isInUse());
    }

    @Test
    void failsWithItsTimeWhereItShouldFailAfterASleep() {
        on.ask(0, SH);
        on.ask(1, SH);
        on.ask(0, LockFlag.UPGRADE | LockFlag.SLEEPFAIL | LockFlag.TIMELOCK);
        on.timeout(0);
        assertEquals(SleepQueue.EWOULDBLOCK, on.answer(0));
    }

    @Test
    void isCancelledAndTheExclusiveRequestIsGrantedAsTheSourceDoes() {
        on.ask(0, SH);
        on.ask(1, SH);
        on.ask(0, LockFlag.UPGRADE | LockFlag.CANCELABLE);
        on.ask(1, LockFlag.CANCEL_BEG);
        on.deliver();
        assertEquals(LockmgrLock.ENOLCK, on.answer(0));
        assertEquals(LockFlag.SHARED, on.lock.status(null));
    }

    @Test
    void anyWakeupMakesItLookAgain() {
        on.ask(0, SH);
        on.ask(1, SH);
        on.ask(0, LockFlag.UPGRADE);
        on.test.run(1, on.test.cpu(1).sleepQueue.wakeup(on.lock));
        on.deliver();
        assertEquals(SLEEPS, on.answer(0));
    }

    @Trips(function = "lockmgr_upgrade", text = "lockmgr: upgrade unowned lock")
    void ofAFreeLockPanics() {
        on.ask(0, LockFlag.UPGRADE);
    }

    @Trips(function = "lockmgr_upgrade", text = "lockmgr: upgrade unowned lock")
    void ofAnothersLockPanics() {
        on.ask(1, EX);
        on.ask(0, LockFlag.UPGRADE);
    }

    /** The source grants the exclusive request at once, and so do we; the remaining holder can no longer release. */
    @Trips(function = "lockmgr_release", text = "lockmgr: pid -1, not exclusive lock holder thr b/c unlocking")
    void thatFailsLetsAnExclusiveRequestInThoughTheLockIsShared() {
        on.ask(0, SH);
        on.ask(1, SH);
        assertEquals(SLEEPS, on.ask(2, EX));
        assertEquals(SLEEPS, on.ask(0, LockFlag.UPGRADE | LockFlag.TIMELOCK));
        on.timeout(0);
        assertEquals(SleepQueue.EWOULDBLOCK, on.answer(0));
        assertEquals(0, on.answer(2));
        assertSame(on.threads[2], on.lock.holder());
        on.ask(1, LockFlag.RELEASE);
    }

    @Test
    void thatIsCancelledAsItIsGrantedGivesTheLockBack() {
        on.ask(0, SH);
        on.ask(1, SH);
        on.ask(2, SH);
        on.ask(0, LockFlag.UPGRADE | LockFlag.SLEEPFAIL);
        on.ask(3, EX | LockFlag.TIMELOCK);
        on.ask(1, LockFlag.RELEASE);
        on.ask(2, LockFlag.RELEASE);
        on.deliver();
        assertEquals(LockmgrLock.ENOLCK, on.answer(0));
        assertSame(on.threads[3], on.lock.holder());
    }

    @Test
    void looksAgainWhereTheLockChangedBeforeItCouldWait() {
        on.ask(0, SH);
        on.ask(1, SH);
        LwktThread ithread = on.interrupt(1);
        on.ask(1, LockFlag.UPGRADE);
        assertSame(ithread, on.test.cpu(1).curThread);
        on.release(0);
        on.interruptDone(1);
        assertEquals(0, on.answer(1));
        assertSame(on.threads[1], on.lock.holder());
    }

    @Test
    void seesThatItWasGrantedWhereAnotherWakeupCameFirst() {
        on.ask(0, SH);
        on.ask(1, SH);
        on.ask(1, LockFlag.UPGRADE);
        on.test.run(0, on.test.cpu(0).sleepQueue.wakeup(on.lock));
        on.release(0);
        assertEquals(0, on.answer(1));
        assertSame(on.threads[1], on.lock.holder());
    }

    @Trips(function = "lockmgr_upgrade", text = "assert (count & LKC_XMASK) == 1")
    void whoseRequestVanishesPanics() {
        on.ask(0, SH);
        on.ask(1, SH);
        on.ask(0, LockFlag.UPGRADE);
        on.lock.count.undoUpgradeRequest();
        on.test.run(1, on.test.cpu(1).sleepQueue.wakeup(on.lock));
        on.deliver();
    }
}
