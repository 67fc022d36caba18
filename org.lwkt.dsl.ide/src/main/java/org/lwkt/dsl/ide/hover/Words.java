// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.hover;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.lwkt.runtime.kernel.ThreadPriority;

/** Explains the words of the language and the names of priorities, in Markdown. */
public final class Words {
    private static final String FILE = "words.properties";
    private static final Properties TEXTS = load();

    private Words() {}

    /** @param place the name of the grammar rule that the word stands in; the same word may mean two things */
    public static Optional<String> keyword(String word, String place) {
        return text(place + "." + word).or(() -> text(word)).map(it -> "**" + word + "**: " + it);
    }

    /** A {@code TDPRI_*}, without that prefix. */
    public static Optional<String> priority(String name) {
        OptionalInt value = ThreadPriority.byName(name);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of("**TDPRI_" + name + "** = " + value.getAsInt()
                        + text("TDPRI." + name).map(it -> ": " + it).orElse(""));
    }

    private static Optional<String> text(String key) {
        return Optional.ofNullable(TEXTS.getProperty(key));
    }

    private static Properties load() {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(Words.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
