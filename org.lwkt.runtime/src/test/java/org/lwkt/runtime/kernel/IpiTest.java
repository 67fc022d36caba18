// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IpiTest {
    private static final IpiCall NOTHING = (gd, argument2, frame) -> Flow.RETURN;

    private static Flow send(TestKernel test, int from, int to) {
        return test.run(from, test.cpu(from).ipi.send(test.cpu(to), IpiFunction.EXTERNAL, NOTHING, 0));
    }

    @Test
    void aFullQueueMakesTheSenderWaitUntilAQuarterIsLeft() {
        TestKernel test = new TestKernel(2);
        for (int i = 0; i < 129; i++) {
            assertSame(Flow.FETCH, send(test, 0, 1));
        }
        assertSame(Flow.SPIN, send(test, 0, 1));
        assertSame(Flow.SPIN, test.turn(0));
        assertEquals(1, test.cpu(0).ipi.stats().fifoFull());
        test.ipi(1);
        assertSame(Flow.FETCH, test.turn(0));
        assertEquals(130, test.cpu(0).ipi.sequence(test.cpu(1)));
        assertEquals(0, test.cpu(0).ipi.sequence(test.cpu(0)));
        assertEquals(0, test.cpu(0).intrNestingLevel);
    }

    @Test
    void aScheduleAcrossCpusWaitsForRoomToo() {
        TestKernel test = new TestKernel(2);
        LwktThread remote = test.make("A", 1, 12);
        for (int i = 0; i < 129; i++) {
            send(test, 0, 1);
        }
        assertSame(Flow.SPIN, test.schedule(0, remote));
        test.ipi(1);
        assertSame(Flow.FETCH, test.turn(0));
        assertEquals(0, test.main.critCount);
        test.ipi(1);
        assertSame(remote, test.cpu(1).curThread);
    }

    @Test
    void aTargetThatDoesNotDrainIsComplainedOfAndPokedAfterTenSeconds() {
        TestKernel test = new TestKernel(2, true, TestKernel.sysctl("tsc_frequency", 0));
        while (send(test, 0, 1) != Flow.SPIN) {
            assertFalse(test.cpu(1).ipi.mask().isEmpty());
        }
        for (int i = 0; i < 11; i++) {
            assertSame(Flow.SPIN, test.turn(0));
        }
        assertEquals(11, test.printed.size());
        assertEquals("send_ipiq 0->1 tgt not draining (10)", test.printed.get(9));
        assertTrue(test.printed.get(10).contains("(11) sniff="));
    }

    @Test
    void messagesNestTwentyDeep() {
        TestKernel test = new TestKernel(2);
        test.cpu(0).intrNestingLevel = 20;
        assertEquals(
                "lwkt_send_ipiq3",
                assertThrows(KernelPanic.class, () -> send(test, 0, 1)).function());
    }

    @Test
    void aMaskGoesUpwardsFromTheSenderAndLeavesStoppedCpusOut() {
        TestKernel test = new TestKernel(4);
        StringBuilder order = new StringBuilder();
        IpiCall note = (gd, argument2, frame) -> {
            order.append(gd.cpuId);
            return Flow.RETURN;
        };
        test.kernel.stoppedCpus().set(2);
        test.run(0, test.cpu(0).ipi.sendMask(CpuMask.of(4, 0xf), IpiFunction.EXTERNAL, note, 0));
        assertEquals(3, test.main.result());
        test.ipi(3);
        test.ipi(2);
        test.ipi(1);
        assertEquals("031", order.toString());
    }

    @Test
    void cpusyncRunsOnAllCpusOfAMachineWithMoreThanSixtyFour() {
        TestKernel test = new TestKernel(70);
        int[] calls = new int[1];
        CpuMask all = CpuMask.of(70, -1);
        for (int cpu = 64; cpu < 70; cpu++) {
            all.set(cpu);
        }
        Flow at = test.run(0, CpuSync.simple(test.cpu(0), all, gd -> {
            calls[0]++;
            return Flow.RETURN;
        }));
        assertSame(Flow.SPIN, at);
        for (int cpu = 1; cpu < 70; cpu++) {
            test.ipi(cpu);
        }
        assertSame(Flow.SPIN, test.turn(0));
        assertEquals(1, calls[0]);
        for (int cpu = 1; cpu < 70; cpu++) {
            test.turn(cpu);
        }
        assertSame(Flow.FETCH, test.turn(0));
        assertEquals(70, calls[0]);
        assertEquals(69, all.last());
        assertEquals(-1, new CpuMask(70).last());
    }

    @Test
    void thePassiveTickFindsMessagesThatCameWithoutInterrupt() {
        TestKernel test = new TestKernel(2, true, TestKernel.sysctl("passive_tick", 1));
        test.run(0, test.cpu(0).ipi.sendPassive(test.cpu(1), IpiFunction.EXTERNAL, NOTHING, 0));
        assertFalse(test.cpu(1).ipi.isNpoll());
        assertTrue(test.cpu(1).ipi.hasMessages());
        test.run(1, test.cpu(1).interrupts.timer());
        assertFalse(test.cpu(1).ipi.hasMessages());
    }
}
