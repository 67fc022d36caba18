// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What never sleeps: downgrade, release, cancel, and the answers about a lock; and the sleep that leaves one. */
class LockmgrLockTest {
    private static final int SH = LockFlag.SHARED;
    private static final int EX = LockFlag.EXCLUSIVE;
    private static final int SLEEPS = LockThreads.SLEEPS;

    private final LockThreads on = new LockThreads();

    @Test
    void downgradeLetsSharedRequestsIn() {
        on.ask(0, EX);
        on.ask(1, SH);
        assertEquals(0, on.ask(0, LockFlag.DOWNGRADE));
        on.deliver();
        assertEquals(0, on.answer(1));
        assertNull(on.lock.holder());
    }

    @Test
    void downgradeWakesNobodyWhereNobodyWaits() {
        on.ask(0, EX);
        assertEquals(0, on.ask(0, LockFlag.DOWNGRADE));
        assertEquals(LockFlag.SHARED, on.lock.status(on.threads[0]));
    }

    @Trips(function = "lockmgr_downgrade", text = "lockmgr: not holding exclusive lock: NULL/main 0000000000000000")
    void downgradeOfAFreeLockPanics() {
        on.ask(0, LockFlag.DOWNGRADE);
    }

    @Trips(function = "lockmgr_downgrade", text = "lockmgr: not holding exclusive lock: main/main 0000000000000002")
    void downgradeOfARecursedLockPanics() {
        on.ask(0, EX);
        on.ask(0, EX | LockFlag.CANRECURSE);
        on.ask(0, LockFlag.DOWNGRADE);
    }

    @Trips(function = "lockmgr_release", text = "lockmgr: LK_RELEASE: no lock held")
    void releaseOfAFreeLockPanics() {
        on.ask(0, LockFlag.RELEASE);
    }

    @Trips(function = "lockmgr_release", text = "lockmgr: pid -1, not exclusive lock holder thr main/b unlocking")
    void releaseOfAnothersLockPanics() {
        on.ask(1, EX);
        on.ask(0, LockFlag.RELEASE);
    }

    @Trips(function = "lockmgr_release", text = "assert (count & LKC_SHARED) && (count & LKC_SMASK)")
    void releaseOfAShareThatWasNeverGrantedPanics() {
        on.lock.count.addShared();
        on.ask(0, LockFlag.RELEASE);
    }

    @Test
    void anybodyReleasesWhatTheKernelHolds() {
        on.ask(0, EX);
        on.lock.kernProc(on.test.cpu(0));
        on.lock.kernProc(on.test.cpu(1));
        assertNull(on.lock.holder());
        assertEquals(0, on.release(1));
        assertFalse(on.lock.isInUse());
    }

    @Trips(function = "lockmgr_kernproc", text = "lockmgr_kernproc: lock not owned by curthread b: main")
    void kernprocOfAnothersLockPanics() {
        on.ask(0, EX);
        on.lock.kernProc(on.test.cpu(1));
    }

    @Trips(function = "lockmgr", text = "lockmgr: unknown locktype request 7")
    void anUnknownRequestPanics() {
        on.ask(0, 7);
    }

    @Trips(function = "lockmgr_cancel_beg", text = "assert (count & LKC_CANCEL) == 0")
    void cancelDoesNotNest() {
        on.ask(0, EX);
        on.ask(0, LockFlag.CANCEL_BEG);
        on.ask(0, LockFlag.CANCEL_BEG);
    }

    @Trips(function = "lockmgr_cancel_beg", text = "assert (count & (LKC_XMASK | LKC_SMASK)) != 0")
    void cancelNeedsAHolder() {
        on.ask(0, LockFlag.CANCEL_BEG);
    }

    @Test
    void cancelEndsWithTheLastRelease() {
        on.ask(0, SH);
        on.ask(0, LockFlag.CANCEL_BEG);
        on.release(0);
        assertEquals(0, on.ask(1, EX | LockFlag.CANCELABLE));
    }

    @Test
    void aFreeLockMayGo() {
        on.lock.reinit("other", 1);
        on.ask(0, EX);
        assertEquals(SLEEPS, on.ask(1, EX));
        assertEquals("other", on.threads[1].wmesg());
        on.release(0);
        on.release(1);
        on.lock.uninit(on.test.cpu(0));
    }

    @Trips(
            function = "lockuninit",
            text =
                    "assert (count & (LKC_EXREQ | LKC_UPREQ)) == 0 && ((count & LKC_SHARED) || (count & LKC_SMASK) == 0)")
    void aLockWithRequestsMayNotGo() {
        on.ask(0, SH);
        on.ask(1, EX);
        on.lock.uninit(on.test.cpu(0));
    }

