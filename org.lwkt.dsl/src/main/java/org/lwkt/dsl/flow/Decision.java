// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/**
 * Which way a path took where both are possible.
 *
 * @param at where
 * @param way in words, such as "the condition in" that place "is false"
 * @param sources what decided
 * @param doubtful whether another decision may have settled this one, so that nobody may ever come along that way
 */
record Decision(EObject at, Way way, Set<Object> sources, boolean doubtful) {
    Decision(EObject at, Way way, Set<Object> sources) {
        this(at, way, sources, false);
    }

    Decision doubted(boolean doubt) {
        return doubt == doubtful ? this : new Decision(at, way, sources, doubt);
    }

    enum Way {
        TRUE,
        FALSE,
        BRANCH,
        TAKEN,
        REFUSED,
        TURNS,
        NO_TURNS
    }
}
