// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.scoping;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.impl.AbstractScope;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.BlockVariables;

/** The variables of one block as far as a place behind them knows them; they hide what is known outside. */
final class LocalVariables extends AbstractScope {
    private final BlockVariables variables;
    private final EObject place;

    LocalVariables(IScope outer, BlockVariables variables, EObject place) {
        super(outer, false);
        this.variables = variables;
        this.place = place;
    }

    @Override
    protected Iterable<IEObjectDescription> getAllLocalElements() {
        return variables.before(place).stream()
                .map(it -> EObjectDescription.create(it.getName(), it))
                .toList();
    }

    @Override
    protected Iterable<IEObjectDescription> getLocalElementsByName(QualifiedName name) {
        VariableDeclaration variable = variables.before(place, name.toString());
        return variable == null ? List.of() : List.of(EObjectDescription.create(name, variable));
    }
}
