// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code lwkt compile}: the Java that builds the same scenarios. A file with errors generates nothing. */
final class CompileCommand implements Subcommand {
    private static final String DIRECTORY = "-d";
    private static final String PACKAGE = "--package";
    private static final String JUNIT = "--junit";

    /** What is asked for of each file. */
    private record Wanted(String packageName, boolean junit) {}

    @Override
    public String name() {
        return "compile";
    }

    @Override
    public CommandSpec grammar() {
        CommandSpec grammar = SeverityArgument.addTo(
                ClassPathArgument.addTo(FileArguments.addTo(CommandSpec.create().name(name()), Language.ENDING)));
        grammar.usageMessage()
                .description("Generates Java from .lwkt files and prints the names of the files written;"
                        + " a file that is right already is left as it is.");
        grammar.addOption(OptionSpec.builder(DIRECTORY)
                .paramLabel("DIRECTORY")
                .type(String.class)
                .required(true)
                .description("where the packages start; created if it is not there")
                .build());
        grammar.addOption(OptionSpec.builder(PACKAGE)
                .paramLabel("PACKAGE")
                .type(String.class)
                .description("the Java package of all classes, instead of what the files say")
                .build());
        grammar.addOption(OptionSpec.builder(JUNIT)
                .description("generates a JUnit 5 class for each scenario too, with a test for each expectation")
                .build());
        return grammar;
    }

    @Override
    public void run(ParseResult arguments, Session session) {
        String packageName = arguments.matchedOptionValue(PACKAGE, null);
        if (packageName != null && !JavaNames.isPackage(packageName)) {
            throw new UsageException(PACKAGE + " must be the name of a Java package: '" + packageName + "'");
        }
        Wanted wanted = new Wanted(packageName, arguments.hasMatchedOption(JUNIT));
        GeneratedFiles output = new GeneratedFiles(directory(arguments));
        SeverityArgument.apply(arguments, session);
        Optional<ClassLoader> classPath = ClassPathArgument.of(arguments);
        List<Input> inputs = FileArguments.inputs(arguments, Language.ENDING, session);
        Map<String, String> origins = new HashMap<>();
        for (CheckedFiles.File file :
                CheckedFiles.of(inputs, classPath, session).good()) {
            try {
                write(file, wanted, origins, output, session);
            } catch (InputException e) {
                session.reject(e);
            }
        }
        session.console().message(output.summary());
    }

    private static Path directory(ParseResult arguments) {
        String directory = arguments.matchedOptionValue(DIRECTORY, "");
        try {
            if (!directory.isEmpty()) {
                return Path.of(directory);
            }
        } catch (InvalidPathException e) {
            // Refused like an empty name.
        }
        throw new UsageException(DIRECTORY + " takes the name of a directory: '" + directory + "'");
    }

    private static void write(
            CheckedFiles.File file, Wanted wanted, Map<String, String> origins, GeneratedFiles output, Session session)
            throws InputException {
        String name = file.input().name();
        List<Language.GeneratedFile> generated =
                file.checked().generator().generate(wanted.packageName(), wanted.junit());
        for (Language.GeneratedFile java : generated) {
            String other = origins.putIfAbsent(java.path(), name);
            if (other != null) {
                throw new InputException(name, "generates " + java.path() + ", and so does " + other);
            }
        }
        for (Language.GeneratedFile java : generated) {
            try {
                if (output.write(java)) {
                    session.console().println(output.pathOf(java).toString());
                }
            } catch (IOException e) {
                throw new InputException(output.pathOf(java).toString(), "cannot be written: " + FileProblem.of(e));
            }
        }
    }
}
