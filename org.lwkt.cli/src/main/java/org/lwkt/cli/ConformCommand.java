// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code lwkt conform}: replays step vectors against the kernel. Needs no language and loads none. */
final class ConformCommand implements Subcommand {
    private static final String ENDING = ".txt";
    private static final String PRINT = "--print";
    private static final String JOBS = "--jobs";
    private static final int MOST_JOBS = 1024;

    @Override
    public String name() {
        return "conform";
    }

    @Override
    public CommandSpec grammar() {
        CommandSpec grammar = FileArguments.addTo(CommandSpec.create().name(name()), ENDING);
        grammar.usageMessage()
                .description(
                        "Replays step vectors against the kernel, and shows of each one that differs the first line"
                                + " beside what the kernel did.");
        grammar.addOption(OptionSpec.builder(PRINT)
                .type(boolean.class)
                .arity("0")
                .description("prints the vectors with the state that this kernel produces, and compares nothing")
                .build());
        grammar.addOption(OptionSpec.builder(JOBS)
                .paramLabel("N")
                .type(int.class)
                .description("vectors to replay at once; one for each processor if not given")
                .build());
        return grammar;
    }

    @Override
    public void run(ParseResult arguments, Session session) {
        int jobs = arguments.matchedOptionValue(JOBS, Runtime.getRuntime().availableProcessors());
        if (jobs < 1 || jobs > MOST_JOBS) {
            throw new UsageException(JOBS + " must be 1.." + MOST_JOBS + ": " + jobs);
        }
        List<Input> inputs = FileArguments.inputs(arguments, ENDING, session);
        boolean print = arguments.matchedOptionValue(PRINT, false);
        new Conformance(session, jobs).run(inputs, print);
    }
}
