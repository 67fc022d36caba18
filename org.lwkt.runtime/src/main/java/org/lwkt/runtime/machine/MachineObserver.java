// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.function.ToLongFunction;
import org.lwkt.runtime.kernel.InterruptKind;
import org.lwkt.runtime.kernel.IpiFunction;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.snapshot.Unhashed;

/**
 * Hears what happens on a machine, stamped with virtual time and in its order; nothing of boot. Threads are indices: the
 * declared ones from 0, then the idle thread of each CPU; {@link #NO_THREAD} where there is none. Called on the hot path.
 */
@Unhashed
public interface MachineObserver {
    int NO_THREAD = -1;
    int NO_RESOURCE = -1;

    /** The CPU switched to the thread. */
    void switched(long timeNs, int cpu, int thread);

    /** The thread took the CPU by {@code lwkt_preempt()}. */
    void preempted(long timeNs, int cpu, int thread, int preempted);

    /** There is one more thread than declared, of that name; its number is one more than the largest so far. */
    void threadAdded(String name);

    /** The thread was made; it belongs to {@code cpu}. */
    void threadCreated(long timeNs, int cpu, int thread);

    /** KTR {@code ctxsw_deadtd}. */
    void threadDied(long timeNs, int cpu, int thread);

    /** The first instruction of the thread runs. */
    void started(long timeNs, int cpu, int thread);

    /** The thread's function returned. */
    void ended(long timeNs, int cpu, int thread);

    /** A message was queued for {@code target}. */
    void ipiSent(long timeNs, int cpu, int target, IpiFunction function, int thread);

    /** A message from {@code source} was taken. */
    void ipiReceived(long timeNs, int cpu, int source, IpiFunction function, int thread);

    /** The hardclock's interrupt arrived while the thread was current. */
    void ticked(long timeNs, int cpu, int thread);

    /** The interrupt at place {@code script} of the script arrived for the thread; {@code stray}: the thread had exited. */
    void interrupted(long timeNs, int cpu, int thread, int script, boolean stray);

    /** The event at place {@code script} of the script, not a device interrupt, happens. */
    void scripted(long timeNs, int script);

    /**
     * Something went wrong, or was made to.
     *
     * @param number the CPU that an IPI was for, or the percentage of a slow CPU, or 0
     * @param fault place of the declared fault, or -1 where the script did it
     */
    void faulted(long timeNs, int cpu, int thread, FaultKind kind, int number, int fault);

    /** An interrupt arrived in a critical section of the thread and was only noted. */
    void pended(long timeNs, int cpu, int thread, InterruptKind kind);

    /** The thread goes to sleep on the resource, or on nothing that has a number: {@link #NO_RESOURCE}. */
    void slept(long timeNs, int cpu, int thread, int resource);

    /** The thread starts to wait for a token. */
    void tokenAwaited(long timeNs, int cpu, int thread, int resource);

    /** The script makes the thread runnable, which has not run yet. */
    void summoned(long timeNs, int cpu, int thread);

    /** {@code wakeup()} or one of its relatives was called; {@link #NO_THREAD}: by the script. */
    void wokeUp(long timeNs, int cpu, int thread, int resource);

    /** A sleep's time was up. */
    void timedOut(long timeNs, int cpu, int thread);

    /** Somebody came to a {@code mark}. */
    void marked(long timeNs, int cpu, int thread, String name);

    /** The thread slept and is made runnable. */
    void woken(long timeNs, int cpu, int thread);

    /** {@code kprintf()}. */
    void printed(long timeNs, int cpu, int thread, String text);

    /** The kernel panicked; nothing follows. */
    void panicked(long timeNs, int cpu, int thread, String text);

    /** A thread body did what cannot be done; nothing follows. */
    void failed(long timeNs, int cpu, int thread, String text);

    /** Something asks the thread, which does not run, to run; it may be told again before it does. */
    void madeRunnable(long timeNs, int thread);

    /** The thread goes on with its body for the first time since {@link #madeRunnable}. */
    void resumed(long timeNs, int cpu, int thread);

    /** The interrupt thread comes to its {@code wait}. */
    void turnOver(long timeNs, int cpu, int thread);

    /** Whether it wants to hear of tokens that are refused, taken and dropped. Asked when the machine is made. */
    boolean hearsTokens();

    /** The thread, which is to be resumed, does not get the token back. */
    void tokenRefused(long timeNs, int cpu, int thread, int resource);

    /** The thread gets the token, or gets it back. */
    void tokenTaken(long timeNs, int cpu, int thread, int resource);

    /** The thread releases the token, or gives it up because it is switched away. */
    void tokenDropped(long timeNs, int cpu, int thread, int resource);

    /** Whether it wants to hear of instants. Asked when the machine is made. */
    boolean hearsInstants();

    /**
     * All events of an instant are handled, and nothing changes before the next one.
     *
     * @param nextNs when that is; {@code timeNs} where the run is over
     * @param state what an expression is now; throws an ArithmeticException where it has no value
     * @return whether the run may end because the observer has seen all that it wants to see
     */
    boolean instantOver(long timeNs, long nextNs, ToLongFunction<Expr> state);

    /** What the observer can take no more of, or null; a run ends where it is not null. */
    String exhausted();
}
