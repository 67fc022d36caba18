// SPDX-License-Identifier: BSD-3-Clause
/**
 * Virtual time around the kernel: events in their order, the hardclock, scripted interrupts and IPIs under way, and the
 * interpreter of thread bodies; what each step costs, and what goes wrong on purpose. {@link
 * org.lwkt.runtime.machine.MachineSpec} says what a machine is, {@link org.lwkt.runtime.machine.FaultSpec} what may hit it.
 * It decides which CPU goes on and when; what that CPU then does is the kernel's. Knows
 * nothing of scenarios, traces and expectations, which listen through {@link
 * org.lwkt.runtime.machine.MachineObserver}. Start with {@link org.lwkt.runtime.machine.Machine}.
 */
package org.lwkt.runtime.machine;
