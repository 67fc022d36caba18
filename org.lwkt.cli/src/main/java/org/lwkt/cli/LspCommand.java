// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import org.apache.log4j.BasicConfigurator;
import org.apache.log4j.ConsoleAppender;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.PatternLayout;
import org.lwkt.dsl.ide.server.LanguageServers;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code lwkt lsp}: the language server, for an editor that starts it and talks with it over standard input and output. */
final class LspCommand implements Subcommand {
    @Override
    public String name() {
        return "lsp";
    }

    @Override
    public CommandSpec grammar() {
        CommandSpec grammar = ClassPathArgument.addTo(CommandSpec.create().name(name()));
        grammar.usageMessage()
                .description(
                        "Serves an editor by the language server protocol: requests on standard input, answers on standard"
                                + " output, messages on standard error.")
                .footer(ExitStatusHelp.lines());
        return grammar;
    }

    @Override
    public void run(ParseResult arguments, Session session) {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        // The protocol alone may use standard output; whoever prints to it by System.out is sent to standard error.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true));
        logToStandardError();
        try {
            ClassLoader classPath = ClassPathArgument.of(arguments).orElse(LanguageServers.class.getClassLoader());
            LanguageServers.serve(session.console().in(), out, classPath);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            session.verdict().add(ExitStatus.STOPPED);
        }
    }

    /** Xtext logs with log4j, which without an appender only complains. */
    private static void logToStandardError() {
        BasicConfigurator.configure(
                new ConsoleAppender(new PatternLayout("lwkt: %p %c{1}: %m%n"), ConsoleAppender.SYSTEM_ERR));
        Logger.getRootLogger().setLevel(Level.WARN);
    }
}
