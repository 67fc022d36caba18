// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** What a replay writes is a vector, which passes. */
class VectorRoundTripTest {
    /** Scripts made of the published ones, with commands left out; some then ask for what does not exist, or panic. */
    @Property(tries = 500)
    void whatAReplayWritesPasses(@ForAll("thinned") String script) throws VectorFormatException {
        assertRoundTrip(script);
    }

    /** The same commands in any order, which no kernel would survive; the replay ends, and says how. */
    @Property(tries = 500)
    void anyOrderOfCommandsHasAnOutcome(@ForAll("shuffled") String script) throws VectorFormatException {
        assertRoundTrip(script);
    }

    /** A kernel without assertions goes on where the other panics, and must not break down either. */
    @Property(tries = 500)
    void anyOrderOfCommandsHasAnOutcomeWithoutAssertions(@ForAll("shuffled") String script)
            throws VectorFormatException {
        Vector vector = VectorParser.parse("script", script);
        List<String> lines = new Replay(vector, false).run();
        assertEquals("end", lines.get(lines.size() - 1));
        assertEquals(lines, new Replay(vector, false).run());
    }

    private static void assertRoundTrip(String script) throws VectorFormatException {
        String written = VectorReplay.replay(VectorParser.parse("script", script));
        Vector vector = VectorParser.parse("written", written);
        VectorOutcome outcome = VectorCheck.check(vector);
        assertTrue(outcome.passed(), () -> outcome.toString());
        assertEquals(written, VectorReplay.replay(vector));
    }

    @Provide
    Arbitrary<String> thinned() {
        return vectors()
                .flatMap(vector -> Arbitraries.integers()
                        .between(0, 4)
                        .list()
                        .ofSize(vector.commands().size())
                        .map(kept ->
                                script(vector, IntStream.range(0, kept.size()).filter(i -> kept.get(i) > 0))));
    }

    @Provide
    Arbitrary<String> shuffled() {
        return vectors()
                .flatMap(vector -> Arbitraries.integers()
                        .between(0, vector.commands().size() - 1)
                        .withDistribution(RandomDistribution.uniform())
                        .list()
                        .ofMaxSize(vector.commands().size() * 2)
                        .map(order -> script(vector, order.stream().mapToInt(i -> i))));
    }

    private static Arbitrary<Vector> vectors() {
        return Arbitraries.integers()
                .between(0, Vectors.PARSED.size() - 1)
                .withDistribution(RandomDistribution.uniform())
                .map(Vectors.PARSED::get);
    }

    private static String script(Vector vector, IntStream commands) {
        StringBuilder script = new StringBuilder();
        vector.header().forEach(line -> script.append(line).append('\n'));
        commands.forEach(
                i -> script.append("> ").append(vector.commands().get(i).text()).append('\n'));
        return script.append("> end\ncounters none\nend\n").toString();
    }
}
