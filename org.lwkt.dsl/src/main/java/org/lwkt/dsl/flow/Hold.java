// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import org.lwkt.dsl.lwkt.Statement;

/**
 * One hold of a thing.
 *
 * @param at the statement that took it
 */
record Hold(Thing thing, boolean shared, Statement at) {
    boolean isSame(Hold other) {
        return shared == other.shared && thing.equals(other.thing);
    }
}
