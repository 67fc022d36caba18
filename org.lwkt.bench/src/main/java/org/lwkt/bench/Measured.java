// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

/**
 * What one benchmark measured. Times are nanoseconds for one operation, over the iterations of all forks.
 *
 * @param bytes allocated for one operation
 */
public record Measured(String name, double bestNs, double meanNs, double worstNs, double bytes) {
    private static final double NS_PER_SECOND = 1e9;

    /** Operations a second at the best iteration. */
    public double rate() {
        return NS_PER_SECOND / bestNs;
    }
}
