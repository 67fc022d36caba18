// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.Arrays;

/** How long a hardware IPI takes. */
final class IpiWire {
    private final long latencyNs;
    private final int cpus;
    /** By source and target; null where all pairs are alike. */
    private final long[] ofPairs;

    IpiWire(MachineSpec spec) {
        latencyNs = spec.ipiLatencyNs();
        cpus = spec.cpus();
        if (spec.ipiLatencies().isEmpty()) {
            ofPairs = null;
            return;
        }
        ofPairs = new long[cpus * cpus];
        Arrays.fill(ofPairs, latencyNs);
        spec.ipiLatencies().forEach(it -> ofPairs[it.source() * cpus + it.target()] = it.latencyNs());
    }

    long latencyNs(int source, int target) {
        return ofPairs == null ? latencyNs : ofPairs[source * cpus + target];
    }
}
