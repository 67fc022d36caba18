// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.VariableDeclaration;

/** Where variables are known: behind their declaration, to the end of its block. */
public final class Variables {
    private Variables() {}

    /** The blocks around a part of a body, the innermost first. */
    public static List<Block> blocksAround(EObject part) {
        List<Block> blocks = new ArrayList<>();
        for (EObject it = part; it != null; it = it.eContainer()) {
            if (it instanceof Block block) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    /** Those that are declared in the block itself. */
    public static List<VariableDeclaration> of(Block block) {
        return EcoreUtil2.typeSelect(block.getStatements(), VariableDeclaration.class);
    }

    /** Whether the declaration stands completely before the part. */
    public static boolean isBefore(VariableDeclaration variable, EObject part) {
        INode declaration = NodeModelUtils.findActualNodeFor(variable);
        INode user = NodeModelUtils.findActualNodeFor(part);
        return declaration != null && user != null && declaration.getTotalEndOffset() <= user.getOffset();
    }
}
