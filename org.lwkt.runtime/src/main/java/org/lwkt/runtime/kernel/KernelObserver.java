// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * Hears what the kernel does, at the kernel's KTR points and at the calls that leave the port. Must not call the kernel
 * back. Every method does nothing unless overridden.
 */
public interface KernelObserver {
    /** An observer that hears nothing. */
    KernelObserver NONE = new KernelObserver() {};

    /** How messages name a thread, where C prints its address. */
    default String name(LwktThread td) {
        return td.comm();
    }

    /** How messages name a sleep identifier, where C prints its address. */
    default String identName(Object ident) {
        return ident instanceof LwktThread td ? name(td) : String.valueOf(ident);
    }

    /** How messages name a token, where C prints its address. */
    default String tokenName(LwktToken token) {
        return token.desc();
    }

    /** KTR {@code ctxsw_sw}: {@code gd} switches from {@code otd} to {@code ntd}. */
    default void switched(GlobalData gd, LwktThread otd, LwktThread ntd) {}

    /** KTR {@code ctxsw_pre}: {@code ntd} preempts {@code td}. */
    default void preempted(GlobalData gd, LwktThread td, LwktThread ntd) {}

    /** {@code td} is the current thread of {@code gd} again after {@code from}, which had preempted it, let go. */
    default void preemptionEnded(GlobalData gd, LwktThread td, LwktThread from) {}

    /** KTR {@code ctxsw_newtd}. */
    default void newThread(LwktThread td) {}

    /** KTR {@code ctxsw_deadtd}. */
    default void deadThread(LwktThread td) {}

    /** {@code lwkt_init_thread()} has given {@code td} its message port; spinPort: {@code lwkt_initport_spin()}. */
    default void threadInitialised(GlobalData gd, LwktThread td, boolean spinPort, boolean fixedCpu) {}

    /** {@code dsched_enter_thread()}. */
    default void dschedEnterThread(LwktThread td) {}

    /** {@code biosched_done()} and {@code dsched_exit_thread()}. */
    default void threadExits(GlobalData gd, LwktThread td) {}

    /** The thread is made runnable: it enters a run queue that it was not on. */
    default void enqueued(GlobalData gd, LwktThread td) {}

    /** A message was queued; {@code hardware} says that it also raised a hardware IPI. */
    default void ipiSent(
            GlobalData source, GlobalData target, IpiFunction function, Object argument, boolean hardware) {}

    /** A message is taken and its function is about to run. */
    default void ipiReceived(GlobalData target, GlobalData source, IpiFunction function, Object argument) {}

    /** An interrupt arrived and was only noted in {@code gd_reqflags}. */
    default void pended(GlobalData gd, InterruptKind kind) {}

    /** An interrupt's handling is over and {@code td}, which it interrupted, goes on. */
    default void interruptReturned(GlobalData gd, LwktThread td, InterruptKind kind) {}

    /** An interrupt thread sleeps until it is scheduled. */
    default void ithreadSleeps(GlobalData gd, LwktThread td) {}

    /**
     * {@code systimer_init_periodic_nq()} for a livelocked interrupt: from now on {@link Interrupts#livelockTimer} is to be
     * called on this CPU {@code hz} times a second.
     */
    default void livelockTimerStarted(GlobalData gd, InterruptSource source, int hz) {}

    /** {@code systimer_del()} of the timer of an interrupt that is livelocked no more. */
    default void livelockTimerStopped(GlobalData gd, InterruptSource source) {}

    /** {@code tsleep()} was called before sleeping works: whoever waits for something calls it again and again. */
    default void tsleepCold(GlobalData gd, LwktThread td) {}

    /** {@code tsleep()} was called. */
    default void tsleep(GlobalData gd, LwktThread td, Object ident) {}

    /** {@code callout_reset()} of a sleep that starts: {@code endtsleep()} is due after so many ticks of this CPU. */
    default void timeoutArmed(GlobalData gd, LwktThread td, int ticks) {}

    /** {@code callout_stop()}: the sleep ended before its time was up. */
    default void timeoutStopped(GlobalData gd, LwktThread td) {}

    /** A {@code tsleep()} with interlock finds that it was woken up already, or waits for something else. */
    default void interlockFailed(GlobalData gd, LwktThread td, Object ident) {}

    /** A message was queued without asking for an interrupt. */
    default void ipiSentPassively(GlobalData source, GlobalData target, IpiFunction function, Object argument) {}

    /** {@code smp_sniff()}. */
    default void smpSniff(GlobalData gd) {}

    /** KTR {@code slz_*}. */
    default void serializer(GlobalData gd, LwktSerializer serializer, SerializerEvent event) {}

    /** KTR {@code slz_adapt_spinend}: a spin took the serializer with {@code turns} turns left. */
    default void serializerSpun(GlobalData gd, LwktSerializer serializer, int turns) {}

    /** {@code wakeup()} or {@code wakeup_one()} was called. */
    default void wakeup(GlobalData gd, Object ident, boolean one) {}

    /** The current thread starts to wait for a token. */
    default void tokenWait(GlobalData gd, LwktThread td, LwktToken token) {}

    /** Whether it wants to hear of tokens that are refused, taken and dropped. Asked when the kernel is made. */
    default boolean hearsTokens() {
        return false;
    }

    /** {@code td}, which is to be resumed, does not get the token back. */
    default void tokenRefused(GlobalData gd, LwktThread td, LwktToken token) {}

    /** {@code td} gets the token, or gets it back. */
    default void tokenTaken(GlobalData gd, LwktThread td, LwktToken token) {}

    /** {@code td} releases the token, or gives it up because it is switched away. */
    default void tokenDropped(GlobalData gd, LwktThread td, LwktToken token) {}

    /** {@code ast()}: the thread leaves user mode to look at what it was asked. */
    default void ast(GlobalData gd, LwktThread td) {}

    /** The user scheduler gave the current-process designation to {@code td}'s lwp. */
    default void acquiredCurproc(GlobalData gd, LwktThread td) {}

    /** The user scheduler took the current-process designation from {@code td}'s lwp. */
    default void releasedCurproc(GlobalData gd, LwktThread td) {}

    /** {@code objcache_get()}. */
    default void objectGot(LwktThread td) {}

    /** {@code objcache_put()}. */
    default void objectPut(LwktThread td) {}

    /** The object cache is full and the object goes back to the system. */
    default void objectFreed(LwktThread td) {}

    /** {@code kmem_alloc_stack()}; {@code cpu} is -1 where none was asked for. */
    default void stackAllocated(int stack, int size, int cpu) {}

    /** {@code kmem_free()} of a stack. */
    default void stackFreed(int stack, int size) {}

    /** {@code kfree()} of a kernel FPU context. */
    default void fpuContextFreed() {}

    /** {@code kprintf()}, on one line. */
    default void kprintf(GlobalData gd, String text) {}

    /** {@code print_backtrace()}. */
    default void backtrace(GlobalData gd) {}

    /** {@code cpu_smp_stopped()}. */
    default void smpStopped(GlobalData gd) {}
}
