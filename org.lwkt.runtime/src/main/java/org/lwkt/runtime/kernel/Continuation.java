// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * The rest of an operation that a driver of the kernel (the machine, a conformance vector) composed of several kernel
 * calls. Must hold no state of the run: that belongs into {@code operand} or the thread's body.
 */
public interface Continuation {
    /** Goes on where {@link GlobalData#pushContinuation} said, on the thread that pushed it. */
    Flow resume(GlobalData gd, LwktThread td, long operand);
}
