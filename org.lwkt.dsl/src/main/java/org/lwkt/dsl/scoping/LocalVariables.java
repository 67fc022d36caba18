// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.scoping;

import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.impl.AbstractScope;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.Variables;

/** The variables of one block as far as a place behind them knows them; they hide what is known outside. */
final class LocalVariables extends AbstractScope {
    private final Map<String, VariableDeclaration> variables;
    private final EObject place;

    LocalVariables(IScope outer, Map<String, VariableDeclaration> variables, EObject place) {
        super(outer, false);
        this.variables = variables;
        this.place = place;
    }

    @Override
    protected Iterable<IEObjectDescription> getAllLocalElements() {
        return variables.entrySet().stream()
                .filter(it -> Variables.isBefore(it.getValue(), place))
                .map(it -> EObjectDescription.create(it.getKey(), it.getValue()))
                .toList();
    }

    @Override
    protected Iterable<IEObjectDescription> getLocalElementsByName(QualifiedName name) {
        VariableDeclaration variable = variables.get(name.toString());
        return variable == null || !Variables.isBefore(variable, place)
                ? List.of()
                : List.of(EObjectDescription.create(name, variable));
    }
}
