// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import java.util.List;
import java.util.function.Function;
import org.lwkt.runtime.conformance.KernelProbe;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktThread;

/** Compares the kernel of a replay with that of the machine where a step of the run is over. */
final class Agreement implements KernelProbe {
    private final VectorScript script;
    private final ThreadNames threads;
    private final List<Step> steps;
    /** The state after the last step; null where the machine panicked in it. */
    private final long[] last;

    private int differs = VectorScript.NO_STEP;
    private int cpu;

    Agreement(VectorScript script, ThreadNames threads, List<Step> steps, long[] last) {
        this.script = script;
        this.threads = threads;
        this.steps = steps;
        this.last = last;
    }

    @Override
    public void look(int command, Kernel kernel, Function<LwktThread, String> names) {
        int step = script.endedBy(command);
        if (differs != VectorScript.NO_STEP || step == VectorScript.NO_STEP) {
            return;
        }
        long[] expected = step + 1 < steps.size() ? steps.get(step + 1).before() : last;
        if (expected == null) {
            return;
        }
        long[] actual = KernelState.of(kernel, td -> threads.number(names.apply(td)));
        for (int at = 0; at < actual.length; at++) {
            if (actual[at] != expected[at] && script.isBooted(step, at)) {
                differs = step;
                cpu = at;
                return;
            }
        }
    }

    boolean holds() {
        return differs == VectorScript.NO_STEP;
    }

    /** The first step after which the kernels differ; -1 for boot. */
    int step() {
        return differs;
    }

    /** The first CPU that differs then. */
    int cpu() {
        return cpu;
    }
}
