// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.util.Triple;

/**
 * Remembers which references had an error. As soon as there is any error in a file, Xtext makes the message of each reference
 * that is right, only to find that there is nothing to take away; with the search for near names in it that takes a time that
 * is quadratic in the size of the file.
 */
public class LinkingResource extends LazyLinkingResource {
    /** Nobody reads more, and the search for near names takes its time. */
    private static final int ERRORS_MAX = 5_000;

    /** A part of the file that was parsed anew has nodes of its own, and those of before are gone. */
    private final Set<INode> wrong = Collections.newSetFromMap(new WeakHashMap<>());

    /** Xtext looks through all errors for the same one, which there is not before the reference has had one. */
    @Override
    protected void createAndAddDiagnostic(Triple<EObject, EReference, INode> reference) {
        if (!wrong.add(reference.getThird())) {
            super.createAndAddDiagnostic(reference);
        } else if (!isValidationDisabled() && getErrors().size() < ERRORS_MAX) {
            DiagnosticMessage message = createDiagnosticMessage(reference);
            if (message != null) {
                getDiagnosticList(message).add(createDiagnostic(reference, message));
            }
        }
    }

    @Override
    protected void removeDiagnostic(Triple<EObject, EReference, INode> reference) {
        if (wrong.remove(reference.getThird())) {
            super.removeDiagnostic(reference);
        }
    }
}
