// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.xtext.EcoreUtil2;
import org.lwkt.dsl.imports.Imports;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;

/** What a place can name: the declarations of its own file, and those of the files that it imports. */
public final class Visible {
    private Visible() {}

    public static List<MachineDeclaration> machines(LwktFile file) {
        return of(file, Declarations::machines);
    }

    /** The resources that bodies of the scenario can name: those of its file, its own, and the imported ones. */
    public static List<ResourceDeclaration> resources(ScenarioDeclaration scenario) {
        if (scenario == null) {
            return List.of();
        }
        LwktFile file = (LwktFile) scenario.eContainer();
        List<ResourceDeclaration> resources = new ArrayList<>(Declarations.resources(file));
        resources.addAll(EcoreUtil2.typeSelect(scenario.getMembers(), ResourceDeclaration.class));
        Imports.filesOf(file).forEach(it -> resources.addAll(Declarations.resources(it)));
        return resources;
    }

    /** What {@code kind} finds in the file, and then in each file that it imports. */
    public static <T> List<T> of(LwktFile file, Function<LwktFile, List<T>> kind) {
        List<T> found = new ArrayList<>(kind.apply(file));
        Imports.filesOf(file).forEach(it -> found.addAll(kind.apply(it)));
        return found;
    }
}
