// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lwkt.runtime.scenario.Sweep;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code lwkt run}: runs scenarios and prints what became of them. */
final class RunCommand implements Subcommand {
    private static final String SCENARIO = "--scenario";
    private static final String VECTOR = "--vector";
    private static final String JOBS = "--jobs";
    private static final String RUN = "--run";
    private static final String FORMAT = "--format";

    @Override
    public String name() {
        return "run";
    }

    @Override
    public CommandSpec grammar() {
        CommandSpec grammar = SeverityArgument.addTo(
                ClassPathArgument.addTo(FileArguments.addTo(CommandSpec.create().name(name()), Language.ENDING)));
        grammar.usageMessage().description("Runs the scenarios of .lwkt files and prints what became of each.");
        grammar.addOption(OptionSpec.builder(SCENARIO)
                .paramLabel("NAME")
                .type(String.class)
                .description("runs only the scenarios of this name")
                .build());
        RunSettings.addTo(grammar);
        grammar.addOption(OptionSpec.builder(VECTOR)
                .paramLabel("FILE")
                .type(String.class)
                .description("writes the run of one scenario as a step vector, for 'lwkt conform' and other kernels;"
                        + " refuses a run with a statement that has no command in a vector")
                .build());
        grammar.addOption(OptionSpec.builder(RUN)
                .paramLabel("N")
                .type(String.class)
                .description(
                        "of a scenario with parameters, runs this one of its runs alone, with all that there is to say of it")
                .build());
        grammar.addOption(OptionSpec.builder(JOBS)
                .paramLabel("N")
                .type(String.class)
                .description("runs so many at once, without it as many as there are processors; the output is the same")
                .build());
        grammar.addOption(OptionSpec.builder(FORMAT)
                .paramLabel("FORMAT")
                .type(String.class)
                .description("text, or a table of all runs with parameters, measured values and digests: csv or json")
                .build());
        return grammar;
    }

    @Override
    public void run(ParseResult arguments, Session session) {
        String name = arguments.matchedOptionValue(SCENARIO, null);
        String vector = arguments.matchedOptionValue(VECTOR, null);
        VectorFile vectorFile = vector == null ? null : new VectorFile(VECTOR, vector);
        RunFormat format = RunFormat.of(arguments.matchedOptionValue(FORMAT, RunFormat.TEXT.word()));
        if (vectorFile != null && format != RunFormat.TEXT) {
            throw new UsageException(VECTOR + " and " + FORMAT + " " + format.word() + " do not go together");
        }
        int jobs = number(
                JOBS,
                arguments.matchedOptionValue(JOBS, null),
                Runtime.getRuntime().availableProcessors());
        RunSettings settings = RunSettings.of(arguments);
        SeverityArgument.apply(arguments, session);
        Optional<ClassLoader> classPath = ClassPathArgument.of(arguments);
        List<Input> inputs = FileArguments.inputs(arguments, Language.ENDING, session);
        List<CheckedFiles.File> files =
                CheckedFiles.of(inputs, classPath, session).good();

        List<Sweep> scenarios = new ArrayList<>();
        for (CheckedFiles.File file : files) {
            scenarios.addAll(file.checked().scenarios());
        }
        requireScenarios(files, scenarios, session);
        if (name != null && !scenarios.isEmpty()) {
            scenarios = ofThatName(name, scenarios);
        }
        scenarios.replaceAll(settings::applyTo);
        int run = number(RUN, arguments.matchedOptionValue(RUN, null), 0);
        if (run > 0) {
            scenarios = scenarios.stream().map(it -> single(it, run)).toList();
        }
        if (vectorFile != null) {
            vectorFile.requireOne(scenarios.stream().mapToInt(Sweep::size).sum());
        }
        new Runs(session, settings, vectorFile, format, jobs).run(scenarios);
    }

    private static int number(String option, String text, int preset) {
        if (text == null) {
            return preset;
        }
        if (text.matches("[1-9][0-9]{0,5}")) {
            return Integer.parseInt(text);
        }
        throw new UsageException(option + " takes a number from 1 to 999999: '" + text + "'");
    }

    /** The one run, as a scenario without parameters. */
    private static Sweep single(Sweep sweep, int run) {
        if (run > sweep.size()) {
            throw new UsageException("scenario \"" + sweep.name() + "\" has " + Counted.of(sweep.size(), "run", "runs")
                    + ", and no run " + run);
        }
        return Sweep.of(sweep.scenario(run - 1));
    }

    private static void requireScenarios(List<CheckedFiles.File> files, List<Sweep> scenarios, Session session) {
        if (scenarios.isEmpty()) {
            for (CheckedFiles.File file : files) {
                session.reject(new InputException(file.input().name(), "holds no scenario to run"));
            }
        }
    }

    private static List<Sweep> ofThatName(String name, List<Sweep> scenarios) {
        List<Sweep> chosen = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Sweep scenario : scenarios) {
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
}
