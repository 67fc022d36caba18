// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/**
 * A condition that is decided on a path.
 *
 * @param text the same for the same condition of the same variables
 * @param variables what it asks for
 */
record Condition(String text, Set<EObject> variables) {
    boolean uses(EObject variable) {
        return variables.contains(variable);
    }
}
