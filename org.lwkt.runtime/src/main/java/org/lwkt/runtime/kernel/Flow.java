// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * What a routine that may suspend its thread answers, and what its caller must answer in turn: such a routine is called
 * last, after what remains to be done was left as a frame on the thread's {@link KernelStack}. A forgotten tail call
 * does not pass the build (a test reads the class files).
 */
public enum Flow {
    /**
     * Goes on with the innermost frame of whatever thread is current now: the caller's, if the call is complete, or that
     * of the thread that was switched to.
     */
    RETURN,
    /** Wait point: the current thread would fetch its next instruction. */
    FETCH,
    /** Wait point: the idle thread halts, or polls when a reschedule is wanted. */
    IDLE,
    /** Wait point: a polling loop inside the kernel, whose condition another CPU has to change. */
    SPIN
}
