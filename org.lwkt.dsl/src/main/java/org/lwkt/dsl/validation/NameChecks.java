// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.BlockVariables;
import org.lwkt.dsl.model.Declarations;

/** Names and what they are given to: duplicates, what is declared and not used, what is empty. */
public class NameChecks extends Checks {
    @Inject
    private IResourceScopeCache cache;

    @Check
    public void namesAreUniqueInTheFile(LwktFile file) {
        checkUnique(
                Declarations.machines(file),
                MachineDeclaration::getName,
                LwktPackage.eINSTANCE.getElement_Name(),
                name -> "machine '" + name + "'",
                IssueCodes.DUPLICATE_MACHINE);
        checkUnique(
                Declarations.scenarios(file),
                ScenarioDeclaration::getName,
                LwktPackage.eINSTANCE.getElement_Name(),
                name -> "scenario \"" + name + "\"",
                IssueCodes.DUPLICATE_SCENARIO);
        checkUnique(
                Declarations.resources(file),
                ResourceDeclaration::getName,
                LwktPackage.eINSTANCE.getElement_Name(),
                name -> "'" + name + "'",
                IssueCodes.DUPLICATE_RESOURCE);
        checkUnique(
                Declarations.procedures(file),
                ProcedureDeclaration::getName,
                LwktPackage.eINSTANCE.getElement_Name(),
                name -> "procedure '" + name + "'",
                IssueCodes.DUPLICATE_PROCEDURE);
    }

    @Check
    public void namesAreUniqueInTheScenario(ScenarioDeclaration scenario) {
        checkUnique(
                Declarations.threads(scenario),
                ThreadDeclaration::getName,
                LwktPackage.eINSTANCE.getThreadDeclaration_Name(),
                name -> "thread '" + name + "'",
                IssueCodes.DUPLICATE_THREAD);
        Map<String, ResourceDeclaration> outside = resourcesOutside(scenario);
        List<ResourceDeclaration> own = EcoreUtil2.typeSelect(scenario.getMembers(), ResourceDeclaration.class);
        List<ResourceDeclaration> known = new ArrayList<>();
        own.forEach(it -> Optional.ofNullable(outside.get(it.getName())).ifPresent(known::add));
        known.addAll(own);
        checkUnique(
                known,
                ResourceDeclaration::getName,
                LwktPackage.eINSTANCE.getElement_Name(),
                name -> "'" + name + "'",
                IssueCodes.DUPLICATE_RESOURCE);
    }

    /** One of each name of the file: those that are twice there are reported there. */
    private Map<String, ResourceDeclaration> resourcesOutside(ScenarioDeclaration scenario) {
        LwktFile file = (LwktFile) scenario.eContainer();
        return cache.get(List.of(file, "resources outside of scenarios"), file.eResource(), () -> {
            Map<String, ResourceDeclaration> outside = new LinkedHashMap<>();
            Declarations.resources(file).forEach(it -> outside.putIfAbsent(it.getName(), it));
            return outside;
        });
    }

    /** One name, one meaning: a variable hides nothing. */
    @Check
    public void variablesHaveNamesOfTheirOwn(VariableDeclaration variable) {
        if (variable.getName() == null) {
            return;
        }
        for (Block block : BlockVariables.blocksAround(variable)) {
            VariableDeclaration other = BlockVariables.of(block, cache).before(variable, variable.getName());
            if (other != null) {
                error(
                        "variable '" + variable.getName() + "' is declared twice: the first is in line "
                                + lineOf(other),
                        LwktPackage.eINSTANCE.getVariableDeclaration_Name(),
                        IssueCodes.DUPLICATE_VARIABLE);
                return;
            }
        }
    }

    @Check
    public void theFileSaysSomething(LwktFile file) {
        if (file.getElements().isEmpty()) {
            warning("this file declares no scenario", file, null, IssueCodes.EMPTY_FILE);
        }
    }

    @Check
    public void thePackageIsOneOfJava(LwktFile file) {
        String name = file.getPackageName();
        if (name != null && !SourceVersion.isName(name, SourceVersion.RELEASE_21)) {
            error(
                    "'" + name + "' cannot be the package of the generated Java: a part of it is a word of Java",
                    LwktPackage.eINSTANCE.getLwktFile_PackageName(),
                    IssueCodes.PACKAGE_NAME);
        }
    }

    /** A file of machines alone is there for others. */
    @Check
    public void machinesAreUsed(LwktFile file) {
        List<ScenarioDeclaration> scenarios = Declarations.scenarios(file);
        Set<String> used = new HashSet<>();
        for (ScenarioDeclaration scenario : scenarios) {
            if (scenario.getMachine() != null) {
                if (scenario.getMachine().eIsProxy()) {
                    // Which one was meant is not known.
                    return;
                }
                used.add(scenario.getMachine().getName());
            }
        }
        for (MachineDeclaration machine : Declarations.machines(file)) {
            if (machine.getBase() != null && machine.getBase().getName() != null) {
                used.add(machine.getBase().getName());
            }
        }
        for (MachineDeclaration machine : Declarations.machines(file)) {
            if (!scenarios.isEmpty() && !used.contains(machine.getName()) && machine.getName() != null) {
                warning(
                        "machine '" + machine.getName() + "' is not used: no scenario says 'on " + machine.getName()
                                + "'",
                        machine,
                        LwktPackage.eINSTANCE.getElement_Name(),
                        IssueCodes.UNUSED_MACHINE);
            }
        }
    }

    @Check
    public void theScenarioHasAName(ScenarioDeclaration scenario) {
        if (scenario.getName() != null && scenario.getName().isBlank()) {
            error(
                    "a scenario needs a name, such as \"the interrupt preempts\"",
                    LwktPackage.eINSTANCE.getElement_Name(),
                    IssueCodes.SCENARIO_NAME);
        }
    }

    @Check
    public void theScenarioHasAThread(ScenarioDeclaration scenario) {
        if (scenario.getName() != null && Declarations.threads(scenario).isEmpty()) {
            warning(
                    "this scenario has no thread: nothing happens in it",
                    LwktPackage.eINSTANCE.getElement_Name(),
                    IssueCodes.EMPTY_SCENARIO);
        }
    }
}
