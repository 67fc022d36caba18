// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.lwkt.dsl.conversion.Texts;

/** What may stand in place of the text that an issue is about, in the data. */
public final class Replacement {
    private static final String PREFIX = "replacement=";

    private Replacement() {}

    /** The data of an issue about {@code name}: the nearest of the names, if one is near. */
    public static String[] nearest(String name, Collection<String> names) {
        return data(Nearest.to(name, names));
    }

    /** As {@link #nearest}, where both are texts in double quotes. */
    public static String[] nearestText(String text, Collection<String> texts) {
        return data(Nearest.to(text, texts).map(Texts::quote));
    }

    /** The data of an issue, with what goes on in it before. */
    public static String[] data(Optional<String> replacement, String... before) {
        return Stream.concat(Stream.of(before), replacement.stream().map(it -> PREFIX + it))
                .toArray(String[]::new);
    }

    /** What an issue with the data may be mended by; empty text: by leaving it out. */
    public static Optional<String> of(String[] data) {
        return data == null
                ? Optional.empty()
                : Stream.of(data)
                        .filter(it -> it != null && it.startsWith(PREFIX))
                        .map(it -> it.substring(PREFIX.length()))
                        .findFirst();
    }
}
