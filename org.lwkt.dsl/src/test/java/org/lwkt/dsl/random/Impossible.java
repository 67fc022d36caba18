// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

/** What was begun cannot be written here, such as a reference where nothing of the kind is known. Another way is tried. */
final class Impossible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Impossible(String what) {
        super(what, null, false, false);
    }
}
