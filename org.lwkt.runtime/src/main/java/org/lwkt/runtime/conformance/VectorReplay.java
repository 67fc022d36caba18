// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

/** Runs a vector's script and writes it with the state that the kernel produced, in the same format. */
public final class VectorReplay {
    private VectorReplay() {}

    /** The whole vector as this kernel makes it, each line ended by a newline. */
    public static String replay(Vector vector) {
        return String.join("\n", new Replay(vector).run()) + "\n";
    }
}
