// SPDX-License-Identifier: BSD-3-Clause
/**
 * The port of DragonFly's light weight kernel threads, see NOTICE. One flat package, because its parts call each other,
 * as the C files do. It knows CPUs, steps and interrupts, and nothing of virtual time, programs or scenarios: a driver
 * decides which CPU goes on and when an interrupt arrives, the kernel decides what happens then.
 *
 * <p>Read {@link org.lwkt.runtime.kernel.Flow} and {@link org.lwkt.runtime.kernel.KernelStack} for how a thread is
 * suspended without a stack of its own, then {@link org.lwkt.runtime.kernel.LwktScheduler}, which is the heart of
 * lwkt_thread.c. {@link org.lwkt.runtime.kernel.GlobalData} is one CPU and the way in for a driver.
 */
package org.lwkt.runtime.kernel;
