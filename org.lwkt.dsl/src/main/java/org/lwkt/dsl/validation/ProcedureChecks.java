// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Parameter;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Handlers;
import org.lwkt.dsl.model.MachineFacts;
import org.lwkt.dsl.model.ProcedureFacts;
import org.lwkt.dsl.model.Procedures;
import org.lwkt.dsl.parser.ParserGuard;

/** Procedures and what their calls come to: the body stands in place of each call. */
public class ProcedureChecks extends Checks {
    /** So many statements take a second to lower, and nobody writes them. */
    static final int STATEMENTS_MAX = 100_000;

    private static final int NAMES_SHOWN = 6;

    @Check
    public void proceduresDoNotCallThemselves(LwktFile file) {
        Procedures.around(file).circles().forEach((call, names) -> {
            if (call.eResource() == file.eResource()) {
                error(
                        "procedure '" + names.getLast() + "' calls itself"
                                + (names.size() > 2 ? ": " + way(names) : "")
                                + "; a procedure is no function that is called, its body stands in place of each call",
                        call,
                        LwktPackage.eINSTANCE.getInvocation_Procedure(),
                        IssueCodes.RECURSION);
            }
        });
    }

    private static String way(List<String> names) {
        if (names.size() <= NAMES_SHOWN) {
            return String.join(" -> ", names);
        }
        List<String> shown = new ArrayList<>(names.subList(0, NAMES_SHOWN - 2));
        shown.add("...");
        shown.add(names.getLast());
        return String.join(" -> ", shown);
    }

    /** Procedures that call each other twice, and those that call them twice, would soon fill the memory. */
    @Check
    public void bodiesAreNotTooLarge(ThreadDeclaration thread) {
        Procedures procedures = Procedures.around(thread);
        long statements = 0;
        for (Invocation call : callsIn(thread.getBody())) {
            ProcedureFacts facts = procedures.factsOf(call);
            statements += facts.statements();
            if (statements > STATEMENTS_MAX) {
                error(
                        "with this call the body of '" + thread.getName() + "' has more than " + STATEMENTS_MAX
                                + " statements, those of procedures included",
                        call,
                        LwktPackage.eINSTANCE.getInvocation_Procedure(),
                        IssueCodes.TOO_COMPLEX);
                return;
            }
            if (levelOf(call) + facts.levels() > ParserGuard.NESTING_MAX) {
                error(
                        "with this call the blocks of '" + thread.getName() + "' are nested more than "
                                + ParserGuard.NESTING_MAX + " levels deep, those of procedures included",
                        call,
                        LwktPackage.eINSTANCE.getInvocation_Procedure(),
                        IssueCodes.TOO_COMPLEX);
                return;
            }
        }
    }

    private static int levelOf(EObject part) {
        int level = 0;
        for (EObject it = part; it != null; it = it.eContainer()) {
            level += it instanceof Block ? 1 : 0;
        }
        return level;
    }

    @Check
    public void onlyInterruptThreadsCallWhatWaits(ThreadDeclaration thread) {
        if (thread.isInterrupt()) {
            return;
        }
        Procedures procedures = Procedures.around(thread);
        for (Invocation call : callsIn(thread.getBody())) {
            EObject wait = procedures.factsOf(call).interruptWait();
            if (wait != null && Handlers.around(call) == null) {
                error(
                        "only an interrupt thread can wait for interrupts, as " + called(call) + " does in "
                                + placeOf(wait, call) + ", and '" + thread.getName() + "' is none",
                        call,
                        LwktPackage.eINSTANCE.getInvocation_Procedure(),
                        IssueCodes.WAIT_OUTSIDE_INTERRUPT_THREAD);
            }
        }
    }

    @Check
    public void theMachineHasTheCpusOfProcedures(ThreadDeclaration thread) {
        MachineFacts machine = MachineFacts.of(Declarations.scenarioOf(thread));
        OptionalLong cpus = machine.cpus();
        Procedures procedures = Procedures.around(thread);
        for (Invocation call : callsIn(thread.getBody())) {
            ProcedureFacts facts = procedures.factsOf(call);
            if (cpus.isPresent() && facts.cpu() >= cpus.getAsLong()) {
                error(
                        "there is no cpu " + facts.cpu() + " for " + called(call) + ", "
                                + placeOf(facts.highestCpu(), call)
                                + ": " + machine.title() + " has "
                                + (cpus.getAsLong() == 1 ? "one CPU, 0" : "the CPUs 0 .. " + (cpus.getAsLong() - 1)),
                        call,
                        LwktPackage.eINSTANCE.getInvocation_Procedure(),
                        IssueCodes.CPU_RANGE);
            }
        }
    }

    @Check
    public void parametersHaveNamesOfTheirOwn(ProcedureDeclaration procedure) {
        checkUnique(
                procedure.getParameters(),
                Parameter::getName,
                LwktPackage.eINSTANCE.getParameter_Name(),
                name -> "parameter '" + name + "'",
                IssueCodes.DUPLICATE_PARAMETER);
        Set<String> names = new HashSet<>();
        procedure.getParameters().forEach(it -> names.add(it.getName()));
        for (VariableDeclaration variable : EcoreUtil2.eAllOfType(procedure, VariableDeclaration.class)) {
            if (variable.getName() != null && names.contains(variable.getName())) {
                error(
                        "'" + variable.getName() + "' is a parameter of this procedure already",
                        variable,
                        LwktPackage.eINSTANCE.getVariableDeclaration_Name(),
                        IssueCodes.DUPLICATE_PARAMETER);
            }
        }
    }

    /** A file of procedures alone is there for others. */
    @Check
    public void proceduresAreUsed(LwktFile file) {
        if (Declarations.scenarios(file).isEmpty()) {
            return;
        }
        Set<String> used = new HashSet<>();
        for (Invocation call : EcoreUtil2.eAllOfType(file, Invocation.class)) {
            ProcedureDeclaration procedure = Procedures.procedureOf(call);
            if (procedure == null) {
                // Which one was meant is not known.
                return;
            }
            used.add(procedure.getName());
        }
        for (ProcedureDeclaration procedure : Declarations.procedures(file)) {
            if (procedure.getName() != null && !used.contains(procedure.getName())) {
                warning(
                        "procedure '" + procedure.getName() + "' is not used: nobody calls it",
                        procedure,
                        LwktPackage.eINSTANCE.getElement_Name(),
                        IssueCodes.UNUSED_PROCEDURE);
            }
        }
    }

    private static List<Invocation> callsIn(Block body) {
        return body == null ? List.of() : EcoreUtil2.eAllOfType(body, Invocation.class);
    }

    private static String called(Invocation call) {
        return "procedure '" + Procedures.procedureOf(call).getName() + "'";
    }
}
