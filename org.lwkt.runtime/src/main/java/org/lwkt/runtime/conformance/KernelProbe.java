// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.function.Function;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktThread;

/** Looks at the kernel of a replay, and changes nothing. */
@FunctionalInterface
public interface KernelProbe {
    /**
     * A command is over that did not end the replay.
     *
     * @param command its place in the script, counted from 0
     * @param threads how the script calls each thread
     */
    void look(int command, Kernel kernel, Function<LwktThread, String> threads);
}
