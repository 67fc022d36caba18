// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

/** A number with its noun. */
final class Counted {
    private Counted() {}

    static String of(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
