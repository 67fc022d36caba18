// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.metrics;

/**
 * What became of one scripted event, or of one declared fault. Times are nanoseconds of virtual time; -1 where it never happened.
 *
 * @param count how often it happened
 * @param firstNs when it happened first
 * @param lastNs when it happened last
 */
public record EventMetrics(long count, long firstNs, long lastNs) {}
