// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.AnsweringCall;
import org.lwkt.dsl.lwkt.Assignment;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.GetPort;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.lwkt.WaitPort;

/** The variables of a body that are given messages, at their declaration or behind it: one that begins as none may be one. */
public final class MessageVariables {
    private final Set<VariableDeclaration> found = new HashSet<>();
    private final Deque<VariableDeclaration> open = new ArrayDeque<>();
    private final Map<EObject, List<VariableDeclaration>> copies = new HashMap<>();

    private MessageVariables() {}

    public static Set<VariableDeclaration> in(Block body) {
        MessageVariables variables = new MessageVariables();
        for (TreeIterator<EObject> parts = body.eAllContents(); parts.hasNext(); ) {
            switch (parts.next()) {
                case VariableDeclaration it -> variables.given(it, it.getCall(), it.getValue());
                case Assignment it -> variables.given(Declarations.variableOf(it), it.getCall(), it.getValue());
                default -> {}
            }
        }
        while (!variables.open.isEmpty()) {
            variables.copies.getOrDefault(variables.open.poll(), List.of()).forEach(variables::add);
        }
        return variables.found;
    }

    private void given(VariableDeclaration variable, AnsweringCall call, Expression value) {
        if (variable == null) {
            return;
        }
        EObject named = value instanceof Ref reference ? Declarations.symbol(reference) : null;
        if (named instanceof VariableDeclaration) {
            copies.computeIfAbsent(named, it -> new ArrayList<>()).add(variable);
        } else if (call instanceof GetPort
                || call instanceof WaitPort
                || Kind.of(named).equals(Optional.of(Kind.MESSAGE))) {
            add(variable);
        }
    }

    private void add(VariableDeclaration variable) {
        if (found.add(variable)) {
            open.add(variable);
        }
    }
}
