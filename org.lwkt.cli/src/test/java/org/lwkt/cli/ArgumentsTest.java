// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    @Test
    void timesAreThoseOfTheLanguage() {
        assertEquals(1, TimeArgument.positive("--horizon", "1ns"));
        assertEquals(1_500_000, TimeArgument.positive("--horizon", "1.5ms"));
        assertEquals(2_000, TimeArgument.positive("--horizon", "2us"));
        assertEquals(1_000_000, TimeArgument.positive("--horizon", "1_000us"));
        assertEquals(9_223_372_036_854_775_807L, TimeArgument.positive("--horizon", "9223372036.854775807s"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "ms",
                "-1ms",
                "+1ms",
                "1.ms",
                ".5ms",
                "1e3s",
                "1 ms",
                "0s",
                "0.5ns",
                "1.2.3s",
                "9223372037s",
                "1m"
            })
    void otherTimesAreRefused(String text) {
        String message = assertThrows(UsageException.class, () -> TimeArgument.positive("--horizon", text))
                .getMessage();
        assertTrue(message.startsWith("--horizon") && message.contains(text), message);
    }

    @Test
    void nearNamesComeNearestFirst() {
        List<String> names = List.of("preempts", "preempt", "yields", "an interrupt preempts a daemon");

        assertEquals(List.of("preempt", "preempts", "an interrupt preempts a daemon"), Nearest.to("preempt", names));
        assertEquals(List.of("yields"), Nearest.to("Yield", names));
        assertEquals(List.of(), Nearest.to("something else entirely", names));
    }

    @Test
    void packagesAreJavaNames() {
        assertTrue(JavaNames.isPackage("org.lwkt.demo"));
        assertTrue(JavaNames.isPackage("d\u00e9mo"));
        for (String wrong : List.of("", ".", "a.", "a..b", "a.class", "1a", "a-b", "a/b", "a b", "_")) {
            assertFalse(JavaNames.isPackage(wrong), wrong);
        }
    }

    @Test
    void colourIsNotForThoseWhoSaidSo() {
        assertTrue(Terminals.wantsColour(Map.of("TERM", "xterm")));
        assertTrue(Terminals.wantsColour(Map.of("NO_COLOR", "")));
        assertFalse(Terminals.wantsColour(Map.of("NO_COLOR", "1")));
        assertFalse(Terminals.wantsColour(Map.of("TERM", "dumb")));
    }

    @Test
    void theFirstVariableThatIsSetNamesTheLocale() {
        assertTrue(Terminals.showsUnicode(Map.of("LANG", "de_DE.UTF-8")));
        assertTrue(Terminals.showsUnicode(Map.of("LC_ALL", "C.utf8", "LANG", "C")));
        assertFalse(Terminals.showsUnicode(Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8")));
        assertFalse(Terminals.showsUnicode(Map.of()));
    }
}
