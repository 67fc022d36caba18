// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.ParameterException;

/** The {@code lwkt} command. */
public final class Main {
    private final List<Subcommand> subcommands;
    private final Path defectDirectory;

    /** @param defectDirectory where a report about a defect of the tool goes */
    Main(List<Subcommand> subcommands, Path defectDirectory) {
        this.subcommands = subcommands;
        this.defectDirectory = defectDirectory;
    }

    public static void main(String[] arguments) {
        Interruption interruption = new Interruption();
        interruption.listen();
        Main lwkt = new Main(commands(), Path.of(System.getProperty("java.io.tmpdir", ".")));
        interruption.exit(lwkt.run(Console.ofProcess(), interruption, XtextLanguage::new, arguments));
    }

    /** In the order of the help. */
    static List<Subcommand> commands() {
        return List.of(
                new RunCommand(),
                new CheckCommand(),
                new CompileCommand(),
                new FormatCommand(),
                new ConformCommand(),
                new BenchCommand(),
                new LspCommand());
    }

    /** One call; never throws. */
    ExitStatus run(Console console, BooleanSupplier cancelled, Supplier<Language> language, String... arguments) {
        Verdict verdict = new Verdict();
        Consumer<Throwable> defects = defect -> DefectReport.write(defect, arguments, defectDirectory, console);
        try {
            dispatch(new Session(console, verdict, cancelled, new OnFirstUse<>(language), defects), arguments);
            console.flush();
        } catch (OutputClosedException e) {
            if (!e.isBrokenPipe()) {
                verdict.add(ExitStatus.BAD_INPUT);
                console.message("the output cannot be written: " + e.getMessage());
            }
        } catch (Throwable e) {
            verdict.add(ExitStatus.DEFECT);
            defects.accept(e);
        }
        return verdict.status();
    }

    private void dispatch(Session session, String[] arguments) {
        CommandLineGrammar grammar = new CommandLineGrammar(subcommands, session.console());
        try {
            grammar.parse(arguments).accept(session);
        } catch (ParameterException e) {
            session.verdict().add(ExitStatus.USAGE);
            session.console().error(grammar.explain(e, arguments));
        } catch (UsageException e) {
            session.verdict().add(ExitStatus.USAGE);
            session.console().error(grammar.explain(e));
        }
    }
}
