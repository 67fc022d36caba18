// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.Expectation;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.Name;
import org.lwkt.dsl.lwkt.Parameter;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.ThreadFlagKind;
import org.lwkt.dsl.lwkt.ThreadQuestion;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Kind;
import org.lwkt.dsl.model.ThreadFacts;

/** What is declared and not used. A file without scenarios is there for others, and so is what it declares. */
final class Unused {
    private final Set<EObject> named = new HashSet<>();
    private final Set<EObject> driven = new HashSet<>();
    private final List<Finding> found = new ArrayList<>();

    private Unused() {}

    static List<Finding> in(LwktFile file) {
        Unused unused = new Unused();
        List<EObject> declarations = new ArrayList<>();
        boolean scenarios = !Declarations.scenarios(file).isEmpty();
        for (TreeIterator<EObject> parts = file.eAllContents(); parts.hasNext(); ) {
            EObject part = parts.next();
            unused.read(part);
            boolean outside = part instanceof ResourceDeclaration && part.eContainer() == file;
            if (!outside || scenarios) {
                declarations.add(part);
            }
        }
        declarations.forEach(unused::look);
        return unused.found;
    }

    private void read(EObject part) {
        for (EObject target : part.eCrossReferences()) {
            // Who only sets a variable does not use it.
            if (!(part instanceof Name && target instanceof VariableDeclaration)) {
                named.add(target);
            }
            if (target instanceof ThreadDeclaration
                    && !(part.eContainer() instanceof ThreadQuestion)
                    && EcoreUtil2.getContainerOfType(part, Expectation.class) == null) {
                driven.add(target);
            }
        }
    }

    private void look(EObject declaration) {
        switch (declaration) {
            case ResourceDeclaration it
            when !named.contains(it) ->
                add(
                        IssueCodes.UNUSED_RESOURCE,
                        it,
                        Kind.of(it).orElseThrow().noun() + " '" + it.getName() + "' is not used: nobody names it");
            case VariableDeclaration it
            when !named.contains(it) ->
                add(IssueCodes.UNUSED_VARIABLE, it, "variable '" + it.getName() + "' is not used: nobody reads it");
            case Parameter it
            when !named.contains(it) ->
                add(IssueCodes.UNUSED_PARAMETER, it, "parameter '" + it.getName() + "' is not used in its procedure");
            case ThreadDeclaration it
            when !driven.contains(it) && ThreadFacts.isTemplate(it) ->
                add(
                        IssueCodes.NEVER_RUNS,
                        it,
                        "there will never be such a thread: '" + it.getName()
                                + "' is a template, and nobody says 'create " + it.getName() + "'");
            case ThreadDeclaration it
            when !driven.contains(it) && ThreadFacts.has(it, ThreadFlagKind.NOSTART) ->
                add(
                        IssueCodes.NEVER_RUNS,
                        it,
                        "this thread never runs: it is 'nostart', and nobody says 'schedule " + it.getName() + "'");
            default -> {}
        }
    }

    private void add(String code, EObject declaration, String message) {
        found.add(new Finding(code, Outcome.NOTHING, true, null, declaration, message));
    }
}
