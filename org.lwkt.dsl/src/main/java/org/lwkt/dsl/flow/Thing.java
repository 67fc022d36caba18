// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.PoolToken;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Kind;

/**
 * A token, lock or channel, or an element of an array of them.
 *
 * @param index of the element, or {@link #NO_ARRAY}
 * @param unknown the statement that names it, where the element is known only when the body runs; it is none but itself
 */
record Thing(EObject declaration, long index, EObject unknown) {
    static final long NO_ARRAY = -1;

    static Thing of(EObject declaration) {
        return new Thing(declaration, NO_ARRAY, null);
    }

    Kind kind() {
        return Kind.of(declaration).orElseThrow();
    }

    String title() {
        String name = Declarations.nameOf(declaration);
        return "'" + (index == NO_ARRAY ? name : name + "[" + index + "]") + "'";
    }

    /** Whether the two can be one: a pool token is where its address hashes to. */
    boolean mayBe(Thing other) {
        if (equals(other)) {
            return true;
        }
        if (declaration instanceof PoolToken && other.declaration instanceof PoolToken) {
            return true;
        }
        return declaration == other.declaration && (unknown != null || other.unknown != null);
    }
}
