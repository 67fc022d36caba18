// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lwkt.runtime.scenario.Runs.ANY;
import static org.lwkt.runtime.scenario.Runs.INT_MED;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.S;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.machine;
import static org.lwkt.runtime.scenario.Runs.run;
import static org.lwkt.runtime.scenario.Runs.thread;
import static org.lwkt.runtime.scenario.Runs.trace;

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.machine.Cost;
import org.lwkt.runtime.machine.CostProfile;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class CostsTest {
    private static final MachineSpec ONE = machine(1, S);

    @Test
    void aSwitchKeepsTheCpuBusyBeforeTheNextInstruction() {
        Result result = run(ScenarioBuilder.scenario("switch")
                .machine(ONE.withCost(Cost.SWITCH, 3 * US))
                .thread("a", 0, KERN_DAEMON, it -> it.run(MS).yieldThread().run(MS))
                .thread("b", 0, KERN_DAEMON, it -> it.run(MS)));
        assertEquals("""
                0s cpu0 SWITCH a
                3us cpu0 START a
                2.003ms cpu0 END a
                2.003ms cpu0 SWITCH b
                2.006ms cpu0 START b
                3.006ms cpu0 END b
                3.006ms cpu0 SWITCH idle0
                """, trace(result, Kind.SWITCH, Kind.START, Kind.END));
    }

    @Test
    void aKernelCallTakesEffectAtOnceAndThenItsTime() {
        Result result = run(ScenarioBuilder.scenario("call")
                .machine(ONE.withCost(Cost.KERNEL_CALL, 5 * US))
                .thread("a", 0, KERN_DAEMON, it -> it.setPrioritySelf(13).setPrioritySelf(14))
                .thread("b", 0, KERN_DAEMON, it -> it.run(MS)));
        assertEquals(10 * US, thread(result, "a").endNs());
    }

    @Test
    void anInterruptDuringACostKeepsTheRestOfIt() {
        Result result = run(ScenarioBuilder.scenario("rest")
                .machine(ONE.withCost(Cost.KERNEL_CALL, 5 * US))
                .thread("a", 0, KERN_DAEMON, it -> it.setPrioritySelf(13))
                .interruptThread("nic", 0, INT_MED, it -> it.run(7 * US))
                .interruptAt("nic", ANY, 2 * US));
        assertEquals(9 * US, thread(result, "nic").endNs());
        // The end of the handler is a kernel call, and what it costs falls to the thread that goes on: 3 us rest and 5
        // us.
        assertEquals(17 * US, thread(result, "a").endNs());
    }

    @Test
    void anInterruptLengthensTheSegmentByItsEntryAndATickByItsWork() {
        Result result = run(ScenarioBuilder.scenario("tick")
                .machine(ONE.withCost(Cost.INTERRUPT, 2 * US).withCost(Cost.TICK, US))
                .thread("a", 0, KERN_DAEMON, it -> it.run(25 * MS)));
        assertEquals(25 * MS + 2 * 3 * US, thread(result, "a").endNs());
    }

    @Test
    void anIpiCostsItsSenderAndItsTarget() {
        Result result = run(ScenarioBuilder.scenario("ipi")
                .machine(machine(2, S).withCost(Cost.IPI_SEND, 4 * US).withCost(Cost.IPI_RECEIVE, 6 * US))
                .thread("waker", 0, KERN_DAEMON, it -> it.run(MS).schedule(1))
                .thread("sleeper", 1, KERN_DAEMON, it -> it.deschedule(1).switchThread()));
        assertEquals(MS + 4 * US, thread(result, "waker").endNs());
        assertEquals(MS + 2 * US + 6 * US, thread(result, "sleeper").endNs());
    }

    @Test
    void aServerTakesLongerThanAnIdealMachine() {
        ScenarioBuilder scenario = ScenarioBuilder.scenario("server")
                .machine(machine(2, S).withCosts(CostProfile.named("x86_64")))
                .thread("mover", 0, KERN_DAEMON, it -> it.run(MS).migrateCpu(1).run(MS));
        // Switch to it; then on CPU 1 interrupt, message, and switch to it.
        assertEquals(
                55 + MS + 2 * US + 606 + 51 + 55 + MS,
                thread(run(scenario), "mover").endNs());
    }

    @Test
    void aProfileThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertEquals(
                "no cost profile is called pentium; there are ideal, x86_64",
                assertThrows(IllegalArgumentException.class, () -> CostProfile.named("pentium"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> ONE.withCost(Cost.POLL, 0));
    }
}
