// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

/** One command keeps the kernel busy without end; it is stopped as the recorder of the vectors stops it. */
final class Livelock extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Livelock() {
        super("livelock", null, false, false);
    }
}
