// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.source.SourcePosition;
import org.lwkt.runtime.vector.NoVectorException;
import org.lwkt.runtime.vector.VectorRun;

/** The file that a run is written to as a conformance vector. */
final class VectorFile {
    private final String option;
    private final Path path;

    /** @throws UsageException if the argument names no file that a vector may be written to */
    VectorFile(String option, String argument) {
        this.option = option;
        if (argument.isEmpty() || argument.equals(Input.STANDARD_INPUT)) {
            throw new UsageException(option + " needs the name of a file: '" + argument + "'");
        }
        if (argument.endsWith(Language.ENDING)) {
            throw new UsageException(
                    option + " writes no " + Language.ENDING + " file, which may be one to run: " + argument);
        }
        try {
            path = Path.of(argument);
        } catch (InvalidPathException e) {
            throw new UsageException(option + " needs the name of a file: " + e.getMessage());
        }
    }

    /** @throws UsageException where there is not one run alone */
    void requireOne(int scenarios) {
        if (scenarios > 1) {
            throw new UsageException(
                    option + " writes one run, and there are " + scenarios + " to run; --scenario chooses one");
        }
    }

    /** @throws InputException where the run is no vector, or the file cannot be written */
    void write(Scenario scenario, VectorRun run) throws InputException {
        try {
            String text = run.text();
            Path file = path.toAbsolutePath().normalize();
            Path name = file.getFileName();
            if (name == null) {
                throw new InputException(path.toString(), "cannot be written: there is a directory of that name");
            }
            new GeneratedFiles(file.getParent()).write(new Language.GeneratedFile(name.toString(), text));
        } catch (NoVectorException e) {
            SourcePosition place = e.position();
            throw place.isKnown()
                    ? new InputException(place.file(), place.line(), place.column(), e.getMessage())
                    : new InputException("scenario \"" + scenario.name() + "\"", e.getMessage());
        } catch (IOException e) {
            throw new InputException(path.toString(), "cannot be written: " + FileProblem.of(e));
        }
    }
}
