// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.lwkt.report.text.TextStyle;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** From arguments to what there is to do, and the words about arguments that are wrong. */
final class CommandLineGrammar {
    private static final String HELP = "--help";
    private static final String VERSION = "--version";

    private final List<Subcommand> subcommands;
    private final CommandLine lwkt;
    private String command = "lwkt";

    CommandLineGrammar(List<Subcommand> subcommands, Console console) {
        this.subcommands = subcommands;
        CommandSpec grammar = CommandSpec.create().name("lwkt").addOption(help());
        grammar.addOption(OptionSpec.builder("-V", VERSION)
                .versionHelp(true)
                .description("prints the version")
                .build());
        grammar.usageMessage()
                .description("Runs DragonFly BSD's LWKT scheduler on simulated CPUs, as .lwkt files script it.")
                .synopsisSubcommandLabel("COMMAND")
                .footer(ExitStatusHelp.lines())
                .commandListHeading("%nCommands:%n");
        lwkt = new CommandLine(grammar);
        for (Subcommand subcommand : subcommands) {
            lwkt.addSubcommand(subcommand.name(), new CommandLine(withHelp(subcommand.grammar())));
        }
        lwkt.setExpandAtFiles(false)
                .setUsageHelpWidth(TextStyle.WIDTH)
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(console.outStyle().colour() ? Ansi.ON : Ansi.OFF));
    }

    private static CommandSpec withHelp(CommandSpec grammar) {
        return grammar.addOption(help());
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", HELP)
                .usageHelp(true)
                .description("prints this help")
                .build();
    }

    /**
     * What the arguments ask for.
     *
     * @throws ParameterException where they are wrong
     */
    Consumer<Session> parse(String... arguments) {
        ParseResult result = lwkt.parseArgs(arguments);
        if (result.isVersionHelpRequested()) {
            return session -> session.console().println("lwkt " + Version.text());
        }
        ParseResult last = result.hasSubcommand() ? result.subcommand() : result;
        CommandLine asked = last.commandSpec().commandLine();
        if (last.isUsageHelpRequested() || result.isUsageHelpRequested()) {
            return session -> session.console().print(asked.getUsageMessage());
        }
        if (!result.hasSubcommand()) {
            throw new ParameterException(lwkt, "no command is given");
        }
        command = asked.getCommandSpec().qualifiedName();
        for (Subcommand subcommand : subcommands) {
            if (subcommand.name().equals(asked.getCommandName())) {
                return session -> subcommand.run(last, session);
            }
        }
        throw new IllegalStateException("no subcommand is called " + asked.getCommandName());
    }

    /** The lines for standard error about arguments that are wrong. */
    String explain(ParameterException problem, String... arguments) {
        CommandLine where = problem.getCommandLine();
        StringBuilder text = new StringBuilder("lwkt: ");
        if (where == lwkt && problem instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            text.append(noSuchCommand(unmatched.getUnmatched().getFirst()));
        } else {
            text.append(problem.getMessage());
        }
        if (arguments.length == 0) {
            return text.append("\n")
                    .append(where.getUsageMessage().stripTrailing())
                    .toString();
        }
        return text.append(hint(where.getCommandSpec().qualifiedName())).toString();
    }

    private String noSuchCommand(String word) {
        String message = "there is no command '" + word + "'";
        if (word.endsWith(Language.ENDING) || isFile(word)) {
            return message + "; did you mean 'lwkt run " + word + "'?";
        }
        List<String> near = Nearest.to(word, lwkt.getSubcommands().keySet());
        return near.isEmpty() ? message : message + "; did you mean '" + String.join("' or '", near) + "'?";
    }

    String explain(UsageException problem) {
        return "lwkt: " + problem.getMessage() + hint(command);
    }

    private static String hint(String command) {
        return "\nTry '" + command + " " + HELP + "'.";
    }

    private static boolean isFile(String argument) {
        try {
            return Files.exists(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
