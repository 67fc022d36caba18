// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The word of a lock in states that another CPU can leave for a moment, and that one step at a time does not show. */
class LockCountTest {
    private static final long EXREQ = 0x40000000L;
    private static final long SHARED = 0x20000000L;
    private static final long UPREQ = 0x10000000L;
    private static final long EXREQ2 = 0x08000000L;
    private static final long CANCEL = 0x04000000L;
    private static final long SCOUNT = 0x100000000L;

    private final LockCount count = new LockCount();

    private LockUndo undoExclusive(long word) {
        count.word = word;
        return count.undoExclusiveRequest();
    }

    private LockUndo undoUpgrade(long word) {
        count.word = word;
        return count.undoUpgradeRequest();
    }

    private boolean undoShared(long word) {
        count.word = word;
        return count.undoShared();
    }

    @Test
    void anExclusiveRequestForAFreeLockIsGrantedInsteadOfUndone() {
        assertEquals(LockUndo.GRANTED, undoExclusive(EXREQ));
        assertEquals(1, count.word);
        assertEquals(LockUndo.GRANTED_WAKEUP, undoExclusive(EXREQ | EXREQ2));
        assertEquals(1, count.word);
        assertEquals(LockUndo.GRANTED_WAKEUP, undoExclusive(EXREQ | SHARED));
        assertEquals(1 | SHARED, count.word);
    }

    @Test
    void anExclusiveRequestBehindAHolderIsUndoneAndTheNextOneWokenUp() {
        assertEquals(LockUndo.UNDONE, undoExclusive(1 | EXREQ));
        assertEquals(LockUndo.UNDONE_WAKEUP, undoExclusive(1 | EXREQ | EXREQ2));
        assertEquals(LockUndo.UNDONE, undoExclusive(1 | EXREQ | EXREQ2 | UPREQ));
        assertEquals(1 | UPREQ, count.word);
        assertEquals(LockUndo.GRANTED, undoExclusive(1 | EXREQ2));
    }

    @Test
    void anExclusiveRequestLeavesAnUpgradeAlone() {
        assertEquals(LockUndo.UNDONE, undoExclusive(EXREQ | UPREQ | SCOUNT | SHARED));
        assertEquals(UPREQ | SCOUNT | SHARED, count.word);
        assertEquals(LockUndo.UNDONE_WAKEUP, undoExclusive(EXREQ | SCOUNT | SHARED));
        assertEquals(LockUndo.GRANTED_WAKEUP, undoExclusive(EXREQ | EXREQ2 | SCOUNT));
    }

    @Test
    void anUpgradeRequestBehindAHolderIsUndoneSilently() {
        assertEquals(LockUndo.UNDONE, undoUpgrade(1 | UPREQ | SCOUNT));
        assertEquals(1 | SCOUNT, count.word);
    }

    @Test
    void anUpgradeRequestThatIsUndoneSharesTheLockWithThoseThatWait() {
        assertEquals(LockUndo.UNDONE_WAKEUP, undoUpgrade(UPREQ | SCOUNT));
        assertEquals(SHARED | SCOUNT, count.word);
        assertEquals(LockUndo.UNDONE_WAKEUP, undoUpgrade(UPREQ | SHARED));
        assertEquals(LockUndo.UNDONE, undoUpgrade(UPREQ));
        assertEquals(0, count.word);
    }

    @Test
    void theLastShareThatIsUndoneGrantsAnUpgradeBeforeAnExclusiveRequest() {
        assertTrue(undoShared(SCOUNT | SHARED | UPREQ | EXREQ | CANCEL));
        assertEquals(1 | EXREQ, count.word);
        assertTrue(undoShared(SCOUNT | SHARED | EXREQ | EXREQ2 | CANCEL));
        assertEquals(1, count.word);
        assertTrue(undoShared(SCOUNT | SHARED | CANCEL));
        assertEquals(SHARED, count.word);
    }

    @Test
    void aShareThatIsUndoneBesideOthersGrantsNothing() {
        assertFalse(undoShared(2 * SCOUNT | SHARED | EXREQ));
        assertFalse(undoShared(SCOUNT | 1 | CANCEL));
        assertFalse(undoShared(SCOUNT | SHARED));
        assertEquals(SHARED, count.word);
    }

    @Test
    void theLastExclusiveCountGoesToAnUpgradeBeforeAnExclusiveRequest() {
        count.word = 2 | UPREQ | EXREQ;
        assertFalse(count.releaseExclusive());
        assertEquals(1 | UPREQ | EXREQ, count.word);
        assertTrue(count.releaseExclusive());
        assertEquals(1 | EXREQ, count.word);
        assertTrue(count.releaseExclusive());
        assertEquals(1, count.word);
        assertFalse(count.releaseExclusive());
        assertEquals(SHARED, count.word);
    }
}
