// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelTest {
    @Test
    void takesOneToAllCpus() {
        assertEquals(1, kernel(1).ncpus());
        assertEquals(256, kernel(Kernel.CPUS_MAX).ncpus());
        for (int ncpus : new int[] {0, 257}) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> kernel(ncpus));
            assertEquals("number of CPUs must be 1..256: ncpus=" + ncpus, e.getMessage());
        }
    }

    private static Kernel kernel(int ncpus) {
        return new Kernel(ncpus, true, new Sysctls(), new TestKernel.NoUsers(), KernelObserver.NONE);
    }

    @Test
    void bootLeavesEachCpuInItsIdleLoop() {
        Kernel kernel = kernel(2);
        kernel.boot();
        for (int cpu = 0; cpu < 2; cpu++) {
            GlobalData gd = kernel.cpu(cpu);
            assertEquals(gd.idleThread(), gd.curThread());
            assertEquals(gd.idleThread(), gd.tdallq.first());
            assertEquals(0, gd.idleThread().critCount());
            assertEquals(ThreadPriority.IDLE_THREAD, gd.idleThread().pri());
            assertEquals(ThreadFlag.RUNNING, gd.idleThread().flags());
            assertEquals(1, gd.idleRepeat());
            assertEquals(0, gd.vSwtch());
            assertEquals("cpu" + cpu, gd.toString());
        }
    }

    /** Every call that says something has a listener that is deaf by default. */
    @Test
    void anObserverThatHearsNothingDisturbsNothing() {
        Kernel kernel = kernel(2);
        kernel.boot();
        GlobalData gd = kernel.cpu(0);
        LwktThread main = LwktThread.template();
        gd.proceed(gd.lifecycle().create(new NewThread(TestKernel.BODY, main, 0, 0, "main")));
        gd.lifecycle().setComm(main, "other");
        assertEquals("other", KernelObserver.NONE.name(main));
        assertEquals("other", KernelObserver.NONE.identName(main));
        assertEquals("I0", KernelObserver.NONE.identName("I0"));
        assertEquals("K0", KernelObserver.NONE.tokenName(new LwktToken("K0", 0)));
        assertEquals("other", main.toString());
        main.setCsCount(1);
        gd.proceed(gd.scheduler().switchThread());
        assertEquals(main, gd.curThread());
    }

    @Test
    void moreThan64CpusReachEachOther() {
        TestKernel test = new TestKernel(200);
        LwktThread far = test.make("far", 199, 12);
        test.schedule(0, far);
        test.ipi(199);
        assertEquals(far, test.cpu(199).curThread);
        LwktThread near = test.make("near", 70, 12);
        test.schedule(199, near);
        test.schedule(0, near);
        test.ipi(70);
        assertEquals(near, test.cpu(70).curThread);
        assertEquals(1, test.cpu(70).vSwtch);
    }

    @Test
    void theTimeStampCounterMeasuresOnlyWhereItHasAFrequency() {
        TestKernel on = new TestKernel(1, true, TestKernel.sysctl("tsc_frequency", 2));
        long base = on.kernel.rdtsc();
        assertFalse(on.kernel.tscElapsed(base));
        assertFalse(on.kernel.tscElapsed(base));
        assertTrue(on.kernel.tscElapsed(base));
        TestKernel off = new TestKernel(1, true, TestKernel.sysctl("tsc_frequency", 0));
        long before = off.kernel.rdtsc();
        assertFalse(off.kernel.tscElapsed(-1000));
        assertEquals(before + 1, off.kernel.rdtsc());
    }

    @Test
    void aFrameOfNoKindIsADefect() {
        TestKernel test = new TestKernel(1);
        test.main.kernelStack.push(99);
        assertThrows(IllegalStateException.class, () -> test.turn(0));
    }

    @Test
    void continuationsRunInnermostFirstWithTheirOperand() {
        TestKernel test = new TestKernel(1);
        List<Long> operands = new ArrayList<>();
        Continuation rest = (gd, td, operand) -> {
            operands.add(operand);
            return Flow.RETURN;
        };
        test.cpu(0).pushContinuation(rest, 1);
        test.cpu(0).pushContinuation(rest, 2);
        assertEquals(Flow.FETCH, test.turn(0));
        assertEquals(List.of(2L, 1L), operands);
    }
}
