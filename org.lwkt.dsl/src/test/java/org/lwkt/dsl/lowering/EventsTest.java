// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwkt.dsl.Holds.assertHolds;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.Compiler;
import org.lwkt.runtime.machine.FaultSpec;
import org.lwkt.runtime.source.SourcePosition;

/** What a script does to the machine beside interrupts at fixed times. */
class EventsTest {
    private static final String PAIR = """
            machine pair { cpus 2 ipi latency 2us }
            channel ready
            scenario "s" on pair {
                thread consumer on cpu 1 { tsleep ready  run 1ms }
                thread producer on cpu 0 { run 3ms  wakeup ready }
                %s
            }
            """;

    private static void assertPair(String members) {
        assertHolds(PAIR.formatted(members));
    }

    private static FaultSpec fault(String text) {
        return Compiler.scenario(PAIR.formatted(text)).faults().getFirst().at(SourcePosition.NONE);
    }

    @Test
    void jitterMovesEachInterruptByUpToThatMuch() {
        assertHolds("""
                scenario "s" {
                    interrupt thread nic { forever { wait  run 1us } }
                    thread t { run 100ms }
                    every 1ms from 1ms until 50ms jitter 500us interrupt nic
                    expect interrupts(cpu 0) == 49
                    expect switches(nic) == 49
                    expect start(nic) before 1.501ms
                    expect at 1ms not started(nic)
                }
                """);
    }

    @Test
    void aStoppedCpuRunsNoThreadUntilItIsRestarted() {
        assertHolds("""
                machine two { cpus 2 }
                scenario "s" on two {
                    thread t on cpu 1 { run 1ms  yield  run 1ms }
                    interrupt thread nic on cpu 1 { wait  run 1us }
                    at 0.5ms stop cpu 1
                    at 1.2ms interrupt nic
                    at 10ms restart cpu 1
                    expect start(nic) before 10.1ms
                    expect at 9ms not started(nic)
                }
                """);
    }

    @Test
    void aSpuriousInterruptIsCountedAndChangesNothing() {
        assertHolds("""
                scenario "s" {
                    thread t { run 5ms }
                    at 1ms spurious interrupt on cpu 0
                    expect t ends before 5.001ms
                }
                """);
    }

    @Test
    void withoutAFaultTheWakeUpArrivesAtOnce() {
        assertPair("expect consumer ends before 4.1ms");
    }

    @Test
    void aDelayedIpiArrivesLater() {
        assertPair("from 0ms until 4ms fault delay ipi from cpu 0 to cpu 1 by 5ms  expect end(consumer) before 9.1ms"
                + "  expect at 7.9ms asleep(consumer)");
    }

    @Test
    void aLostIpiIsFoundByTheNextTick() {
        assertPair("from 0ms fault next 1 drop ipi to cpu 1  expect at 9.9ms asleep(consumer)"
                + "  expect consumer ends before 11.1ms");
    }

    @Test
    void aFaultOutsideOfItsPeriodHitsNothing() {
        assertPair("from 4ms until 5ms fault drop ipi  expect consumer ends before 4.1ms");
    }

    @Test
    void aSlowCpuTakesMoreTime() {
        assertPair("from 0ms until 2ms fault slow cpu 0 to 200%  expect producer ends before 4.001ms"
                + "  expect at 3.9ms not ended(producer)");
    }

    @Test
    void everyFaultIsWhatItSays() {
        assertEquals(
                List.of(
                        FaultSpec.delayIpi(5_000_000).between(0, 1).from(1_000).until(2_000),
                        FaultSpec.dropIpi()
                                .between(FaultSpec.ANY_CPU, 1)
                                .from(0)
                                .next(3),
                        FaultSpec.duplicateIpi(7_000).from(0).withChance(25),
                        FaultSpec.reorderIpi(1_000_000)
                                .between(1, FaultSpec.ANY_CPU)
                                .from(0),
                        FaultSpec.loseTick().on(1).from(0),
                        FaultSpec.lateTick(1_000_000).from(0).next(2).withChance(10),
                        FaultSpec.slowCpu(1, 150).from(0)),
                List.of(
                        fault("from 1us until 2us fault delay ipi from cpu 0 to cpu 1 by 5ms"),
                        fault("from 0ns fault next 3 drop ipi to cpu 1"),
                        fault("from 0ns fault chance 25% duplicate ipi after 7us"),
                        fault("from 0ns fault reorder ipi from cpu 1 within 1ms"),
                        fault("from 0ns fault lose tick on cpu 1"),
                        fault("from 0ns fault next 2 chance 10% delay tick by 1ms"),
                        fault("from 0ns fault slow cpu 1 to 150%")));
    }
}
