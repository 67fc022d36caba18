// SPDX-License-Identifier: BSD-3-Clause
/**
 * The port of DragonFly's light weight kernel threads, see NOTICE. One flat package, because its parts call each other,
 * as the C files do. It knows CPUs, steps and interrupts, and nothing of virtual time, programs or scenarios: a driver
 * decides which CPU goes on and when an interrupt arrives, the kernel decides what happens then.
 *
 * <p>Read {@link org.lwkt.runtime.kernel.Flow} and {@link org.lwkt.runtime.kernel.KernelStack} for how a thread is
 * suspended without a stack of its own, then {@link org.lwkt.runtime.kernel.LwktSwitch}, which is the heart of
 * lwkt_thread.c, and {@link org.lwkt.runtime.kernel.LwktScheduler}, which makes threads runnable. {@link org.lwkt.runtime.kernel.GlobalData} is one CPU and the way in for a driver.
 *
 * <h2>How a machine drives user threads</h2>
 *
 * <p>A user thread is a thread with an {@link org.lwkt.runtime.kernel.Lwp}. In the kernel LWKT schedules it as any thread;
 * to go on in user mode it needs the current-process designation of its CPU, which the
 * {@link org.lwkt.runtime.kernel.UserScheduler} of the kernel gives and takes. UserThreadDriverTest drives two of them.
 *
 * <ul>
 *   <li><b>Boot.</b> {@code new Kernel(ncpus, invariants, sysctls, new Bsd4UserScheduler(), observer)}, with {@code kern.hz}
 *       set to the rate of the timer. {@code boot()} makes the helper threads of the scheduler too; they have a body of their
 *       own, are known by {@code UserScheduler.helper(cpu)}, and their sleep ends whenever there is work for them.
 *   <li><b>A thread comes.</b> {@code gd.lwps().create(body, name)} in the context of any thread, the idle thread
 *       included; then {@code lp = gd.curThread().created().lwp()}. What it may run on and how it is rated is set now, by
 *       {@code lp.setCpuMask}, {@code lp.setRtPrio}, {@code gd.lwps().setNice}, or {@code gd.lwps().fork(parent, lp)}. At
 *       last {@code gd.lwps().start(lp)}, on the same CPU: the scheduler finds the CPU that is to run it.
 *   <li><b>Kernel to user.</b> The body's {@code fetch} answers {@code gd.userMode().returnToUser()} while the thread is not
 *       in user mode ({@link org.lwkt.runtime.kernel.ThreadFlag#USERMODE}) and its next instruction belongs there; else
 *       {@link org.lwkt.runtime.kernel.Flow#FETCH}. The first fetch of a new thread comes inside the kernel. The call may
 *       block for long, and come back on another CPU.
 *   <li><b>User to kernel.</b> {@code gd.userMode().enter()} before the first kernel call of a system call. The thread keeps
 *       the designation and its priority until it blocks (the passive release).
 *   <li><b>A tick or any other interrupt.</b> {@code gd.interrupts().timer()}, {@code device()}, {@code ipi()} as for any
 *       thread. The timer drives {@code lwkt_schedulerclock()} and, 50 times a second, the scheduler's clock. Where the
 *       interrupted thread was in user mode and a reschedule is wanted, the way out of the interrupt is an AST: it enters the
 *       kernel, and goes on in user mode, at the fetch that it was interrupted at, when it has the designation again.
 *   <li><b>Once a second</b>, {@code gd.schedClock().stats(lp)} for each lwp, in the context of a kernel thread; without it
 *       nobody ages who sleeps for long.
 *   <li><b>A thread goes.</b> {@code gd.userMode().enter()}, then {@code gd.lwps().exit()}.
 * </ul>
 */
package org.lwkt.runtime.kernel;
