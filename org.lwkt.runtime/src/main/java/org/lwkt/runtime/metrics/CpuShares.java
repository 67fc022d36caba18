// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.metrics;

import java.util.Arrays;

/** How much CPU time single threads, or groups of them, use in a part of a run. */
public final class CpuShares {
    private static final int NOBODY = -1;

    private final long fromNs;
    private final long untilNs;
    private final long[] timeNs;

    // By CPU: the group of its current thread, and since when.
    private final int[] current;
    private final long[] sinceNs;

    /**
     * At time 0 nobody of interest runs.
     *
     * @param untilNs does not belong to the part
     */
    public CpuShares(int cpus, int groups, long fromNs, long untilNs) {
        this.fromNs = fromNs;
        this.untilNs = untilNs;
        timeNs = new long[groups];
        current = new int[cpus];
        Arrays.fill(current, NOBODY);
        sinceNs = new long[cpus];
    }

    /** The CPU's current thread is now one of the group; a negative number: of none. */
    public void switched(long nowNs, int cpu, int group) {
        if (current[cpu] >= 0) {
            timeNs[current[cpu]] += passedNs(cpu, nowNs);
        }
        current[cpu] = group;
        sinceNs[cpu] = nowNs;
    }

    private long passedNs(int cpu, long nowNs) {
        return Math.max(0, Math.min(nowNs, untilNs) - Math.max(sinceNs[cpu], fromNs));
    }

    /** What the group used until {@code nowNs}, which is not before the last switch. */
    public long timeNs(int group, long nowNs) {
        long sumNs = timeNs[group];
        for (int cpu = 0; cpu < current.length; cpu++) {
            if (current[cpu] == group) {
                sumNs += passedNs(cpu, nowNs);
            }
        }
        return sumNs;
    }
}
