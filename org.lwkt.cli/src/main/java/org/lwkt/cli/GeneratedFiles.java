// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes files below a directory. One that has its text already is not touched, so that a build that looks at times does no
 * work for it.
 */
final class GeneratedFiles {
    private final Path directory;
    private int written;
    private int unchanged;

    GeneratedFiles(Path directory) {
        this.directory = directory;
    }

    Path pathOf(Language.GeneratedFile file) {
        return directory.resolve(file.path());
    }

    /** Whether there was anything to write. */
    boolean write(Language.GeneratedFile file) throws IOException {
        Path path = pathOf(file);
        byte[] content = file.text().getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(path) && Arrays.equals(Files.readAllBytes(path), content)) {
            unchanged++;
            return false;
        }
        Files.createDirectories(path.getParent());
        WholeFile.write(path, content);
        written++;
        return true;
    }

    String summary() {
        return Counted.of(written, "file", "files") + " written, " + unchanged + " unchanged";
    }
}
