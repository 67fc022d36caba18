// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.scoping;

import com.google.inject.Inject;
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
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.model.Declarations;

/** Of two declarations with one name the first is meant; the validator reports the second. */
public class LwktScopeProvider extends AbstractLwktScopeProvider {
    @Inject
    private IResourceScopeCache cache;

    @Override
    public IScope getScope(EObject context, EReference reference) {
        if (reference == LwktPackage.Literals.THREAD_REF__THREAD) {
            ScenarioDeclaration scenario = Declarations.scenarioOf(context);
            return scopeOf(scenario, () -> Declarations.threads(scenario));
        }
        if (reference == LwktPackage.Literals.SCENARIO_DECLARATION__MACHINE) {
            LwktFile file = EcoreUtil2.getContainerOfType(context, LwktFile.class);
            return scopeOf(file, () -> Declarations.machines(file));
        }
        return super.getScope(context, reference);
    }

    private IScope scopeOf(EObject owner, Supplier<List<? extends EObject>> elements) {
        if (owner == null || owner.eResource() == null) {
            return IScope.NULLSCOPE;
        }
        // By name in a map: a scope that is a list is searched from its beginning for each reference.
        return cache.get(
                owner,
                owner.eResource(),
                () -> MultimapBasedScope.createScope(
                        IScope.NULLSCOPE,
                        Scopes.scopedElementsFor(
                                elements.get(), QualifiedName.wrapper(SimpleAttributeResolver.NAME_RESOLVER)),
                        false));
    }
}
