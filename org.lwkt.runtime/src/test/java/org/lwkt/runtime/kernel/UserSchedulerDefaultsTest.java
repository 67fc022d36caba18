// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a user scheduler does that says only who acquires and releases. */
class UserSchedulerDefaultsTest {
    private final TestKernel tk = new TestKernel(2);
    private final UserScheduler usched = tk.kernel.userScheduler;

    @Test
    void aRunnableLwpIsScheduledAtOnce() {
        LwktThread td = tk.make("user", 0, ThreadPriority.USER_NORM);
        Lwp lp = tk.makeUser(td);
        tk.run(0, tk.cpu(0).lwps.start(lp));
        assertEquals("main user", tk.queue(0));
    }

    @Test
    void nothingIsReckonedUp() {
        Lwp lp = tk.makeUser(tk.make("user", 0, ThreadPriority.USER_NORM));
        tk.run(0, tk.cpu(0).lwps.fork(lp, lp));
        tk.run(0, usched.recalculate(tk.cpu(0), lp));
        usched.schedulerClock(tk.cpu(0), lp);
        usched.uloadUpdate(lp);
        usched.exiting(lp);
        usched.changedCpu(tk.cpu(0), lp);
        assertEquals(0, lp.estcpu());
    }

    @Test
    void aRequestFromAnotherCpuAsksForAReschedule() {
        tk.run(0, tk.cpu(0).ipi.send(tk.cpu(1), IpiFunction.NEED_USER_RESCHED_REMOTE, null, 0));
        tk.ipi(1);
        assertTrue(tk.cpu(1).userReschedWanted());
    }

    @Test
    void aYieldAsksForAReschedule() {
        tk.makeUser(tk.main);
        tk.cpu(0).lwps.yieldSelf();
        assertTrue(tk.cpu(0).userReschedWanted());
    }

    @Test
    void nobodyElseLeavesSteps() {
        assertThrows(IllegalStateException.class, () -> usched.resume(tk.cpu(0), 1, null));
    }
}
