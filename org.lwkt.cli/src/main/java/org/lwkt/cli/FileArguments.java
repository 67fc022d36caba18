// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The files that every command takes. */
final class FileArguments {
    private FileArguments() {}

    static CommandSpec addTo(CommandSpec grammar, String ending) {
        grammar.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE|DIRECTORY|GLOB")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1..*")
                .description("files; a directory stands for the " + ending + " files below it, - for standard input")
                .build());
        grammar.usageMessage().footer(ExitStatusHelp.lines());
        return grammar;
    }

    static List<Input> inputs(ParseResult arguments, String ending, Session session) {
        List<String> files = arguments.matchedPositionalValue(0, List.of());
        return Inputs.resolve(files, ending, session.console(), session.verdict());
    }
}
