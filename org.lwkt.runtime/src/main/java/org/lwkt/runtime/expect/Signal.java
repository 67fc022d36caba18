// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

/** What expectations hear of a run besides the events of its trace; told only if one asks. */
public enum Signal {
    /** Something asks a thread that does not run to run. */
    MADE_RUNNABLE,
    /** The thread goes on with its body for the first time since. */
    RESUMED,
    /** An interrupt thread comes to its {@code wait}. */
    TURN_OVER,
    /** A thread that is to be resumed does not get the token. */
    TOKEN_REFUSED,
    /** A thread gets the token, or gets it back. */
    TOKEN_TAKEN,
    /** A thread releases the token, or gives it up because it is switched away. */
    TOKEN_DROPPED
}
