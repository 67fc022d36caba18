// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param name as messages show it
 * @param path where it is, or {@code null} for standard input
 */
record Input(String name, Path path) {
    /** More than anybody writes by hand; what never ends, as some devices do, must end somewhere. */
    static final int MOST_BYTES = 64 << 20;

    static final String STANDARD_INPUT = "-";

    static Input standardInput() {
        return new Input("(standard input)", null);
    }

    /** What relative imports start from: of standard input, the working directory. */
    Path place() {
        return path == null ? Path.of(STANDARD_INPUT) : path;
    }

    /** @throws InputException with a message for the user, where it cannot be read or has no end in sight */
    byte[] read(Console console) throws InputException {
        byte[] content;
        try {
            if (path == null) {
                content = console.in().readNBytes(MOST_BYTES + 1);
            } else {
                try (InputStream file = Files.newInputStream(path)) {
                    content = file.readNBytes(MOST_BYTES + 1);
                }
            }
        } catch (IOException e) {
            throw new InputException(name, "cannot be read: " + FileProblem.of(e));
        }
        if (content.length > MOST_BYTES) {
            throw new InputException(name, "is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        return content;
    }
}
