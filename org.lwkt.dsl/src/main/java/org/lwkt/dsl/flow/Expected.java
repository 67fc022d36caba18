// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.DeadlockCondition;
import org.lwkt.dsl.lwkt.Expectation;
import org.lwkt.dsl.lwkt.LostWakeupCondition;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.MachineFacts;
import org.lwkt.dsl.model.Outcomes;
import org.lwkt.dsl.model.SweepParameters;

/** The bad ends that a scenario expects: it is there to show them. */
final class Expected {
    private final Set<Outcome> outcomes = new HashSet<>();
    private final Set<ThreadDeclaration> lost = new HashSet<>();
    /** Without its assertions the kernel does not notice much. */
    private final boolean asserts;

    Expected(ScenarioDeclaration scenario) {
        MachineDeclaration machine = scenario.getMachine();
        asserts = (machine == null || MachineFacts.of(machine).spec().invariants())
                && SweepParameters.ofMachine(scenario, "invariants").isEmpty();
        if (Outcomes.isPanicExpected(scenario)) {
            outcomes.add(Outcome.PANIC);
        }
        for (Expectation expectation : Declarations.expectations(scenario)) {
            for (TreeIterator<EObject> parts = expectation.eAllContents(); parts.hasNext(); ) {
                switch (parts.next()) {
                    case DeadlockCondition it -> outcomes.add(Outcome.DEADLOCK);
                    case LostWakeupCondition it -> lost.add(Declarations.thread(it.getTarget()));
                    default -> {}
                }
            }
        }
    }

    boolean covers(Finding finding) {
        return switch (finding.outcome()) {
            case PANIC -> !asserts || outcomes.contains(Outcome.PANIC);
            // A thread that sleeps when the run ends otherwise is not lost.
            case LOST_WAKEUP -> !outcomes.isEmpty() || lost.contains(finding.thread());
            default -> outcomes.contains(finding.outcome());
        };
    }
}
