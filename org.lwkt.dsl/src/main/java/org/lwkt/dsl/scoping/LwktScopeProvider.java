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
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Name;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
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
        if (reference == LwktPackage.eINSTANCE.getRef_Symbol()) {
            return symbols(context);
        }
        if (reference == LwktPackage.eINSTANCE.getName_Declaration()) {
            LwktFile file = EcoreUtil2.getContainerOfType(context, LwktFile.class);
            IScope procedures = scopeOf(file, "procedures", IScope.NULLSCOPE, () -> Visible.procedures(file));
            if (!(context instanceof Name)) {
                // Nothing stands there yet.
                return variables(context, procedures);
            }
            return context.eContainer() instanceof Invocation ? procedures : variables(context, IScope.NULLSCOPE);
        }
        if (reference.getEReferenceType() == LwktPackage.eINSTANCE.getMachineDeclaration()) {
            LwktFile file = EcoreUtil2.getContainerOfType(context, LwktFile.class);
            return scopeOf(file, "machines", IScope.NULLSCOPE, () -> Visible.machines(file));
        }
        if (reference.getEReferenceType() == LwktPackage.eINSTANCE.getSweepParameter()) {
            ScenarioDeclaration scenario = Declarations.scenarioOf(context);
            return scopeOf(scenario, "parameters", IScope.NULLSCOPE, () -> scenario.getParameters());
        }
        return super.getScope(context, reference);
    }

    /** Where no reference stands yet, anything may come. */
    private IScope symbols(EObject context) {
        Kind wanted =
                context instanceof Ref reference ? Kind.wantedAt(reference).orElse(null) : null;
        IScope declared = declared(context, wanted);
        // What a variable is becomes known only later.
        return wanted == null || wanted.isAnswered() ? variables(context, declared) : declared;
    }

    /**
     * What is declared in the scenario or procedure hides what is declared around it. A thread and a resource of one name: where
     * a kind is wanted both are found, elsewhere the thread. What is declared for the file knows what the file knows.
     */
    private IScope declared(EObject context, Kind wanted) {
        EObject owner = Declarations.procedureAround(context);
        if (owner == null) {
            owner = Declarations.scenarioOf(context);
        }
        EObject around = owner;
        LwktFile file = EcoreUtil2.getContainerOfType(context, LwktFile.class);
        Object what = wanted == null ? "symbols" : wanted;
        IScope resources = scopeOf(file, what, IScope.NULLSCOPE, () -> ofKind(Visible.resources(file), wanted));
        return owner == null ? resources : scopeOf(around, what, resources, () -> ofKind(ownSymbols(around), wanted));
    }

    private static List<EObject> ownSymbols(EObject owner) {
        if (owner instanceof ProcedureDeclaration procedure) {
            return new ArrayList<>(procedure.getParameters());
        }
        ScenarioDeclaration scenario = (ScenarioDeclaration) owner;
        List<EObject> symbols = new ArrayList<>(Declarations.threads(scenario));
        symbols.addAll(EcoreUtil2.typeSelect(scenario.getMembers(), ResourceDeclaration.class));
        symbols.addAll(scenario.getParameters());
        return symbols;
    }

    private static List<? extends EObject> ofKind(List<? extends EObject> symbols, Kind wanted) {
        return wanted == null
                ? symbols
                : symbols.stream()
                        .filter(it -> Kind.of(it).orElse(null) == wanted)
                        .toList();
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

    private IScope scopeOf(EObject owner, Object what, IScope outer, Supplier<List<? extends EObject>> elements) {
        if (owner == null || owner.eResource() == null) {
            return IScope.NULLSCOPE;
        }
        // By name in a map: a scope that is a list is searched from its beginning for each reference.
        return cache.get(
                List.of(owner, what),
                owner.eResource(),
                () -> MultimapBasedScope.createScope(
                        outer,
                        Scopes.scopedElementsFor(
                                elements.get(), QualifiedName.wrapper(SimpleAttributeResolver.NAME_RESOLVER)),
                        false));
    }
}
