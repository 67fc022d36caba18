// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.scoping;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.Scopes;
import org.eclipse.xtext.scoping.impl.MultimapBasedScope;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.util.SimpleAttributeResolver;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.model.BlockVariables;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Kind;
import org.lwkt.dsl.model.Visible;

/** Of two declarations with one name the first is meant; the validator reports the second. */
public class LwktScopeProvider extends AbstractLwktScopeProvider {
    @Inject
    private IResourceScopeCache cache;

    @Override
    public IScope getScope(EObject context, EReference reference) {
        if (reference == LwktPackage.Literals.REF__SYMBOL) {
            return symbols(context);
        }
        if (reference == LwktPackage.Literals.ASSIGNMENT__VARIABLE) {
            return variables(context, IScope.NULLSCOPE);
        }
        if (reference.getEReferenceType() == LwktPackage.Literals.MACHINE_DECLARATION) {
            LwktFile file = EcoreUtil2.getContainerOfType(context, LwktFile.class);
            return scopeOf(file, "machines", () -> Visible.machines(file));
        }
        return super.getScope(context, reference);
    }

    /** Where no reference stands yet, anything may come. */
    private IScope symbols(EObject context) {
        ScenarioDeclaration scenario = Declarations.scenarioOf(context);
        Kind wanted =
                context instanceof Ref reference ? Kind.wantedAt(reference).orElse(null) : null;
        if (wanted == null) {
            return variables(context, scopeOf(scenario, "symbols", () -> symbols(scenario)));
        }
        return scopeOf(
                scenario,
                wanted,
                () -> symbols(scenario).stream()
                        .filter(it -> Kind.of(it).orElse(null) == wanted)
                        .toList());
    }

    /** A thread and a resource of one name: where a kind is wanted both are found, elsewhere the thread. */
    private static List<EObject> symbols(ScenarioDeclaration scenario) {
        List<EObject> symbols = new ArrayList<>(Declarations.threads(scenario));
        symbols.addAll(Visible.resources(scenario));
        return symbols;
    }

    private IScope variables(EObject place, IScope outer) {
        IScope scope = outer;
        for (Block block : BlockVariables.blocksAround(place).reversed()) {
            BlockVariables variables = BlockVariables.of(block, cache);
            if (!variables.isEmpty()) {
                scope = new LocalVariables(scope, variables, place);
            }
        }
        return scope;
    }

    private IScope scopeOf(EObject owner, Object what, Supplier<List<? extends EObject>> elements) {
        if (owner == null || owner.eResource() == null) {
            return IScope.NULLSCOPE;
        }
        // By name in a map: a scope that is a list is searched from its beginning for each reference.
        return cache.get(
                List.of(owner, what),
                owner.eResource(),
                () -> MultimapBasedScope.createScope(
                        IScope.NULLSCOPE,
                        Scopes.scopedElementsFor(
                                elements.get(), QualifiedName.wrapper(SimpleAttributeResolver.NAME_RESOLVER)),
                        false));
    }
}
