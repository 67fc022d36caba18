// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.Compilation;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.generator.JavaSources;
import org.lwkt.dsl.model.MachineParameter;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.scenario.Budget;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;

class BudgetsTest {
    private static final String SPINS = """
            machine m {
                budget steps 100
                budget events 50
            }
            machine n extends m { budget steps at one instant 7  budget threads 3  budget steps 200 }
            scenario "s" on n { thread t { forever { run 1ns } } }
            """;

    @Test
    void aMachineChangesThoseOfTheOneThatItExtends() {
        Budget budget = Compiler.scenario(SPINS).budget();
        assertEquals(200, budget.steps());
        assertEquals(7, budget.stepsAtOneInstant());
        assertEquals(50, budget.traceEvents());
        assertEquals(3, budget.threads());
        assertEquals("t.lwkt:3:5", budget.places().get(Budget.Limit.EVENTS).toString());
        assertEquals("t.lwkt:5:72", budget.places().get(Budget.Limit.STEPS).toString());
    }

    @Test
    void withoutAnyTheyAreThoseOfEveryRun() {
        assertEquals(
                Budget.DEFAULT,
                Compiler.scenario("scenario \"s\" { thread t { run 1ms } }").budget());
    }

    @Test
    void theRunThatCrossesOneSaysWhichAndWhereItIsSet() {
        RunEnd end = Runner.of(Compiler.scenario(SPINS)).run().end();
        assertEquals(RunEnd.Reason.BUDGET, end.reason());
        assertEquals("more than 200 steps, the budget that is set at t.lwkt:5:72", end.detail());
        assertEquals(6, end.position().line());
    }

    @Test
    void soDoesItsJava() {
        Compilation compilation = Compiler.SHARED.compile("t.lwkt", SPINS);
        List<Result> results = JavaSources.results(compilation.javaSources());
        assertEquals(
                Runner.of(compilation.sweeps().getFirst().scenario(0)).run().end(),
                results.getFirst().end());
    }

    @Test
    void aParameterOverridesIt() {
        Compilation compilation = Compiler.SHARED.compile("t.lwkt", """
                machine m { budget steps 100 }
                scenario "s" on m with machine.budget steps in [10, 20], machine.budget steps at one instant in [5] {
                    thread t { forever { run 1ns } }
                }
                """);
        assertEquals(List.of(), compilation.diagnostics());
        Scenario second = compilation.sweeps().getFirst().scenario(1);
        assertEquals(20, second.budget().steps());
        assertEquals(5, second.budget().stepsAtOneInstant());
        assertEquals(
                "more than 20 steps, the budget that is set at t.lwkt:2:24",
                Runner.of(second).run().end().detail());
    }

    @Test
    void everyPropertyThatAParameterOverridesCanBeWritten() {
        for (MachineParameter property : MachineParameter.values()) {
            String value = switch (property.kind()) {
                case BOOL -> "true";
                case TIME -> "1ms";
                default -> "3";
            };
            assertEquals(
                    List.of(),
                    Compiler.diagnostics("scenario \"s\" with machine." + property.word() + " in [" + value
                            + "] { thread t { run 1us } }"),
                    property.word());
        }
    }
}
