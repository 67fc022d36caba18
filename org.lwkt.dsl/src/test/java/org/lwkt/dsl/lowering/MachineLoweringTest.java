// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.Compiler;
import org.lwkt.runtime.machine.Cost;
import org.lwkt.runtime.machine.CostProfile;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;

class MachineLoweringTest {
    private static final String ON_M = "\nscenario \"s\" on m { thread t { run 1ms } }\n";

    private static MachineSpec machine(String machines) {
        return Compiler.scenario(machines + ON_M).machine();
    }

    @Test
    void everyPropertyReachesTheMachine() {
        assertEquals(
                MachineSpec.DEFAULT
                        .named("m")
                        .withCpus(2)
                        .withHz(250)
                        .withPhase(1_000_000)
                        .withIpiLatency(2_000)
                        .withIpiLatency(0, 1, 5_000)
                        .withCosts(CostProfile.X86_64)
                        .withCost(Cost.SWITCH, 150)
                        .withCost(Cost.POLL, 50)
                        .withSysctl("lwkt.spin_loops", 20)
                        .withSysctl("kern.livelock_debug", -1)
                        .withInvariants(false)
                        .withSeed(42)
                        .withTieBreaking(MachineSpec.TieBreaking.RANDOM)
                        .withHorizon(1_000_000_000),
                machine("""
                        machine m {
                            cost poll 50ns
                            cpus 2  hz 250  phase 1ms
                            ipi latency 2us
                            ipi latency from cpu 0 to cpu 1 5us
                            cost profile x86_64 { switch 150ns }
                            sysctl lwkt.spin_loops = 20
                            sysctl kern.livelock_debug = -1
                            scheduler bsd4
                            invariants off
                            seed 42
                            order random
                            horizon 1s
                        }
                        """));
    }

    @Test
    void aMachineHasWhatItDoesNotNameFromTheOneThatItExtends() {
        assertEquals(
                MachineSpec.DEFAULT
                        .named("m")
                        .withCpus(4)
                        .withHz(1000)
                        .withIpiLatency(0, 1, 5_000)
                        .withIpiLatency(1_000)
                        .withSeed(7),
                machine("""
                        machine m extends middle { ipi latency 1us  invariants on  order fixed }
                        machine middle extends first { hz 1000  invariants off }
                        machine first { cpus 4  hz 250  ipi latency from cpu 0 to cpu 1 5us  seed 7  order random }
                        """));
    }

    @Test
    void aProfileTakesThePlaceOfTheCostsOfTheMachineThatIsExtended() {
        assertEquals(
                CostProfile.IDEAL.with(Cost.TICK, 9),
                machine("machine b { cost profile x86_64 }\nmachine m extends b { cost profile ideal { tick 9ns } }")
                        .costs());
        assertEquals(
                CostProfile.X86_64.with(Cost.TICK, 9),
                machine("machine b { cost profile x86_64 }\nmachine m extends b { cost tick 9ns }")
                        .costs());
    }

    @Test
    void aCostTakesTheTimeThatItSays() {
        String text = """
                machine m { cost kernel_call 1ms }
                scenario "s" on m { thread t { yield  yield  run 1ms }  expect end(t) before 1s }
                """;
        Scenario scenario = Compiler.scenario(text);
        Result costly = Runner.of(scenario).run();
        Result ideal = Runner.of(Compiler.scenario(text.replace("1ms }\nsc", "0ns }\nsc")))
                .run();
        assertTrue(costly.held(), () -> costly.expectations().toString());
        assertTrue(costly.end().timeNs() >= ideal.end().timeNs() + 2_000_000);
    }

    @Test
    void theWordsOfMachinesAreNamesElsewhere() {
        Scenario scenario = Compiler.scenario("""
                machine phase { seed 1 }
                scenario "s" on phase {
                    token sysctl
                    channel order
                    thread cost { var seed = 1  seed = seed + 1  with token sysctl { run 1ms } }
                    thread random { wakeup order  run 1ms }
                    expect cost ends before 1s
                    expect random ends before 1s
                }
                """);
        assertTrue(Runner.of(scenario).run().held());
    }

    @Test
    void aMachineExtendsAtMostSixtyThreeOthersOneAfterTheOther() {
        StringBuilder text = new StringBuilder("machine m0 { cpus 2 }\n");
        for (int i = 1; i < 64; i++) {
            text.append("machine m" + i + " extends m" + (i - 1) + " { }\n");
        }
        String last = "scenario \"s\" on m63 { thread t on cpu 1 { run 1ms } }\n";
        assertEquals(2, Compiler.scenario(text + last).machine().cpus());
        assertEquals(
                List.of("65:21: error: machine 'm64' extends too many others, one after the other: at most 63"),
                Compiler.diagnostics(text + "machine m64 extends m63 { }\n" + last.replace("m63", "m64")));
    }
}
