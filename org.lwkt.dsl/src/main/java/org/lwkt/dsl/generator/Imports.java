// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.util.List;
import java.util.TreeSet;

/** The imports of a generated class, as they come into use. */
final class Imports {
    private final TreeSet<String> types = new TreeSet<>();
    private final TreeSet<String> constants = new TreeSet<>();

    /** The simple name of the type. */
    String use(Class<?> type) {
        types.add(type.getName());
        return type.getSimpleName();
    }

    /** The simple name of the constant, imported by itself. */
    String use(Enum<?> constant) {
        constants.add(constant.getDeclaringClass().getName() + "." + constant.name());
        return constant.name();
    }

    /** {@code Type.NAME}. */
    String qualified(Enum<?> constant) {
        return use(constant.getDeclaringClass()) + "." + constant.name();
    }

    List<String> types() {
        return List.copyOf(types);
    }

    List<String> constants() {
        return List.copyOf(constants);
    }
}
