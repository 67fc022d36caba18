// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.Samples;

/** The files in {@code meaning} have each statement, question, option, event and property, in each of its forms. */
class MeaningCompletenessTest {
    /** What has a file elsewhere: expectations in {@code ExpectationMeaningTest}, parameters in {@code SweepTest}. */
    private static final Set<String> ELSEWHERE = Set.of(
            "Condition",
            "ThreadCondition",
            "OrderCondition",
            "PanicCondition",
            "Moment",
            "MigrateMoment",
            "PanicMoment",
            "WakeupMoment",
            "OrderMoment",
            "MomentKind",
            "MeasureCondition",
            "StateCondition",
            "DeadlockCondition",
            "QuiescentCondition",
            "LostWakeupCondition",
            "TimeBounds",
            "CountBounds",
            "FractionBounds",
            "Comparator",
            "LeadingThreadRef",
            "SweepParameter",
            "ParameterValue",
            "Import",
            "LwktFile");

    private static final Set<String> PARAMETERS = Set.of(
            "ScenarioDeclaration: ','",
            "ScenarioDeclaration: 'with'",
            "ScenarioDeclaration: parameters=SweepParameter");

    @Test
    void eachFormOfAllThatIsSaidOccurs() {
        GrammarCoverage coverage = RandomPrograms.emptyCoverage();
        Samples.meaning().forEach(it -> coverage.add(RandomPrograms.parse(it.text())));
        Set<String> missing = new TreeSet<>(coverage.missingPlaces(it -> !ELSEWHERE.contains(it)));
        // In place of a constant a parameter stands, and the scenario of a run has the constant.
        missing.removeIf(it -> it.endsWith("Parameter=ID") || PARAMETERS.contains(it));
        // The formatter takes semicolons away.
        missing.remove("Block: ';'");
        assertEquals(Set.of(), missing);
    }
}
