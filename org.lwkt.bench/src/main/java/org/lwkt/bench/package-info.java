// SPDX-License-Identifier: BSD-3-Clause
/**
 * Measures with JMH: the kernel alone, on loads for which the C source has known figures, whole machines, and the language.
 * Start with {@link org.lwkt.bench.KernelLoads}, which makes the loads, and {@link org.lwkt.bench.KernelBenchmarks}, which
 * measures them.
 */
package org.lwkt.bench;
