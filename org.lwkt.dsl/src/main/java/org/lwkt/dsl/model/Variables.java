// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
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

    /** Whether the declaration stands completely before the part, which is somewhere in the block of the declaration. */
    public static boolean isBefore(VariableDeclaration variable, EObject part) {
        if (!(variable.eContainer() instanceof Block block)) {
            return false;
        }
        EObject statement = part;
        while (statement != null && statement.eContainer() != block) {
            statement = statement.eContainer();
        }
        return statement != null
                && block.getStatements().indexOf(variable)
                        < block.getStatements().indexOf(statement);
    }
}
