// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IpiDeliveryTest {
    private TestKernel test;
    private GlobalData cpu0;
    private GlobalData cpu1;
    private LwktThread main;

    @BeforeEach
    void boot() {
        test = new TestKernel(3);
        cpu0 = test.cpu(0);
        cpu1 = test.cpu(1);
        main = test.main;
    }

    @Test
    void toItselfACpuCallsTheFunctionAtOnce() {
        LwktThread a = test.make("A", 0, 12);
        test.run(0, cpu0.ipi.send(cpu0, IpiFunction.SCHEDULE_REMOTE, a, 0));
        assertEquals("main A", test.queue(0));
        test.run(0, cpu0.ipi.send(cpu0, IpiFunction.DESCHEDULE, a, 0));
        assertEquals("main", test.queue(0));
        assertEquals(List.of(), test.heard);
        assertEquals(0, cpu0.intrNestingLevel);
    }

    @Test
    void messagesAreTakenSourceBySourceAndInTheirOrder() {
        LwktThread a = test.make("A", 1, 12);
        LwktThread b = test.make("B", 1, 12);
        LwktThread c = test.make("C", 1, 12);
        test.schedule(2, c);
        test.schedule(0, a);
        test.schedule(0, b);
        test.ipi(1);
        assertEquals("A B C", test.queue(1));
        assertEquals(0, main.critCount);
        assertEquals(0, cpu1.processingIpiq);
        test.heard.clear();
        test.ipi(1);
        assertEquals(List.of(), test.heard, "none is taken twice");
    }

    @Trips(function = "lwkt_process_ipiq_core", text = "assert curthread->td_critcount")
    void refusesToTakeMessagesOutsideOfACriticalSection() {
        cpu0.ipi.process();
    }

    @Trips(function = "lwkt_process_ipiq_core", text = "assert curthread->td_critcount")
    void refusesToTakeThemWithAFrameToo() {
        LwktThread a = test.make("A", 1, 12);
        test.schedule(0, a);
        cpu1.ipi.processFrame();
    }

    @Test
    void theEndOfACriticalSectionAfterASendRunsWhatWasPended() {
        LwktThread a = test.make("A", 1, 12);
        cpu0.setReqFlags(ReqFlag.TIMER);
        test.run(0, cpu0.ipi.send(cpu1, IpiFunction.SCHEDULE_REMOTE, a, 0));
        assertFalse(cpu0.workPending());
        test.ipi(1);
        assertEquals(a, cpu1.curThread);
    }
}
