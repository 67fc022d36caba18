// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/** Declarations by the names of what they declare: an array by its own name, and by that of each of its elements. */
final class DeclaredNames<D> {
    private final Map<String, D> declarations = new HashMap<>();
    private final ToIntFunction<D> count;
    private final BiFunction<D, Integer, String> nameOf;

    /**
     * @param count of the elements
     * @param nameOf an element; of a declaration that is no array, its own name
     */
    DeclaredNames(ToIntFunction<D> count, BiFunction<D, Integer, String> nameOf) {
        this.count = count;
        this.nameOf = nameOf;
    }

    /** A declaration of nothing, an empty array, is not found again. */
    void add(String name, D declaration) {
        if (count.applyAsInt(declaration) > 0) {
            declarations.putIfAbsent(name, declaration);
        }
    }

    /** The time does not depend on the length of an array. */
    Optional<D> find(String name) {
        D whole = declarations.get(name);
        int bracket = name.lastIndexOf('[');
        if (whole != null || bracket < 0) {
            return Optional.ofNullable(whole);
        }
        return Optional.ofNullable(declarations.get(name.substring(0, bracket)))
                .filter(it -> isElement(it, name, bracket));
    }

    private boolean isElement(D declaration, String name, int bracket) {
        try {
            int index = Integer.parseInt(name, bracket + 1, name.length() - 1, 10);
            return index >= 0
                    && index < count.applyAsInt(declaration)
                    && nameOf.apply(declaration, index).equals(name);
        } catch (NumberFormatException | IndexOutOfBoundsException noIndex) {
            return false;
        }
    }
}
