// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns the arguments FILE, DIRECTORY, GLOB and {@code -} into files to read, each once, in a fixed order. */
final class Inputs {
    private final String ending;
    private final Console console;
    private final Verdict verdict;
    private final List<Input> found = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();
    private final Set<String> arguments = new HashSet<>();

    private Inputs(String ending, Console console, Verdict verdict) {
        this.ending = ending;
        this.console = console;
        this.verdict = verdict;
    }

    /**
     * What can be found; what cannot be is reported and counts as bad input.
     *
     * @param ending of the files to take from a directory, such as {@code .lwkt}; a file that is named may have any
     */
    static List<Input> resolve(List<String> arguments, String ending, Console console, Verdict verdict) {
        if (arguments.isEmpty()) {
            throw new UsageException("no file is given (- stands for standard input)");
        }
        Inputs inputs = new Inputs(ending, console, verdict);
        for (String argument : arguments) {
            inputs.add(argument);
        }
        return inputs.found;
    }

    private void add(String argument) {
        if (!arguments.add(argument)) {
            console.message("'" + argument + "' is given twice and taken once");
            return;
        }
        try {
            if (argument.equals(Input.STANDARD_INPUT)) {
                found.add(Input.standardInput());
            } else {
                addPath(argument);
            }
        } catch (InputException e) {
            console.error(e.getMessage());
            verdict.add(ExitStatus.BAD_INPUT);
        }
    }

    private void addPath(String argument) throws InputException {
        if (argument.isEmpty()) {
            throw new InputException("''", "no such file or directory");
        }
        Path path;
        try {
            path = Path.of(argument);
        } catch (InvalidPathException e) {
            if (Glob.isGlob(argument)) {
                addMatches(argument);
                return;
            }
            throw new InputException(argument, "not a file name here: " + e.getReason());
        }
        if (Files.isDirectory(path)) {
            addDirectory(path, argument);
        } else if (Files.exists(path)) {
            addFile(path);
        } else if (Glob.isGlob(argument)) {
            addMatches(argument);
        } else {
            throw new InputException(argument, "no such file or directory");
        }
    }

    private void addDirectory(Path directory, String argument) throws InputException {
        try {
            List<Path> files = FileTree.files(
                    directory,
                    Integer.MAX_VALUE,
                    file -> file.getFileName().toString().endsWith(ending));
            if (files.isEmpty()) {
                throw new InputException(argument, "no " + ending + " file in this directory");
            }
            files.forEach(this::addFile);
        } catch (IOException e) {
            throw new InputException(argument, "cannot be read: " + FileProblem.of(e));
        }
    }

    private void addMatches(String argument) throws InputException {
        try {
            List<Path> files = Glob.files(argument);
            if (files.isEmpty()) {
                throw new InputException(argument, "no file matches this pattern");
            }
            files.forEach(this::addFile);
        } catch (IOException e) {
            throw new InputException(argument, "cannot be searched: " + FileProblem.of(e));
        }
    }

    private void addFile(Path file) {
        if (seen.add(identity(file))) {
            found.add(new Input(file.toString(), file));
        }
    }

    private static Object identity(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
