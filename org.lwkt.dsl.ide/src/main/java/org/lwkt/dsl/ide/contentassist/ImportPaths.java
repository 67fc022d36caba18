// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.contentassist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;

/** Paths for an import: the files and folders where the one that is typed has got to. */
final class ImportPaths {
    private static final String ENDING = ".lwkt";
    private static final int MOST = 200;

    private ImportPaths() {}

    /**
     * In quotes, as they are typed.
     *
     * @param typed so far, with the quote before it
     * @param importer the file that is edited; only beside files of a disk something can be found
     */
    static List<String> startingWith(String typed, URI importer) {
        if (!importer.isFile()) {
            return List.of();
        }
        String path = typed.startsWith("\"") ? typed.substring(1) : typed;
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        try {
            Path self = Path.of(importer.toFileString());
            return in(self.resolveSibling(folder), self).stream()
                    .map(it -> "\"" + folder + it + (it.endsWith(ENDING) ? "\"" : ""))
                    .toList();
        } catch (InvalidPathException | IOException nowhere) {
            return List.of();
        }
    }

    private static List<String> in(Path folder, Path self) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(it -> !it.equals(self))
                    .limit(MOST)
                    .filter(it -> Files.isDirectory(it) || it.toString().endsWith(ENDING))
                    .map(it -> it.getFileName() + (Files.isDirectory(it) ? "/" : ""))
                    .filter(it -> !it.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
