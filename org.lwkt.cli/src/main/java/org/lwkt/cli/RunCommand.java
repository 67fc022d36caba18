// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lwkt.runtime.scenario.Scenario;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code lwkt run}: runs scenarios and prints what became of them. */
final class RunCommand implements Subcommand {
    private static final String SCENARIO = "--scenario";
    private static final String HORIZON = "--horizon";
    private static final String VECTOR = "--vector";

    @Override
    public String name() {
        return "run";
    }

    @Override
    public CommandSpec grammar() {
        CommandSpec grammar =
                ClassPathArgument.addTo(FileArguments.addTo(CommandSpec.create().name(name()), Language.ENDING));
        grammar.usageMessage().description("Runs the scenarios of .lwkt files and prints what became of each.");
        grammar.addOption(OptionSpec.builder(SCENARIO)
                .paramLabel("NAME")
                .type(String.class)
                .description("runs only the scenarios of this name")
                .build());
        grammar.addOption(OptionSpec.builder(HORIZON)
                .paramLabel("TIME")
                .type(String.class)
                .description("ends each run at this virtual time, such as 10ms, instead of its machine's horizon")
                .build());
        grammar.addOption(OptionSpec.builder(VECTOR)
                .paramLabel("FILE")
                .type(String.class)
                .description("writes the run of one scenario as a step vector, for 'lwkt conform' and other kernels;"
                        + " refuses a run with a statement that has no command in a vector")
                .build());
        return grammar;
    }

    @Override
    public void run(ParseResult arguments, Session session) {
        String name = arguments.matchedOptionValue(SCENARIO, null);
        String horizon = arguments.matchedOptionValue(HORIZON, null);
        String vector = arguments.matchedOptionValue(VECTOR, null);
        VectorFile vectorFile = vector == null ? null : new VectorFile(VECTOR, vector);
        long horizonNs = horizon == null ? 0 : TimeArgument.positive(HORIZON, horizon);
        Optional<ClassLoader> classPath = ClassPathArgument.of(arguments);
        List<Input> inputs = FileArguments.inputs(arguments, Language.ENDING, session);
        List<CheckedFiles.File> files =
                CheckedFiles.of(inputs, classPath, session).good();

        List<Scenario> scenarios = new ArrayList<>();
        for (CheckedFiles.File file : files) {
            scenarios.addAll(file.checked().scenarios());
        }
        requireScenarios(files, scenarios, session);
        if (name != null && !scenarios.isEmpty()) {
            scenarios = ofThatName(name, scenarios);
        }
        if (horizonNs > 0) {
            scenarios.replaceAll(scenario -> withHorizon(scenario, horizonNs));
        }
        if (vectorFile != null) {
            vectorFile.requireOne(scenarios.size());
        }
        new Runs(session, vectorFile).run(scenarios);
    }

    private static void requireScenarios(List<CheckedFiles.File> files, List<Scenario> scenarios, Session session) {
        if (scenarios.isEmpty()) {
            for (CheckedFiles.File file : files) {
                session.reject(new InputException(file.input().name(), "holds no scenario to run"));
            }
        }
    }

    private static List<Scenario> ofThatName(String name, List<Scenario> scenarios) {
        List<Scenario> chosen = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            names.add(scenario.name());
            if (scenario.name().equals(name)) {
                chosen.add(scenario);
            }
        }
        if (chosen.isEmpty()) {
            List<String> near = Nearest.to(name, names);
            throw new UsageException("no scenario is called '" + name + "'"
                    + (near.isEmpty() ? "" : "; did you mean '" + String.join("' or '", near) + "'?"));
        }
        return chosen;
    }

    private static Scenario withHorizon(Scenario scenario, long horizonNs) {
        return new Scenario(
                scenario.name(),
                scenario.machine().withHorizon(horizonNs),
                scenario.resources(),
                scenario.threads(),
                scenario.events(),
                scenario.faults(),
                scenario.expectations(),
                scenario.position());
    }
}
