// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.lwkt.dsl.generator.JavaGenerator;
import org.lwkt.runtime.scenario.Scenario;

/**
 * Files with random damage: whatever it is, there are diagnostics or scenarios, and nothing else. Always the same 5,000; the
 * profile fuzz has 200,000, in 512 MB, of which these are the first. Says which file took longest.
 */
class FuzzTest {
    private static long longestNs;
    private static int longestBytes;

    private static final List<String> SAMPLES = Samples.valid();
    private static final Pattern TOKEN = Pattern.compile("\\w+|\\s+|\"[^\"\\n]*\"|.", Pattern.DOTALL);
    private static final List<String> TOKENS = tokensOf(String.join("\n", SAMPLES));
    private static final String[] ODD = {
        "\u0000",
        "\uFEFF",
        "\uD800",
        "\u00e9",
        "{{{{",
        "}}}}",
        "/*",
        "*/",
        "\"",
        "\\",
        "^",
        "..",
        "99999999999999999999s",
        "\r",
        "0x1p3"
    };

    @Property(seed = "42", shrinking = ShrinkingMode.OFF)
    void withOtherTokens(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> tokens = tokensOf(SAMPLES.get(random.nextInt(SAMPLES.size())));
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(tokens.size());
            switch (random.nextInt(6)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
                case 2 -> tokens.set(at, TOKENS.get(random.nextInt(TOKENS.size())));
                case 3 -> tokens.set(at, ODD[random.nextInt(ODD.length)]);
                case 4 ->
                    tokens.subList(at, Math.min(tokens.size(), at + random.nextInt(30)))
                            .clear();
                default ->
                    tokens.addAll(
                            at,
                            tokens.subList(0, random.nextInt(tokens.size())).stream()
                                    .toList());
            }
            if (tokens.isEmpty()) {
                tokens.add("x");
            }
        }
        check(String.join("", tokens).getBytes(StandardCharsets.UTF_8));
    }

    @Property(seed = "42", shrinking = ShrinkingMode.OFF)
    void withOtherBytes(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = SAMPLES.get(random.nextInt(SAMPLES.size())).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(8); i >= 0; i--) {
            // Mostly characters that mean something.
            bytes[random.nextInt(bytes.length)] =
                    (byte) (random.nextInt(20) == 0 ? random.nextInt() : 32 + random.nextInt(95));
        }
        check(bytes);
    }

    @AfterContainer
    static void report() {
        System.out.println(
                "FuzzTest: the slowest file took " + longestNs / 1_000_000 + " ms and has " + longestBytes + " bytes");
    }

    private static void check(byte[] bytes) {
        long start = System.nanoTime();
        Compilation compilation = Compiler.SHARED.compile("fuzz.lwkt", bytes);
        long tookNs = System.nanoTime() - start;
        if (tookNs > longestNs) {
            longestNs = tookNs;
            longestBytes = bytes.length;
        }
        compilation.defect().ifPresent(defect -> {
            throw new AssertionError(new String(bytes, StandardCharsets.UTF_8), defect);
        });
        int lines = 2
                + (int) new String(bytes, StandardCharsets.UTF_8)
                        .chars()
                        .filter(c -> c == '\n' || c == '\r')
                        .count();
        for (Diagnostic diagnostic : compilation.diagnostics()) {
            assertTrue(diagnostic.line() >= 1 && diagnostic.line() <= lines, diagnostic::toString);
            assertTrue(diagnostic.column() >= 1, diagnostic::toString);
            assertTrue(
                    !diagnostic.message().isBlank() && !diagnostic.message().contains("RULE_"), diagnostic::toString);
            assertTrue(!diagnostic.message().contains("Couldn't"), diagnostic::toString);
        }
        if (!compilation.hasErrors()) {
            int classes = compilation.sweeps().stream()
                    .mapToInt(it ->
                            it.parameters().isEmpty() ? 1 : it.size() > JavaGenerator.RUNS_MAX ? 0 : it.size() + 1)
                    .sum();
            assertEquals(classes, compilation.javaSources().size());
            compilation.scenarios().forEach(FuzzTest::checkPositions);
        }
    }

    private static void checkPositions(Scenario scenario) {
        scenario.threads().forEach(it -> assertTrue(it.position().isKnown(), it::toString));
        scenario.expectations()
                .forEach(it -> assertTrue(it.position().isKnown() && !it.text().contains("\n"), it::toString));
    }

    private static List<String> tokensOf(String text) {
        return new ArrayList<>(
                TOKEN.matcher(text).results().map(it -> it.group()).toList());
    }
}
