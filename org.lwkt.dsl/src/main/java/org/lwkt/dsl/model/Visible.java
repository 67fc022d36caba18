// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lwkt.dsl.imports.Imports;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.ResourceDeclaration;

/** What a place can name: the declarations of its own file, and those of the files that it imports. */
public final class Visible {
    private Visible() {}

    public static List<MachineDeclaration> machines(LwktFile file) {
        return of(file, Declarations::machines);
    }

    public static List<ResourceDeclaration> resources(LwktFile file) {
        return of(file, Declarations::resources);
    }

    public static List<ProcedureDeclaration> procedures(LwktFile file) {
        return of(file, Declarations::procedures);
    }

    /** What {@code kind} finds in the file, and then in each file that it imports. */
    public static <T> List<T> of(LwktFile file, Function<LwktFile, List<T>> kind) {
        List<T> found = new ArrayList<>(kind.apply(file));
        Imports.filesOf(file).forEach(it -> found.addAll(kind.apply(it)));
        return found;
    }
}
