// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.Compilation;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.Formatted;
import org.lwkt.dsl.JavaOptions;
import org.lwkt.dsl.generator.JavaSources;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.random.RandomPrograms.Program;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.scenario.Budget;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;

/** 500 random programs that have all of the language: whatever way they take, they are the same and do the same. */
class RandomProgramsTest {
    private static final int COUNT = 500;

    /** So that what spins ends soon. */
    private static Budget budget(Scenario scenario) {
        Budget own = scenario.budget();
        return own.withStepsAtOneInstant(Math.min(own.stepsAtOneInstant(), 5_000))
                .withSteps(Math.min(own.steps(), 50_000));
    }

    /** What a run did, but for where it stands in a file. */
    private record Outcome(String digest, RunEnd.Reason reason, String detail, long timeNs, List<String> expectations) {
        static Outcome of(Scenario scenario) {
            Result result = Runner.of(scenario).budget(budget(scenario)).run();
            return new Outcome(
                    result.digest(),
                    result.end().reason(),
                    result.end().detail(),
                    result.end().timeNs(),
                    result.expectations().stream().map(Outcome::text).toList());
        }

        private static String text(ExpectationResult it) {
            return it.outcome() + " " + it.actual();
        }
    }

    private static RandomPrograms made;
    private static final Map<Program, List<Outcome>> OUTCOMES = new LinkedHashMap<>();

    private static synchronized List<Program> programs() {
        if (made == null) {
            made = new RandomPrograms(COUNT);
            made.all().forEach(it -> OUTCOMES.put(it, outcomes(it.compilation())));
        }
        return made.all();
    }

    private static List<Outcome> outcomes(Compilation compilation) {
        return runs(compilation).stream().map(Outcome::of).toList();
    }

    private static List<Scenario> runs(Compilation compilation) {
        return compilation.sweeps().stream()
                .flatMap(it -> IntStream.range(0, it.size()).mapToObj(it::scenario))
                .toList();
    }

    @Test
    void allOfTheLanguageOccurs() {
        programs();
        GrammarCoverage coverage = made.coverage();
        assertEquals(Set.of(), coverage.missingPlaces(it -> true));
        assertEquals(Set.of(), coverage.missingInTheModel());
    }

    @Test
    void mostSeedsMakeAProgram() {
        programs();
        assertTrue(made.drawn() < 2 * COUNT, () -> made.drawn() + " seeds, because of " + made.mistakes());
    }

    @Test
    void runsEndInEachWay() {
        programs();
        Set<RunEnd.Reason> ends = EnumSet.noneOf(RunEnd.Reason.class);
        OUTCOMES.values().forEach(all -> all.forEach(it -> ends.add(it.reason())));
        // One of what cannot be done is no end that each set of seeds has; nobody cancels.
        ends.remove(RunEnd.Reason.ERROR);
        assertEquals(
                EnumSet.complementOf(EnumSet.of(RunEnd.Reason.ERROR, RunEnd.Reason.CANCELLED, RunEnd.Reason.DECIDED)),
                ends);
    }

    @Test
    void theJavaBuildsTheSameScenariosWhichDoTheSame() {
        Map<String, String> sources = new LinkedHashMap<>();
        List<Scenario> lowered = new ArrayList<>();
        List<Outcome> expected = new ArrayList<>();
        for (Program program : programs()) {
            sources.putAll(
                    program.compilation().javaSources(new JavaOptions(Optional.of("seed" + program.seed()), false)));
            lowered.addAll(runs(program.compilation()));
            expected.addAll(OUTCOMES.get(program));
        }
        List<Scenario> built = JavaSources.scenarios(sources);
        assertEquals(lowered.size(), built.size());
        for (int i = 0; i < built.size(); i++) {
            assertEquals(lowered.get(i), built.get(i));
            assertEquals(
                    expected.get(i), Outcome.of(built.get(i)), lowered.get(i).name());
        }
    }

    @Test
    void loweredTwiceTheyAreTheSame() {
        for (Program program : programs()) {
            assertEquals(runs(program.compilation()), runs(Compiler.compile(program.text())), program::toString);
        }
    }

    @Test
    void theFormatterChangesTheLayoutAlone() {
        for (Program program : programs()) {
            String once = format(program.text(), program);
            assertEquals(once, format(once, program));
            assertTrue(
                    EcoreUtil.equals(RandomPrograms.parse(program.text()), RandomPrograms.parse(once)),
                    program::toString);
            assertEquals(OUTCOMES.get(program), outcomes(Compiler.compile(once)), program::toString);
        }
    }

    private static String format(String text, Program program) {
        Formatted formatted = Compiler.SHARED.format("t.lwkt", text.getBytes(StandardCharsets.UTF_8));
        return new String(
                formatted.content().orElseThrow(() -> new AssertionError(formatted.problems() + program.toString())),
                StandardCharsets.UTF_8);
    }

    @Test
    void theSerializerWritesTheSameTree() {
        for (Program program : programs()) {
            LwktFile file = RandomPrograms.parse(program.text());
            String written = RandomPrograms.serialize(file);
            assertTrue(EcoreUtil.equals(file, RandomPrograms.parse(written)), () -> program + "\n" + written);
        }
    }

    @Test
    void noTwoAreTheSame() {
        Set<String> texts = new TreeSet<>();
        programs().forEach(it -> texts.add(it.text()));
        assertEquals(COUNT, texts.size());
    }
}
