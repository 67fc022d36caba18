// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.ThreadDeclaration;

/**
 * Something that a body does and should not.
 *
 * @param code one of {@link org.lwkt.dsl.diagnostics.IssueCodes}
 * @param certain whether it comes to that in each run that gets there; else on some path, or with other threads in the way
 * @param thread whose body it is; {@code null} of what is in no body
 * @param place a statement, the block that ends, or what is declared
 */
public record Finding(
        String code, Outcome outcome, boolean certain, ThreadDeclaration thread, EObject place, String message) {}