    @Test
    void lksleepReleasesMeanwhile() {
        on.ask(0, EX);
        Object ident = new Object();
        on.test.run(0, on.test.cpu(0).sleepQueue.lksleep(ident, on.lock, 0, "lks", 3));
        assertEquals(SLEEPS, on.answer(0));
        assertEquals(0, on.ask(1, EX));
        on.timeout(0);
        assertEquals(SLEEPS, on.answer(0));
        on.release(1);
        assertEquals(SleepQueue.EWOULDBLOCK, on.answer(0));
        assertSame(on.threads[0], on.lock.holder());
    }

    @Trips(
            function = "lockmgr_downgrade",
            text = "lockmgr: not holding exclusive lock: LK_KERNTHREAD/main 0000000000000001")
    void downgradeOfWhatTheKernelHoldsPanics() {
        on.ask(0, EX);
        on.lock.kernProc(on.test.cpu(0));
        on.ask(0, LockFlag.DOWNGRADE);
    }

    @Test
    void downgradeLetsAnExclusiveRequestStandInLine() {
        on.ask(0, EX);
        on.ask(1, EX);
        on.ask(0, LockFlag.DOWNGRADE);
        on.deliver();
        assertEquals(LockThreads.SLEEPS, on.answer(1));
        assertEquals(LockmgrLock.EBUSY, on.ask(2, SH | LockFlag.NOWAIT));
        on.release(0);
        assertSame(on.threads[1], on.lock.holder());
    }

    @Trips(
            function = "lockuninit",
            text =
                    "assert (count & (LKC_EXREQ | LKC_UPREQ)) == 0 && ((count & LKC_SHARED) || (count & LKC_SMASK) == 0)")
    void aLockThatSomebodyWaitsToShareMayNotGo() {
        on.ask(0, EX);
        on.ask(1, SH);
        on.lock.uninit(on.test.cpu(0));
    }

    @Test
    void printsHowItIsHeld() {
        GlobalData cpu0 = on.test.cpu(0);
        on.lock.printInfo(cpu0);
        on.ask(0, SH);
        on.lock.printInfo(cpu0);
        on.ask(1, EX);
        on.lock.printInfo(cpu0);
        on.release(0);
        on.lock.printInfo(cpu0);
        on.ask(2, SH);
        on.lock.printInfo(cpu0);
        assertEquals(
                List.of(
                        " lock type lk: NOTHELD",
                        " lock type lk: SHARED (count 0000000120000000)",
                        " lock type lk: SHARED (count 0000000160000000) with waiters",
                        " lock type lk: EXCLUS (count 0000000000000001) by td b pid -99",
                        " lock type lk: EXCLUS (count 0000000100000001) by td b pid -99 with waiters"),
                on.test.printed);
    }

    @Test
    void whatIsAskedAboutALockFollowsItsHolder() {
        GlobalData cpu0 = on.test.cpu(0);
        assertFalse(on.lock.isOwned(cpu0));
        on.ask(1, EX);
        on.ask(2, SH);
        assertFalse(on.lock.isOwned(cpu0));
        assertTrue(on.lock.isOwned(on.test.cpu(1)));
        assertEquals(0x100000001L, on.lock.count());
        assertTrue(on.lock.isHeldExclusively());
        on.lock.kernProc(on.test.cpu(1));
        assertEquals(LockFlag.EXCLOTHER, on.lock.status(on.threads[1]));
        assertEquals(LockFlag.EXCLUSIVE, on.lock.status(null));
        on.release(0);
        assertFalse(on.lock.isHeldExclusively());
        assertTrue(on.lock.isOwned(cpu0));
    }

    @Test
    void aWaiterThatIsCountedSharesNothingYet() {
        on.lock.count.addShared();
        assertEquals(0, on.lock.status(null));
        on.lock.printInfo(on.test.cpu(0));
        assertEquals(List.of(" lock type lk: NOTHELD"), on.test.printed);
    }

    /** A kernel without assertions goes on where C does. */
    @Test
    void withoutAssertionsTheKernelTakesALockThatIsNotOwned() {
        LockmgrLock lock = new LockmgrLock("lk", 0, 0);
        TestKernel test = new TestKernel(1, false, new Sysctls());
        lock.kernProc(test.cpu(0));
        test.run(0, lock.lockmgr(test.cpu(0), EX));
        lock.kernProc(test.cpu(0));
        test.run(0, lock.lockmgr(test.cpu(0), LockFlag.RELEASE));
        assertFalse(lock.isInUse());
    }
}
