// SPDX-License-Identifier: BSD-3-Clause
/**
 * Measures the kernel alone with JMH, on loads for which the C source has known figures. Start with
 * {@link org.lwkt.bench.KernelLoads}, which makes the loads, and {@link org.lwkt.bench.KernelBenchmarks}, which measures
 * them.
 */
package org.lwkt.bench;
