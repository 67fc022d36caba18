// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The vectors among the test resources, which were recorded from the real kernel source. */
public final class Vectors {
    private static final Path RESOURCES = Path.of("src/test/resources/org/lwkt/runtime/conformance");

    /** Every vector of both kinds, parsed. */
    static final List<Vector> PARSED = parsed();

    private Vectors() {}

    private static List<Vector> parsed() {
        List<Vector> vectors = new ArrayList<>();
        try {
            for (Path file :
                    Stream.concat(all().stream(), neighbours().stream()).toList()) {
                vectors.add(VectorParser.parse(file.toString(), read(file)));
            }
        } catch (VectorFormatException e) {
            throw new IllegalStateException(e);
        }
        return vectors;
    }

    /** Every vector, ordered by name. */
    public static List<Path> all() {
        return list("vectors");
    }

    /** Every vector of the files beside lwkt_thread.c, ordered by name. */
    public static List<Path> neighbours() {
        return list("neighbours");
    }

    private static List<Path> list(String folder) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The vector of that name, as text. */
    public static String text(String name) {
        return read(RESOURCES.resolve("vectors").resolve(name + ".txt"));
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file names of the vectors that need no tokens, sleep, user threads, migration or allocation corner cases. */
    static List<String> firstLight() {
        return read(RESOURCES.resolve("first-light.txt")).lines().toList();
    }
}
