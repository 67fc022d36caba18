// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.UserScheduler;

/**
 * The threads that the kernel itself makes, which no scenario declares: the idle thread of each CPU, and where there are
 * user threads the helper of the user scheduler and the soft clock of each CPU.
 */
final class KernelThreads {
    private final int firstIdle;
    private final int cpus;
    private final UserScheduler userScheduler;
    private final SoftClock[] softClocks;

    /** @param firstIdle number of the idle thread of CPU 0; the others follow */
    KernelThreads(int firstIdle, int cpus, UserScheduler userScheduler, SoftClock[] softClocks) {
        this.firstIdle = firstIdle;
        this.cpus = cpus;
        this.userScheduler = userScheduler;
        this.softClocks = softClocks;
    }

    /** The names in the order of the numbers, from the first idle thread's on. */
    static List<String> names(int cpus, boolean userThreads) {
        List<String> names = new ArrayList<>();
        for (int cpu = 0; cpu < cpus; cpu++) {
            names.add("idle" + cpu);
        }
        if (userThreads) {
            for (int cpu = 0; cpu < cpus; cpu++) {
                names.add("usched" + cpu);
            }
            for (int cpu = 0; cpu < cpus; cpu++) {
                names.add("softclock" + cpu);
            }
        }
        return names;
    }

    /** The machine's number for a thread of the kernel's own. */
    int number(LwktThread td) {
        int cpu = td.gd().cpuId();
        if (td == td.gd().idleThread()) {
            return firstIdle + cpu;
        }
        return td == softClocks[cpu].td() ? firstIdle + 2 * cpus + cpu : firstIdle + cpus + cpu;
    }

    String name(LwktThread td) {
        int cpu = td.gd().cpuId();
        if (td == td.gd().idleThread()) {
            return "idle" + cpu;
        }
        return (td == softClocks[cpu].td() ? "softclock" : "usched") + cpu;
    }

    /** Whether it is there for the user scheduler: it sleeps while it is not needed. */
    boolean isHelper(LwktThread td) {
        int cpu = td.gd().cpuId();
        return td == softClocks[cpu].td() || td == userScheduler.helper(cpu);
    }
}
