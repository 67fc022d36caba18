// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpinLockTest {
    private final TestKernel test = new TestKernel(2);
    private final GlobalData cpu0 = test.cpu(0);
    private final SpinLock lock = new SpinLock();

    @Test
    void anExclusiveHolderKeepsOthersPollingOnTheirCpu() {
        LwktThread other = test.make("other", 1, 12);
        test.schedule(0, other);
        test.ipi(1);
        test.run(0, lock.lock(cpu0));
        assertSame(Flow.SPIN, test.run(1, lock.lock(test.cpu(1))));
        assertEquals(SpinLock.EXCLWAIT + 1, lock.word());
        test.run(0, lock.unlock(cpu0));
        assertSame(Flow.FETCH, test.turn(1));
        assertEquals(1, lock.word());
        assertEquals(1, test.cpu(1).spinlocks());
    }

    @Test
    void theLastSharedHolderLeavesTheSharedBitAndAnUpgradeTakesIt() {
        test.run(0, lock.lockShared(cpu0));
        test.run(0, lock.lockShared(cpu0));
        assertFalse(lock.tryUpgrade());
        test.run(0, lock.unlock(cpu0));
        assertTrue(lock.tryUpgrade());
        assertEquals(1, lock.word());
        lock.init();
        test.run(0, lock.lockShared(cpu0));
        test.run(0, lock.unlock(cpu0));
        assertEquals(SpinLock.SHARED, lock.word());
        assertFalse(lock.isHeld());
        test.run(0, lock.tryLock(cpu0));
        assertEquals(1, test.main.result());
        test.run(0, lock.tryLock(cpu0));
        assertEquals(0, test.main.result());
    }

    @Test
    void anUpdateThatIsEndedTwicePanics() {
        lock.startUpdateOnly(cpu0);
        assertEquals("spin_lock_update_only", panicOf(() -> lock.startUpdateOnly(cpu0)));
        lock.startUpdateOnly(cpu0);
        lock.endUpdateOnly(cpu0);
        assertEquals("spin_unlock_update_only", panicOf(() -> lock.endUpdateOnly(cpu0)));
        assertEquals("spin_lock_update", panicOf(() -> test.run(0, lock.lockUpdate(cpu0))));
    }

    private static String panicOf(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(KernelPanic.class, call).function();
    }
}
