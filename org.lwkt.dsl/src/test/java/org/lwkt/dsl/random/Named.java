// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import org.lwkt.dsl.model.Kind;

/**
 * What a name stands for.
 *
 * @param kind of values; none of a fraction, which is a parameter of a scenario
 * @param sort what a declaration says besides, such as {@code interrupt} of a thread; may be empty
 * @param elements of an array, as a text; none of what is no array
 */
record Named(String name, Kind kind, String sort, String elements) {
    Named(String name, Kind kind) {
        this(name, kind, "", null);
    }

    boolean isArray() {
        return elements != null;
    }
}
