// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class VectorCheckTest {
    @TestFactory
    Stream<DynamicTest> kernelEqualsTheSourceInEveryVector() {
        return Vectors.all().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertPasses(file)));
    }

    @TestFactory
    Stream<DynamicTest> neighboursEqualTheirSourcesInEveryVector() {
        return Vectors.neighbours().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertPasses(file)));
    }

    @Test
    void allVectorsOfTheNeighboursAreThere() {
        assertEquals(368, Vectors.neighbours().size());
    }

    private static void assertPasses(Path file) throws VectorFormatException {
        VectorOutcome outcome = VectorCheck.check(VectorParser.parse(file.toString(), Vectors.read(file)));
        assertTrue(
                outcome.passed(),
                () -> file + ":" + outcome.line() + "\nexpected: " + outcome.expected() + "\nactual:   "
                        + outcome.actual());
    }

    @Test
    void allPublishedVectorsAreThere() {
        List<String> names = Vectors.all().stream()
                .map(file -> file.getFileName().toString())
                .toList();
        assertEquals(839, names.size());
        assertTrue(names.containsAll(Vectors.firstLight()));
        assertEquals(68, Vectors.firstLight().size());
    }

    @Test
    void oneAlteredCharacterOfTheStateFailsInItsLine() throws VectorFormatException {
        String altered = Vectors.text("hand-freetd").replaceFirst("q=A:20/0", "q=A:21/0");
        VectorOutcome outcome = VectorCheck.check(VectorParser.parse("altered", altered));
        assertFalse(outcome.passed());
        assertEquals(13, outcome.line());
        assertEquals(" c0 cur=main crit=0 rq=LR n=2 q=A:21/0,main:12/0 sw=1 ir=0", outcome.expected());
        assertEquals(" c0 cur=main crit=0 rq=LR n=2 q=A:20/0,main:12/0 sw=1 ir=0", outcome.actual());
    }

    @Test
    void everyAlteredStateCharacterIsNoticed() throws VectorFormatException {
        String text = Vectors.text("hand-preempt-nest");
        List<String> lines = text.lines().toList();
        for (int i = lines.indexOf("begin") + 1; i < lines.size() - 1; i++) {
            String line = lines.get(i);
            if (!line.startsWith(" ")) {
                continue;
            }
            int last = line.length() - 1;
            String changed = line.substring(0, last) + (line.charAt(last) == '#' ? '+' : '#');
            String altered = text.replaceFirst("(?s)((?:[^\n]*\n){" + i + "})[^\n]*", "$1" + changed);
            VectorOutcome outcome = VectorCheck.check(VectorParser.parse("altered", altered));
            assertEquals(i + 1, outcome.line(), changed);
        }
    }

    @Test
    void missingAndExtraLinesAreDifferences() throws VectorFormatException {
        String text = Vectors.text("hand-freetd");
        String shorter = text.replaceFirst(" done main create\n", "");
        assertFalse(VectorCheck.check(VectorParser.parse("shorter", shorter)).passed());
        String longer = text.replaceFirst(" done main create\n", " done main create\n done main create\n");
        assertFalse(VectorCheck.check(VectorParser.parse("longer", longer)).passed());
    }

    @Test
    void replayWritesTheVectorThatItReplayed() throws VectorFormatException {
        String text = Vectors.text("hand-frame-preempt");
        assertEquals(text, VectorReplay.replay(VectorParser.parse("same", text)));
    }

    @Test
    void commandsForThingsThatDoNotExistAreRefusedAndChangeNothing() throws VectorFormatException {
        String script = """
                vector refused
                ncpus 1
                begin
                > step 0 schedule A
                > intr 0 A
                > timeout 0 main
                > end
                counters none
                end
                """;
        String replayed = VectorReplay.replay(VectorParser.parse("refused", script));
        assertEquals(
                3, replayed.lines().filter(line -> line.startsWith(" illegal ")).count());
        assertTrue(replayed.contains("counters switch=1 "), replayed);
    }
}
