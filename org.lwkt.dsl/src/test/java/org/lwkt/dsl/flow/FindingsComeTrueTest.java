// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.Compilation;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.Diagnostic;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;

/**
 * What is said of a body is what the kernel does with it. Thousands of random bodies are compiled and run: where it is known which
 * way they go, a run comes to a bad end if and only if one is foretold.
 */
class FindingsComeTrueTest {
    private static final int BODIES = 1_000;
    private static final int SCENARIOS = 25;
    private static final int SEEDS = 12;

    private static final Set<String> FORETOLD = Set.of(
            IssueCodes.NOT_HELD,
            IssueCodes.RELEASE_ORDER,
            IssueCodes.LEFT_HELD,
            IssueCodes.SELF_DEADLOCK,
            IssueCodes.TAKEN_TWICE,
            IssueCodes.SLEEP_WITH_SPINLOCK,
            IssueCodes.LOCK_ORDER);

    /** A scenario with what is said of it. */
    private record Case(String text, Scenario scenario, List<Diagnostic> foretold) {
        boolean isSure() {
            return foretold.stream()
                    .anyMatch(it ->
                            it.message().contains(" always ") && !it.message().contains(", or "));
        }

        RunEnd run() {
            return Runner.of(scenario).run().end();
        }

        @Override
        public String toString() {
            return text + foretold;
        }
    }

    private static boolean isBad(RunEnd end) {
        return end.reason() == RunEnd.Reason.PANIC || end.reason() == RunEnd.Reason.DEADLOCK;
    }

    private interface Text {
        /** A scenario of that name, without a brace at its end. */
        String of(int number, long seed);
    }

    /** Many at once, which is faster. */
    private static List<Case> cases(int count, Text texts) {
        List<Case> cases = new ArrayList<>();
        for (int first = 0; first < count; first += SCENARIOS) {
            List<String> scenarios = new ArrayList<>();
            StringBuilder file = new StringBuilder(RandomBodies.DECLARATIONS);
            List<Integer> lines = new ArrayList<>();
            for (int i = first; i < Math.min(count, first + SCENARIOS); i++) {
                lines.add((int) file.chars().filter(it -> it == '\n').count());
                String text = texts.of(i, i);
                scenarios.add(text);
                file.append(text);
            }
            lines.add(Integer.MAX_VALUE);
            Compilation compilation = Compiler.compile(file.toString());
            assertTrue(!compilation.hasErrors(), () -> compilation.diagnostics() + "\n" + file);
            for (int i = 0; i < scenarios.size(); i++) {
                int start = lines.get(i);
                int end = lines.get(i + 1);
                cases.add(new Case(
                        scenarios.get(i),
                        compilation.scenarios().get(i),
                        compilation.diagnostics().stream()
                                .filter(it -> FORETOLD.contains(it.code()) && it.line() > start && it.line() <= end)
                                .toList()));
            }
        }
        return cases;
    }

    private static String scenario(String name, String threads) {
        return "scenario \"" + name + "\" on pair {\n" + threads + "}\n";
    }

    private static String thread(String head, RandomBodies bodies) {
        return head + " {\n" + String.join("\n", bodies.body()) + "\n}\n";
    }

    @Test
    void oneThreadThatGoesAKnownWayComesToABadEndIfAndOnlyIfThatIsForetold() {
        int bad = 0;
        for (Case it : cases(
                BODIES, (i, seed) -> scenario("s" + i, thread("thread t on cpu 0", new RandomBodies(seed, false))))) {
            RunEnd end = it.run();
            boolean doubtful = !it.foretold().isEmpty() && !it.isSure();
            assertTrue(doubtful || isBad(end) == it.isSure(), () -> end + "\n" + it);
            bad += isBad(end) ? 1 : 0;
        }
        assertTrue(bad > BODIES / 10 && bad < BODIES * 9 / 10, bad + " of " + BODIES + " end badly");
    }

    @Test
    void whatIsForetoldOnSomePathComesOnSomePathAndNothingElseDoes() {
        List<List<Case>> seeds = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            String machine = "machine m" + seed + " extends pair { seed " + seed + " }\n";
            String name = "m" + seed;
            seeds.add(cases(
                    BODIES / 10,
                    (i, body) -> (i % SCENARIOS == 0 ? machine : "")
                            + scenario("s" + i, thread("thread t on cpu 0", new RandomBodies(body, true)))
                                    .replace("on pair", "on " + name)));
        }
        for (int i = 0; i < BODIES / 10; i++) {
            int body = i;
            List<Case> runs = seeds.stream().map(it -> it.get(body)).toList();
            long bad = runs.stream().filter(it -> isBad(it.run())).count();
            Case one = runs.get(0);
            if (bad > 0) {
                assertTrue(!one.foretold().isEmpty(), one::toString);
            }
            if (!one.text().contains("choose") && one.isSure()) {
                assertEquals(SEEDS, bad, one::toString);
            }
        }
    }

    @Test
    void twoThreadsComeToABadEndOnlyWhereItIsForetoldOfOneOfThem() {
        for (Case it : cases(
                BODIES,
                (i, seed) -> scenario(
                        "s" + i,
                        thread("thread t on cpu 0", new RandomBodies(2 * seed, false))
                                + thread("thread u on cpu " + i % 2, new RandomBodies(2 * seed + 1, false))))) {
            RunEnd end = it.run();
            assertTrue(!isBad(end) || !it.foretold().isEmpty(), () -> end + "\n" + it);
            // Who spins for a lock of its own keeps the CPU, on which the other's timeout would expire.
            boolean spins = end.reason() == RunEnd.Reason.HORIZON;
            assertTrue(isBad(end) || spins || !it.isSure(), () -> end + "\n" + it);
        }
    }
}
