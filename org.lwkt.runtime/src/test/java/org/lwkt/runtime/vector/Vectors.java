// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.conformance.VectorCheck;
import org.lwkt.runtime.conformance.VectorFormatException;
import org.lwkt.runtime.conformance.VectorOutcome;
import org.lwkt.runtime.conformance.VectorParser;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.ScenarioBuilder;

/** What the tests of written vectors share. */
final class Vectors {
    static final long US = 1_000;
    static final long MS = 1_000_000;
    static final int KERN_DAEMON = 12;
    static final int INT_MED = 28;

    private static final String COMMAND = "> ";

    private Vectors() {}

    static ScenarioBuilder scenario(int cpus) {
        return ScenarioBuilder.scenario("a run", "run.lwkt", 1, 1)
                .machine(MachineSpec.DEFAULT
                        .withCpus(cpus)
                        .withIpiLatency(2 * US)
                        .withHorizon(100 * MS));
    }

    static VectorRun run(Scenario scenario) {
        return VectorRun.of(scenario, Runner.of(scenario));
    }

    /** The vector, which this kernel agrees with. */
    static String vector(Scenario scenario) {
        try {
            String text = run(scenario).text();
            VectorOutcome outcome = VectorCheck.check(VectorParser.parse("written", text));
            assertTrue(outcome.passed(), outcome.toString());
            return text;
        } catch (NoVectorException e) {
            throw new AssertionError(e.position() + ": " + e.getMessage(), e);
        } catch (VectorFormatException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> commands(String vector) {
        return vector.lines()
                .filter(it -> it.startsWith(COMMAND))
                .map(it -> it.substring(COMMAND.length()))
                .toList();
    }

    /** The commands without those of boot and without ticks, a line each; several turns of polling are one. */
    static String script(ScenarioBuilder scenario) {
        List<String> commands = commands(vector(scenario.build()));
        List<String> script = new ArrayList<>();
        for (String command : commands.subList(commands.indexOf("step 0 exit") + 1, commands.size() - 1)) {
            boolean again = command.endsWith(" poll") && command.equals(script.isEmpty() ? "" : script.getLast());
            if (!again && !command.startsWith("tick ")) {
                script.add(command);
            }
        }
        return String.join("\n", script) + "\n";
    }

    /** Where and why the run is no vector. */
    static String refusal(ScenarioBuilder scenario) {
        VectorRun run = run(scenario.build());
        NoVectorException problem = assertThrows(NoVectorException.class, run::text);
        return problem.position() + ": " + problem.getMessage();
    }
}
