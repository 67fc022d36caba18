// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class SleepHashTest {
    @Test
    void anIdentifierKeepsItsPlaceAndAnotherHasItsOwn() {
        SleepHash hash = new SleepHash(1, null);
        Object one = new Object();
        Object other = new Object();
        assertEquals(hash.slot(one), hash.slot(one));
        assertNotEquals(hash.slot(one), hash.slot(other));
        LwktMsg msg = new LwktMsg();
        assertEquals(hash.slot(msg), hash.slot(msg));
        assertEquals(hash.slot(msg) >> 4, hash.queue(hash.slot(msg)));
    }

    @Test
    void placesAreGivenInOrderOfUseAndNotByWhatJavaKnows() {
        assertEquals(new SleepHash(1, null).slot("a"), new SleepHash(1, null).slot(new LwktMsg()));
    }

    @Test
    void masksGrowWithTheSlotsThatAreUsed() {
        SleepHash hash = new SleepHash(2, null);
        CpuMask mask = hash.mask(5000);
        mask.set(1);
        assertSame(mask, hash.mask(5000));
    }

    @Test
    void aSleeperIsFoundAmongManyThatShareTheHash() {
        TestKernel test = new TestKernel(2);
        GlobalData gd = test.cpu(0);
        for (int i = 0; i < 300; i++) {
            LwktThread td = test.make("t" + i, 0, 20);
            test.schedule(0, td);
            test.run(0, gd.scheduler.switchThread());
            assertSame(td, gd.curThread);
            test.run(0, gd.sleepQueue.tsleep(td, 0, "many", 0));
        }
        LwktThread[] all = new LwktThread[300];
        int[] count = new int[1];
        gd.forEachThread(td -> {
            if (td.wchan == td) {
                all[count[0]++] = td;
            }
        });
        assertEquals(300, count[0]);
        for (LwktThread td : all) {
            test.run(0, gd.sleepQueue.wakeup(td));
            assertEquals(null, td.wchan);
        }
    }
}
