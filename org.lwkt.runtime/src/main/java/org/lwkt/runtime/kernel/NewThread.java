// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * The arguments of {@code lwkt_create()}.
 *
 * @param template the structure to use, or null: one from the object cache
 * @param flags {@code TDF_*}, of {@link ThreadFlag}
 * @param cpu where the thread is to live, or -1: the kernel's rotator chooses
 * @param comm what the thread is called, cut to 16 characters
 */
public record NewThread(ThreadBody body, LwktThread template, int flags, int cpu, String comm) {}
