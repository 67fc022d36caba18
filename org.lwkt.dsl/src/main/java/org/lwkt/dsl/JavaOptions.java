// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import java.util.Optional;

/**
 * What Java to generate.
 *
 * @param packageName of all classes, empty text for none; absent: what the file says
 * @param junit whether there is a JUnit class for each scenario besides
 */
public record JavaOptions(Optional<String> packageName, boolean junit) {
    /** The package that the file says, and no tests. */
    public static final JavaOptions DEFAULT = new JavaOptions(Optional.empty(), false);
}
