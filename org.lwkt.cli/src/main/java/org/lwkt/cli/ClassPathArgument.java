// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Where {@code classpath:/} imports are looked for. */
final class ClassPathArgument {
    private static final String OPTION = "--class-path";

    private ClassPathArgument() {}

    static CommandSpec addTo(CommandSpec grammar) {
        return grammar.addOption(OptionSpec.builder(OPTION)
                .paramLabel("PATH")
                .type(String.class)
                .description("directories and jars, separated by '" + File.pathSeparator
                        + "', in which imports that begin with classpath:/ are looked for")
                .build());
    }

    /** Empty where none is given. */
    static Optional<ClassLoader> of(ParseResult arguments) {
        String path = arguments.matchedOptionValue(OPTION, null);
        if (path == null) {
            return Optional.empty();
        }
        List<URL> entries = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                entries.add(urlOf(entry));
            }
        }
        return Optional.of(new URLClassLoader(entries.toArray(URL[]::new), ClassPathArgument.class.getClassLoader()));
    }

    private static URL urlOf(String entry) {
        try {
            Path file = Path.of(entry);
            if (Files.exists(file)) {
                return file.toUri().toURL();
            }
        } catch (InvalidPathException | MalformedURLException e) {
            // As good as not there.
        }
        throw new UsageException(OPTION + " takes directories and jars: there is no '" + entry + "'");
    }
}
