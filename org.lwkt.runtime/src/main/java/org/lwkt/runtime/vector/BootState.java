// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.machine.MachineLoad;

/**
 * How a machine stood when its boot was over.
 *
 * @param cpuOf the CPU of each declared thread, or -1 for a pattern
 * @param waits by CPU: a thread waits for the first turn of its idle loop
 */
record BootState(int[] cpuOf, boolean[] waits) {
    static BootState of(Kernel kernel, MachineLoad load, ToIntFunction<LwktThread> numbers) {
        int[] cpuOf = new int[load.threads().size()];
        Arrays.fill(cpuOf, -1);
        boolean[] waits = new boolean[kernel.ncpus()];
        for (int cpu = 0; cpu < waits.length; cpu++) {
            int id = cpu;
            kernel.cpu(cpu).forEachThread(td -> {
                int number = numbers.applyAsInt(td);
                if (number < cpuOf.length) {
                    cpuOf[number] = id;
                }
            });
            waits[cpu] = kernel.cpu(cpu).lwktReschedWanted();
        }
        return new BootState(cpuOf, waits);
    }
}
