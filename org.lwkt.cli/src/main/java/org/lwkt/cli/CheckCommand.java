// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code lwkt check}: what is wrong with the files, without a run. */
final class CheckCommand implements Subcommand {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public CommandSpec grammar() {
        CommandSpec grammar = SeverityArgument.addTo(
                ClassPathArgument.addTo(FileArguments.addTo(CommandSpec.create().name(name()), Language.ENDING)));
        grammar.usageMessage()
                .description("Checks .lwkt files and prints what is wrong as file:line:col: error: text.");
        return grammar;
    }

    @Override
    public void run(ParseResult arguments, Session session) {
        SeverityArgument.apply(arguments, session);
        CheckedFiles checked = CheckedFiles.of(
                FileArguments.inputs(arguments, Language.ENDING, session), ClassPathArgument.of(arguments), session);
        session.console().message(checked.summary());
    }
}
