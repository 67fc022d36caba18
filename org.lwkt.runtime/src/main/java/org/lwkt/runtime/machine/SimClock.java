// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/** Virtual time: nanoseconds since boot. Moved on by the machine alone. */
final class SimClock {
    long nowNs;
}
