// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.OnCpu;
import org.lwkt.dsl.lwkt.PortDeclaration;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Errno;
import org.lwkt.dsl.model.Kind;

/** A name that nothing has: says what kind of thing was looked for and where, and which names are near. */
public final class LinkingMessages extends LinkingDiagnosticMessageProvider {
    /** To look for near names costs time for each that is known, and after so many errors nobody reads what was found. */
    private static final int HINTS_MAX = 200;

    @Inject
    private IScopeProvider scopes;

    @Inject
    private Hints hints;

    @Override
    public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
        String name = context.getLinkText();
        EClass type = context.getReference().getEReferenceType();
        if (type == LwktPackage.eINSTANCE.getMachineDeclaration()) {
            LwktFile file = EcoreUtil2.getContainerOfType(context.getContext(), LwktFile.class);
            String here = file != null && file.getImports().isEmpty() ? "in this file" : "here";
            return unknown("no machine is called '" + name + "' " + here, context);
        }
        if (type == LwktPackage.eINSTANCE.getSweepParameter()) {
            return unknown("no parameter is called '" + name + "' in this scenario", context);
        }
        if (context.getReference() == LwktPackage.eINSTANCE.getName_Declaration()) {
            if (context.getContext().eContainer() instanceof Invocation) {
                return unknown(
                        "no procedure is called '" + name + "' here",
                        context,
                        () -> new Habits(hints.statementWords()).hint(name).text());
            }
            return isParameter(name, context)
                    ? unknown(
                            "no variable is called '" + name
                                    + "' here: it is a parameter, and parameters do not change",
                            context)
                    : unknown(
                            "no variable is called '" + name + "' here",
                            context,
                            () -> "; 'var " + name + " = …' declares one");
        }
        if (name.equals("any") && context.getContext().eContainer() instanceof OnCpu) {
            return unknown("nothing is called 'any' here", context, () -> "; write 'on any cpu'");
        }
        if (isOwnerOutside(context)) {
            return unknown(
                    "only a scenario has threads: a port that belongs to one is declared there, and not outside",
                    context);
        }
        Optional<Kind> wanted =
                context.getContext() instanceof Ref reference ? Kind.wantedAt(reference) : Optional.empty();
        return unknown(
                wanted.map(it -> "no " + it.noun() + " is called '" + name + "' in this " + around(context))
                        .orElse("nothing is called '" + name + "' here"),
                context);
    }

    private static boolean isParameter(String name, ILinkingDiagnosticContext context) {
        ProcedureDeclaration procedure = Declarations.procedureAround(context.getContext());
        return procedure != null && procedure.getParameters().stream().anyMatch(it -> name.equals(it.getName()));
    }

    /** Whether it is the thread of a port that is declared for all of a file. */
    private static boolean isOwnerOutside(ILinkingDiagnosticContext context) {
        return context.getContext().eContainer() instanceof PortDeclaration port
                && port.eContainer() instanceof LwktFile
                && port.getThread() == context.getContext();
    }

    private static String around(ILinkingDiagnosticContext context) {
        if (Declarations.scenarioOf(context.getContext()) != null) {
            return "scenario";
        }
        return Declarations.procedureAround(context.getContext()) == null ? "file" : "procedure";
    }

    private DiagnosticMessage unknown(String message, ILinkingDiagnosticContext context) {
        return unknown(message, context, () -> "");
    }

    /** @param otherwise what to say where no name is near */
    private DiagnosticMessage unknown(String message, ILinkingDiagnosticContext context, Supplier<String> otherwise) {
        Resource resource = context.getContext().eResource();
        boolean isRead = resource != null && resource.getErrors().size() < HINTS_MAX;
        Optional<String> nearest = isRead
                ? Nearest.to(context.getLinkText(), known(context.getContext(), context.getReference()))
                : Optional.empty();
        return new DiagnosticMessage(
                message + nearest.map(Nearest::hint).orElseGet(isRead ? otherwise : () -> ""),
                Severity.ERROR,
                IssueCodes.UNKNOWN_NAME,
                Replacement.data(nearest));
    }

    private List<String> known(EObject context, EReference reference) {
        List<String> names = new ArrayList<>();
        scopes.getScope(context, reference)
                .getAllElements()
                .forEach(it -> names.add(it.getName().toString()));
        if (context instanceof Ref value && Kind.wantedAt(value).isEmpty()) {
            Stream.of(Errno.values()).forEach(it -> names.add(it.name()));
        }
        return names;
    }
}
