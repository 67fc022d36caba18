// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.LineAndColumn;
import org.lwkt.dsl.imports.FileNames;
import org.lwkt.runtime.source.SourcePosition;

/** Places in a file and in those that it imports, in lines and columns from 1. */
final class Positions {
    private final Resource file;
    private final String fileName;

    /** @param fileName of {@code file}, as the user calls it; imported files are named as seen from there */
    Positions(Resource file, String fileName) {
        this.file = file;
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    /** Where the element begins. */
    SourcePosition of(EObject element) {
        return of(NodeModelUtils.findActualNodeFor(element), nameOf(element));
    }

    /** Where a part of the element, such as its name, begins. */
    SourcePosition of(EObject element, EStructuralFeature feature) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
        return nodes.isEmpty() ? of(element) : of(nodes.get(0), nameOf(element));
    }

    private static SourcePosition of(INode node, String name) {
        if (node == null) {
            return new SourcePosition(name, 0, 0);
        }
        LineAndColumn place = NodeModelUtils.getLineAndColumn(node, node.getOffset());
        return new SourcePosition(name, place.getLine(), place.getColumn());
    }

    private String nameOf(EObject element) {
        Resource other = element.eResource();
        return other == null || other == file ? fileName : FileNames.of(other.getURI(), file.getURI(), fileName);
    }
}
