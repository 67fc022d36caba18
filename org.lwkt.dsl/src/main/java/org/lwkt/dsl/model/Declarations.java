// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.util.SimpleAttributeResolver;
import org.lwkt.dsl.lwkt.Assignment;
import org.lwkt.dsl.lwkt.Element;
import org.lwkt.dsl.lwkt.Expectation;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.Name;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.lwkt.WhenEvent;

/** The declarations of a file and of a scenario, by kind and in source order. */
public final class Declarations {
    private Declarations() {}

    public static List<MachineDeclaration> machines(LwktFile file) {
        return file == null ? List.of() : EcoreUtil2.typeSelect(file.getElements(), MachineDeclaration.class);
    }

    public static List<ScenarioDeclaration> scenarios(LwktFile file) {
        return file == null ? List.of() : EcoreUtil2.typeSelect(file.getElements(), ScenarioDeclaration.class);
    }

    public static List<ThreadDeclaration> threads(ScenarioDeclaration scenario) {
        return scenario == null ? List.of() : EcoreUtil2.typeSelect(scenario.getMembers(), ThreadDeclaration.class);
    }

    public static List<Expectation> expectations(ScenarioDeclaration scenario) {
        return scenario == null ? List.of() : EcoreUtil2.typeSelect(scenario.getMembers(), Expectation.class);
    }

    public static List<String> threadNames(ScenarioDeclaration scenario) {
        return threads(scenario).stream().map(ThreadDeclaration::getName).toList();
    }

    /** The scenario around {@code part}, or {@code null}. */
    public static ScenarioDeclaration scenarioOf(EObject part) {
        return EcoreUtil2.getContainerOfType(part, ScenarioDeclaration.class);
    }

    /** The thread around {@code part}, or {@code null}. */
    public static ThreadDeclaration threadOf(EObject part) {
        return EcoreUtil2.getContainerOfType(part, ThreadDeclaration.class);
    }

    /** The resources that are declared in the file outside of scenarios. */
    public static List<ResourceDeclaration> resources(LwktFile file) {
        return file == null ? List.of() : EcoreUtil2.typeSelect(file.getElements(), ResourceDeclaration.class);
    }

    public static List<ProcedureDeclaration> procedures(LwktFile file) {
        return file == null ? List.of() : EcoreUtil2.typeSelect(file.getElements(), ProcedureDeclaration.class);
    }

    /** The procedure around {@code part}, or {@code null}. */
    public static ProcedureDeclaration procedureAround(EObject part) {
        return EcoreUtil2.getContainerOfType(part, ProcedureDeclaration.class);
    }

    /** Whether somebody runs what {@code part} is part of: a thread, or whoever calls a procedure. */
    public static boolean isInBody(EObject part) {
        return threadOf(part) != null || procedureAround(part) != null;
    }

    /** Whether {@code part} belongs to what an event waits for. */
    public static boolean isInWhenCondition(EObject part) {
        WhenEvent event = EcoreUtil2.getContainerOfType(part, WhenEvent.class);
        return event != null && EcoreUtil.isAncestor(event.getCondition(), part);
    }

    /** What others see of the file that import it: whatever it declares but its scenarios. */
    public static List<Element> imported(LwktFile file) {
        return file.getElements().stream()
                .filter(it -> !(it instanceof ScenarioDeclaration))
                .toList();
    }

    /** The thread that is meant, or {@code null} where there is none of that name, or it is {@code self}. */
    public static ThreadDeclaration thread(Ref reference) {
        return symbol(reference) instanceof ThreadDeclaration thread ? thread : null;
    }

    /** The name of whatever has one. */
    public static String nameOf(EObject declaration) {
        return SimpleAttributeResolver.NAME_RESOLVER.apply(declaration);
    }

    /** What is meant, or {@code null} where nothing has that name. */
    public static EObject symbol(Ref reference) {
        EObject symbol = reference == null ? null : reference.getSymbol();
        return symbol == null || symbol.eIsProxy() ? null : symbol;
    }

    /** What the first word of a statement means, or {@code null} where nothing has that name. */
    public static EObject named(Name name) {
        EObject declaration = name == null ? null : name.getDeclaration();
        return declaration == null || declaration.eIsProxy() ? null : declaration;
    }

    /** The variable that is assigned to, or {@code null} where there is none of that name. */
    public static VariableDeclaration variableOf(Assignment assignment) {
        return named(assignment.getVariable()) instanceof VariableDeclaration variable ? variable : null;
    }
}
