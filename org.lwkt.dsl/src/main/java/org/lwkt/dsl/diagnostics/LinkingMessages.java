// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.model.Declarations;

/** A name that nothing has: says what kind of thing was looked for and where, and which names are near. */
public final class LinkingMessages extends LinkingDiagnosticMessageProvider {
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
        ScenarioDeclaration scenario = EcoreUtil2.getContainerOfType(context.getContext(), ScenarioDeclaration.class);
        return unknown("no thread is called '" + name + "' in this scenario", name, Declarations.threadNames(scenario));
    }

    private static DiagnosticMessage unknown(String message, String name, List<String> names) {
        List<String> known =
                names.stream().filter(it -> it != null && !it.isEmpty()).toList();
        String hint = Nearest.hint(name, known);
        String[] nearest = Nearest.to(name, known).stream().toArray(String[]::new);
        return new DiagnosticMessage(message + hint, Severity.ERROR, IssueCodes.UNKNOWN_NAME, nearest);
    }
}
