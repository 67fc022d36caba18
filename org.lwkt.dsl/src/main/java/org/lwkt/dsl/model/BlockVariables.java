// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.VariableDeclaration;

/**
 * The variables that a block declares itself, each known behind its declaration, to the end of the block. Of several with one
 * name only the first counts. Made once for a block, as a block may hold many thousands of statements.
 */
public final class BlockVariables {
    private final Map<String, VariableDeclaration> byName = new LinkedHashMap<>();
    private final Map<Statement, Integer> places = new IdentityHashMap<>();
    private final Block block;

    /** Those of the block in the present state of its file. */
    public static BlockVariables of(Block block, IResourceScopeCache cache) {
        return cache.get(List.of(block, BlockVariables.class), block.eResource(), () -> new BlockVariables(block));
    }

    private BlockVariables(Block block) {
        this.block = block;
        for (Statement statement : block.getStatements()) {
            places.put(statement, places.size());
            if (statement instanceof VariableDeclaration variable && variable.getName() != null) {
                byName.putIfAbsent(variable.getName(), variable);
            }
        }
    }

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

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** The variable that {@code part}, somewhere in the block, knows by this name, or {@code null}. */
    public VariableDeclaration before(EObject part, String name) {
        VariableDeclaration variable = byName.get(name);
        return variable != null && places.get(variable) < placeOf(part) ? variable : null;
    }

    /** All variables that {@code part}, somewhere in the block, knows. */
    public List<VariableDeclaration> before(EObject part) {
        int place = placeOf(part);
        return byName.values().stream().filter(it -> places.get(it) < place).toList();
    }

    private int placeOf(EObject part) {
        EObject statement = part;
        while (statement != null && statement.eContainer() != block) {
            statement = statement.eContainer();
        }
        return statement == null ? -1 : places.getOrDefault(statement, -1);
    }
}
