// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.PanicCondition;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;

/** How runs are expected to end: nobody is warned of what is expected. */
public final class Outcomes {
    private Outcomes() {}

    /** Whether the scenario around {@code part} expects a panic; around a procedure, whether any of its file does. */
    public static boolean isPanicExpected(EObject part) {
        ScenarioDeclaration scenario = Declarations.scenarioOf(part);
        List<ScenarioDeclaration> scenarios = scenario == null
                ? Declarations.scenarios(EcoreUtil2.getContainerOfType(part, LwktFile.class))
                : List.of(scenario);
        return scenarios.stream().anyMatch(Outcomes::expectsPanic);
    }

    private static boolean expectsPanic(ScenarioDeclaration scenario) {
        return Declarations.expectations(scenario).stream()
                .anyMatch(it -> it.getCondition() instanceof PanicCondition panic
                        && panic.getLater() == null
                        && panic.getLimit() == null
                        && panic.getLimitParameter() == null);
    }
}
