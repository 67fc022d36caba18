// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that a reader, and whoever comes after a power cut, sees the old one or the new one and nothing between. */
final class WholeFile {
    private WholeFile() {}

    /** Writes a file that may be there already. */
    static void write(Path path, byte[] content) throws IOException {
        Path draft = draftOf(path);
        try {
            Files.write(draft, content);
            move(draft, path);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes a file that is there, which keeps its rights, and stays a link where it is one. */
    static void rewrite(Path path, byte[] content) throws IOException {
        Path file = path.toRealPath();
        Path draft = draftOf(file);
        try {
            Files.copy(file, draft, StandardCopyOption.COPY_ATTRIBUTES);
            Files.write(draft, content);
            move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Path draftOf(Path path) {
        return path.resolveSibling(
                "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".new");
    }

    private static void move(Path draft, Path path) throws IOException {
        try {
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
