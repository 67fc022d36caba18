// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.LineAndColumn;
import org.lwkt.runtime.source.SourcePosition;

/** Places in one file, in lines and columns from 1. */
final class Positions {
    private final String fileName;

    Positions(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    /** Where the element begins. */
    SourcePosition of(EObject element) {
        return of(NodeModelUtils.findActualNodeFor(element));
    }

    /** Where a part of the element, such as its name, begins. */
    SourcePosition of(EObject element, EStructuralFeature feature) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
        return nodes.isEmpty() ? of(element) : of(nodes.get(0));
    }

    private SourcePosition of(INode node) {
        if (node == null) {
            return new SourcePosition(fileName, 0, 0);
        }
        LineAndColumn place = NodeModelUtils.getLineAndColumn(node, node.getOffset());
        return new SourcePosition(fileName, place.getLine(), place.getColumn());
    }
}
