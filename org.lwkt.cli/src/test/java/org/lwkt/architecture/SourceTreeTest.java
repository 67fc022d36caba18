// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every hand-written source file must have. */
final class SourceTreeTest {
    private static final String HEADER = "// SPDX-License-Identifier: BSD-3-Clause";
    private static final Pattern SOURCE = Pattern.compile(".*\\.(java|xtend|xtext|mwe2)");
    /** The modules lie beside the one these tests run in. */
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @Test
    void everySourceFileBeginsWithItsLicence() throws IOException {
        List<String> without = sources()
                .filter(file -> !firstLine(file).equals(HEADER))
                .map(SourceTreeTest::name)
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        TreeSet<String> without = new TreeSet<>();
        sources()
                .filter(file -> name(file).contains("src/main/java/"))
                .map(Path::getParent)
                .filter(folder -> Files.notExists(folder.resolve("package-info.java")))
                .forEach(folder -> without.add(name(folder)));
        assertEquals(List.of(), List.copyOf(without));
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            List<Path> roots = modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList();
            assertTrue(roots.size() >= 4, "looked for modules in " + ROOT + " and found " + roots);
            return roots.stream().flatMap(SourceTreeTest::files);
        }
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> SOURCE.matcher(name(file)).matches()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }
}
