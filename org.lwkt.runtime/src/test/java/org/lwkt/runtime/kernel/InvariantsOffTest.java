// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A kernel built without INVARIANTS ignores failed assertions and goes on. */
class InvariantsOffTest {
    private TestKernel test;
    private GlobalData cpu0;
    private GlobalData cpu1;
    private LwktThread main;

    @BeforeEach
    void boot() {
        test = new TestKernel(3, false, new Sysctls());
        cpu0 = test.cpu(0);
        cpu1 = test.cpu(1);
        main = test.main;
    }

    @Test
    void aReferenceTooManyIsGivenBack() {
        cpu0.lifecycle.rele(main);
        assertEquals(-1, main.refs);
    }

    @Test
    void aCriticalSectionTooManyIsLeft() {
        test.run(0, cpu0.critical.exit());
        assertEquals(-1, main.critCount);
    }

    @Test
    void anyPriorityIsTaken() {
        LwktThread a = test.make("A", 0, 12);
        LwktThread b = test.make("B", 0, 12);
        test.schedule(0, a);
        test.schedule(0, b);
        test.run(0, cpu0.scheduler.setPriority(a, -3));
        test.run(0, cpu0.scheduler.setPrioritySelf(40));
        assertEquals("main B A", test.queue(0));
        cpu0.scheduler.setPriorityInitial(a, 50);
        assertEquals("main B A", test.queue(0), "td_pri in place");
        LwktThread c = test.make("C", 0, 12);
        test.schedule(0, c);
        assertEquals("main B A C", test.queue(0), "where the scan from the end meets A");
    }

    @Test
    void aPriorityChangedInPlaceLeavesTheQueueWhole() {
        LwktThread a = test.make("A", 0, 12);
        LwktThread b = test.make("B", 0, 12);
        test.schedule(0, a);
        test.schedule(0, b);
        cpu0.scheduler.setPriorityInitial(b, 14);
        assertEquals("main A B", test.queue(0));
        test.run(0, cpu0.scheduler.deschedule(b));
        test.schedule(0, test.make("C", 0, 12));
        assertEquals("main A C", test.queue(0));
    }

    @Test
    void theIdleThreadIsQueuedLikeAnyOther() {
        test.schedule(1, cpu1.idleThread);
        assertEquals(1, cpu1.runQueueCount());
    }

    /** Panics that are no assertions stay. */
    @Trips(
            function = "lwkt_switch",
            text = "lwkt_switch: Attempt to switch from a fast interrupt, ipi, or hard code section, td main")
    void aSwitchFromAFastInterruptPanicsAllTheSame() {
        cpu0.interrupts.fastEnter();
        cpu0.scheduler.switchThread();
    }

    @Test
    void aMessageWithAnInterruptFramePreempts() {
        LwktThread a = runOnCpu1();
        LwktThread i = test.makePreemptable("I", 1, 28);
        LwktThread b = test.make("B", 1, 12);
        test.heard.clear();
        test.schedule(0, i);
        test.schedule(0, b);
        test.ipi(1);
        assertEquals(i, cpu1.curThread);
        assertEquals(a, i.preempted);
        assertEquals("I A", test.queue(1));
        test.block(1);
        assertEquals(a, cpu1.curThread);
        assertEquals(
                List.of("recv lwkt_schedule_remote", "preempt I", "switch A", "end I", "recv lwkt_schedule_remote"),
                test.heard);
        assertEquals("A B", test.queue(1));
        assertInterruptIsOver(a);
    }

    /** What comes while the CPU is away, from whatever source and however much, is taken when it is back. */
    @Test
    void messagesThatComeDuringThePreemptionAreTakenAfterIt() {
        LwktThread a = runOnCpu1();
        LwktThread i = test.makePreemptable("I", 1, 28);
        LwktThread b = test.make("B", 1, 12);
        LwktThread c = test.make("C", 1, 12);
        for (int n = 0; n < 30; n++) {
            test.schedule(0, b);
            test.ipi(1);
            test.run(1, cpu1.scheduler.deschedule(b));
        }
        test.schedule(0, i);
        test.schedule(2, c);
        test.ipi(1);
        assertEquals(i, cpu1.curThread);
        test.heard.clear();
        for (int n = 0; n < 40; n++) {
            test.schedule(0, b);
            test.run(0, cpu0.scheduler.deschedule(b));
        }
        test.schedule(0, b);
        assertEquals(0, test.heard.size());
        test.block(1);
        assertEquals(a, cpu1.curThread);
        assertEquals(
                81 + 1, test.heard.stream().filter(it -> it.startsWith("recv")).count());
        assertEquals("A B C", test.queue(1));
        assertInterruptIsOver(a);
    }

    /** The preempting thread is interrupted in turn: that pass takes the rest, and the first one finds nothing. */
    @Test
    void aSecondInterruptTakesTheRestOfTheMessages() {
        LwktThread a = runOnCpu1();
        LwktThread i = test.makePreemptable("I", 1, 28);
        LwktThread b = test.make("B", 1, 12);
        test.schedule(0, i);
        test.schedule(0, b);
        test.ipi(1);
        assertEquals("I A", test.queue(1));
        test.ipi(1);
        assertEquals(i, cpu1.curThread);
        assertEquals("I A B", test.queue(1));
        test.block(1);
        assertEquals(a, cpu1.curThread);
        assertInterruptIsOver(a);
        test.schedule(0, test.make("C", 1, 12));
        test.ipi(1);
        assertEquals("A B C", test.queue(1));
    }

    /** Two messages of one queue preempt one after the other. */
    @Test
    void eachPreemptableThreadOfAQueuePreempts() {
        LwktThread a = runOnCpu1();
        LwktThread i = test.makePreemptable("I", 1, 28);
        LwktThread j = test.makePreemptable("J", 1, 28);
        test.schedule(0, i);
        test.schedule(0, j);
        test.ipi(1);
        assertEquals(i, cpu1.curThread);
        test.block(1);
        assertEquals(j, cpu1.curThread);
        assertEquals(a, j.preempted);
        test.block(1);
        assertEquals(a, cpu1.curThread);
        assertEquals(2, test.kernel.preemptHit());
        assertInterruptIsOver(a);
    }

    @Test
    void aThreadWithUnbalancedSectionsIsNotPreemptedByAWakeup() {
        LwktThread i = test.makePreemptable("I", 0, 28);
        test.schedule(0, i);
        assertEquals(i, cpu0.curThread);
        test.run(0, cpu0.sleepQueue.tsleep("ident", 0, "slp", 0));
        assertEquals(main, cpu0.curThread);
        test.run(0, cpu0.critical.exit());
        test.run(0, cpu0.sleepQueue.wakeup("ident"));
        assertEquals(main, cpu0.curThread);
        assertEquals("I main", test.queue(0));
        assertEquals(1, test.kernel.preemptMiss());
    }

    private LwktThread runOnCpu1() {
        LwktThread a = test.make("A", 1, 12);
        test.schedule(0, a);
        test.ipi(1);
        assertEquals(a, cpu1.curThread);
        return a;
    }

    private void assertInterruptIsOver(LwktThread td) {
        assertEquals(0, cpu1.intrNestingLevel);
        assertEquals(0, cpu1.processingIpiq);
        assertEquals(0, td.critCount);
        assertEquals(1, td.kernelStack.depth());
    }
}
