// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.lwkt.dsl.lwkt.IndexValue;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.model.Arrays;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.MachineFacts;
import org.lwkt.dsl.model.Procedures;
import org.lwkt.dsl.model.ThreadFacts;

/** What is found in the bodies of a file. Nothing is said that the scenario expects, and what is not known is not guessed. */
public final class FlowAnalysis {
    /** Statements on paths, and copies of what is known there: some 50 ms. A file of 10,000 lines has hardly more than 20,000. */
    private static final long STEPS_MAX = 400_000;

    private static final long BODY_STEPS_MAX = 60_000;

    private static final int ELEMENTS_MAX = 8;

    private FlowAnalysis() {}

    /** By scenario, in no order. */
    public static List<Finding> of(LwktFile file) {
        Limit limit = new Limit(STEPS_MAX);
        List<Finding> found = new ArrayList<>(Unused.in(file));
        for (ScenarioDeclaration scenario : Declarations.scenarios(file)) {
            found.addAll(of(scenario, limit));
        }
        return found;
    }

    private static List<Finding> of(ScenarioDeclaration scenario, Limit limit) {
        ScenarioUse use = new ScenarioUse(scenario);
        Takes takes = new Takes();
        List<Finding> found = new ArrayList<>();
        for (ThreadDeclaration thread : Declarations.threads(scenario)) {
            if (thread.getBody() != null && thread.getName() != null) {
                walk(thread, use, takes, limit, found);
            }
        }
        MachineFacts machine = MachineFacts.of(scenario);
        found.addAll(new Pairs(takes, use, machine.cpus().orElse(1) == 1).find());
        Expected expected = new Expected(scenario);
        found.removeIf(expected::covers);
        return found;
    }

    private static void walk(ThreadDeclaration thread, ScenarioUse use, Takes takes, Limit limit, List<Finding> found) {
        int elements = Arrays.elements(thread);
        boolean each = elements > 1 && elements <= ELEMENTS_MAX && asksForIndex(thread, new HashSet<>());
        Set<String> known = new HashSet<>();
        for (int element = 0; element < (each ? elements : 1); element++) {
            Findings findings = new Findings(thread);
            boolean stays = !thread.isUser() && !ThreadFacts.isTemplate(thread) && !use.movesThreads();
            OptionalLong index = each || elements == 1 && Arrays.size(thread) != null
                    ? OptionalLong.of(element)
                    : OptionalLong.empty();
            new BodyWalk(thread, index, use, takes, findings, limit.part(BODY_STEPS_MAX)).walk(thread, stays);
            for (Finding finding : findings.list()) {
                if (known.add(finding.code() + System.identityHashCode(finding.place()))) {
                    found.add(finding);
                }
            }
        }
    }

    private static boolean asksForIndex(EObject body, Set<ProcedureDeclaration> seen) {
        if (!EcoreUtil2.eAllOfType(body, IndexValue.class).isEmpty()) {
            return true;
        }
        for (Invocation call : EcoreUtil2.eAllOfType(body, Invocation.class)) {
            ProcedureDeclaration procedure = Procedures.procedureOf(call);
            if (procedure != null && seen.add(procedure) && asksForIndex(procedure, seen)) {
                return true;
            }
        }
        return false;
    }
}
