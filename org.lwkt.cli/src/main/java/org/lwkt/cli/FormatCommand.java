// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code lwkt format}: brings files into the layout that all share, or says which are not in it. */
final class FormatCommand implements Subcommand {
    private static final String CHECK = "--check";

    @Override
    public String name() {
        return "format";
    }

    @Override
    public CommandSpec grammar() {
        CommandSpec grammar = FileArguments.addTo(CommandSpec.create().name(name()), Language.ENDING);
        grammar.usageMessage()
                .description("Formats .lwkt files in place and prints the names of those that changed;"
                        + " standard input goes to standard output. A file with syntax errors is left as it is.");
        grammar.addOption(OptionSpec.builder(CHECK)
                .description("changes nothing: prints the names of the files that are not formatted, and exits with 1"
                        + " if there are any")
                .build());
        return grammar;
    }

    @Override
    public void run(ParseResult arguments, Session session) {
        List<Input> inputs = FileArguments.inputs(arguments, Language.ENDING, session);
        Formatting formatting = new Formatting(session, arguments.hasMatchedOption(CHECK));
        try (Progress progress = new Progress(session.console())) {
            int begun = 0;
            for (Input input : inputs) {
                if (session.cancelled().getAsBoolean()) {
                    session.verdict().add(ExitStatus.STOPPED);
                    break;
                }
                progress.now("formatting file " + ++begun + " of " + inputs.size());
                try {
                    formatting.format(input);
                } catch (InputException e) {
                    session.reject(e);
                }
            }
        }
        session.console().message(formatting.summary());
    }

    /** The files of one call, one after the other. */
    private static final class Formatting {
        private final Session session;
        private final boolean check;
        private int different;
        private int unchanged;

        Formatting(Session session, boolean check) {
            this.session = session;
            this.check = check;
        }

        void format(Input input) throws InputException {
            byte[] content = input.read(session.console());
            Language.Formatted formatted = session.language().get().format(input, content);
            if (formatted.content().isEmpty()) {
                session.console().error(DiagnosticLines.of(formatted.problems()));
                formatted.defect().ifPresent(session::defect);
                session.verdict().add(ExitStatus.BAD_INPUT);
                return;
            }
            byte[] wanted = formatted.content().get();
            boolean same = Arrays.equals(wanted, content);
            if (check && !same) {
                session.console().println(input.name());
                session.verdict().add(ExitStatus.FAILED);
            } else if (!check && input.path() == null) {
                session.console().print(new String(wanted, StandardCharsets.UTF_8));
            } else if (!check && !same) {
                rewrite(input, wanted);
            }
            different += same ? 0 : 1;
            unchanged += same ? 1 : 0;
        }

        private void rewrite(Input input, byte[] wanted) throws InputException {
            try {
                WholeFile.rewrite(input.path(), wanted);
            } catch (IOException e) {
                throw new InputException(input.name(), "cannot be written: " + FileProblem.of(e));
            }
            session.console().println(input.name());
        }

        String summary() {
            return Counted.of(different, "file", "files")
                    + (check ? " to format, " : " formatted, ")
                    + unchanged
                    + (check ? " formatted already" : " unchanged");
        }
    }
}
