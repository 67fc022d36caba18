// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.conformance.VectorCheck;
import org.lwkt.runtime.conformance.VectorFormatException;
import org.lwkt.runtime.conformance.VectorOutcome;
import org.lwkt.runtime.conformance.VectorParser;
import org.lwkt.runtime.machine.FaultSpec;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.vector.NoVectorException;
import org.lwkt.runtime.vector.VectorRun;

/** Of whatever runs, a vector is written that shows it, or none. */
class AnyVectorTest {
    private static final int SCENARIOS = 400;

    /** Whether there is one, which this kernel agrees with and which has the switches of the run. */
    private static boolean isWritten(Scenario scenario, Budget budget) throws VectorFormatException {
        VectorRun run = VectorRun.of(scenario, Runner.of(scenario).budget(budget));
        String text;
        try {
            text = run.text();
        } catch (NoVectorException e) {
            assertFalse(e.getMessage().isEmpty());
            return false;
        }
        VectorOutcome outcome = VectorCheck.check(VectorParser.parse(scenario.name(), text));
        assertTrue(outcome.passed(), () -> scenario.name() + ": " + outcome);
        for (int cpu = 0; cpu < scenario.machine().cpus(); cpu++) {
            assertSameSwitches(switches(run.result(), cpu), switches(text, cpu), scenario.name() + ", cpu " + cpu);
        }
        return true;
    }

    private static void assertSameSwitches(List<String> machine, List<String> vector, String message) {
        if (machine.isEmpty() && vector.size() == 1) {
            // Another CPU panicked before the first turn of this one.
            return;
        }
        List<String> same = new ArrayList<>(vector);
        for (int index = 0; index < Math.min(machine.size(), vector.size()); index++) {
            // A thread that is gone has no name in a vector.
            if (vector.get(index).matches(".* o[0-9]+")) {
                same.set(index, machine.get(index));
            }
        }
        assertEquals(machine, same, message);
    }

    private static List<String> switches(Result result, int cpu) {
        return result.trace().stream()
                .filter(it -> it.cpu() == cpu)
                .filter(it -> it.kind() == TraceEvent.Kind.SWITCH || it.kind() == TraceEvent.Kind.PREEMPT)
                .map(it ->
                        (it.kind() == TraceEvent.Kind.SWITCH ? "ctxsw.sw c" : "ctxsw.pre c") + cpu + " " + it.thread())
                .toList();
    }

    private static List<String> switches(String vector, int cpu) {
        List<String> lines = vector.lines()
                .map(String::strip)
                .filter(it -> it.startsWith("ctxsw.sw c" + cpu + " ") || it.startsWith("ctxsw.pre c" + cpu + " "))
                .collect(Collectors.toCollection(ArrayList::new));
        // Where nobody waits for CPU 0, the thread that boots leaves it to the idle thread.
        if (cpu == 0 && !lines.isEmpty() && lines.getFirst().equals("ctxsw.sw c0 idle0")) {
            lines.removeFirst();
        }
        return lines;
    }

    @Test
    void ofOldCalls() throws VectorFormatException {
        int written = 0;
        for (long seed = 0; seed < SCENARIOS; seed++) {
            written += isWritten(AnyScenario.of(seed), AnyScenario.BUDGET) ? 1 : 0;
        }
        assertTrue(written > SCENARIOS / 2, "only " + written + " of " + SCENARIOS + " were written");
    }

    @Test
    void inAnyOrderAndWithFaults() throws VectorFormatException {
        int written = 0;
        for (long seed = 0; seed < SCENARIOS; seed++) {
            Scenario plain = AnyScenario.of(seed);
            Scenario scenario = new Scenario(
                    plain.name(),
                    plain.machine().withSeed(seed).withTieBreaking(MachineSpec.TieBreaking.RANDOM),
                    plain.budget(),
                    plain.resources(),
                    plain.threads(),
                    plain.events(),
                    List.of(
                            FaultSpec.delayIpi(Runs.US).withChance(30),
                            FaultSpec.dropIpi().withChance(30),
                            FaultSpec.duplicateIpi(Runs.US).withChance(50),
                            FaultSpec.loseTick().withChance(20),
                            FaultSpec.lateTick(Runs.MS).withChance(20),
                            FaultSpec.slowCpu(0, 150)),
                    plain.expectations(),
                    plain.position());
            written += isWritten(scenario, AnyScenario.BUDGET) ? 1 : 0;
        }
        assertTrue(written > SCENARIOS / 2, "only " + written + " of " + SCENARIOS + " were written");
    }

    @Test
    void ofTheWholeInstructionSet() throws VectorFormatException {
        int written = 0;
        for (long seed = 0; seed < SCENARIOS; seed++) {
            written += isWritten(AnyProgram.of(seed), AnyProgram.BUDGET) ? 1 : 0;
        }
        // User threads, costs of steps and the like have no words in a vector.
        assertTrue(written > SCENARIOS / 8, "only " + written + " of " + SCENARIOS + " were written");
    }

    @Test
    void aRunIsTheSameWithAVectorAsWithout() {
        for (long seed = 0; seed < SCENARIOS / 4; seed++) {
            Scenario scenario = AnyProgram.of(seed);
            Runner runner = Runner.of(scenario).budget(AnyProgram.BUDGET);
            assertEquals(
                    runner.run().digest(),
                    VectorRun.of(scenario, runner).result().digest(),
                    scenario.name());
        }
    }
}
