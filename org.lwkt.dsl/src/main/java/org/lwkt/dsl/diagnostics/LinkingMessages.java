// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Kind;

/** A name that nothing has: says what kind of thing was looked for and where, and which names are near. */
public final class LinkingMessages extends LinkingDiagnosticMessageProvider {
    @Inject
    private IScopeProvider scopes;

    @Override
    public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
        String name = context.getLinkText();
        EClass type = context.getReference().getEReferenceType();
        if (type == LwktPackage.Literals.MACHINE_DECLARATION) {
            LwktFile file = EcoreUtil2.getContainerOfType(context.getContext(), LwktFile.class);
            return unknown(
                    "no machine is called '" + name + "' in this file",
                    name,
                    Declarations.machines(file).stream()
                            .map(MachineDeclaration::getName)
                            .toList());
        }
        List<String> names = known(context.getContext(), context.getReference());
        if (type == LwktPackage.Literals.VARIABLE_DECLARATION) {
            return unknown("no variable is called '" + name + "' here", name, names);
        }
        Optional<Kind> wanted =
                context.getContext() instanceof Ref reference ? Kind.wantedAt(reference) : Optional.empty();
        return unknown(
                wanted.map(it -> "no " + it.noun() + " is called '" + name + "' in this scenario")
                        .orElse("nothing is called '" + name + "' here"),
                name,
                names);
    }

    private List<String> known(EObject context, EReference reference) {
        List<String> names = new ArrayList<>();
        scopes.getScope(context, reference)
                .getAllElements()
                .forEach(it -> names.add(it.getName().toString()));
        return names;
    }

    private static DiagnosticMessage unknown(String message, String name, List<String> names) {
        List<String> known =
                names.stream().filter(it -> it != null && !it.isEmpty()).toList();
        String hint = Nearest.hint(name, known);
        String[] nearest = Nearest.to(name, known).stream().toArray(String[]::new);
        return new DiagnosticMessage(message + hint, Severity.ERROR, IssueCodes.UNKNOWN_NAME, nearest);
    }
}
