// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;

/** Runs a vector's script and writes it with the state that the kernel produced, in the same format. */
public final class VectorReplay {
    private VectorReplay() {}

    /** The whole vector as this kernel makes it, each line ended by a newline. */
    public static String replay(Vector vector) {
        return text(new Replay(vector).run());
    }

    /** As {@link #replay(Vector)}; the probe looks at the kernel after each command. */
    public static String replay(Vector vector, KernelProbe probe) {
        return text(new Replay(vector).run(probe));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
