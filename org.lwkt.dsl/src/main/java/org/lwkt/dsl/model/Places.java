// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Where something stands, in words for messages. */
public final class Places {
    private Places() {}

    /** {@code line 5}, with the file where {@code element} is in another one than {@code reader}. */
    public static String placeOf(EObject element, EObject reader) {
        String line = "line " + lineOf(element);
        return element.eResource() == reader.eResource() ? line : line + " of " + fileOf(element);
    }

    public static String fileOf(EObject element) {
        return URI.decode(EcoreUtil2.getPlatformResourceOrNormalizedURI(element)
                .trimFragment()
                .lastSegment());
    }

    public static int lineOf(EObject element) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
        return node == null ? 0 : node.getStartLine();
    }
}
