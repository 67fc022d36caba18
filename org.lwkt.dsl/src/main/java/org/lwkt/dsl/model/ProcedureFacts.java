// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.Statement;

/**
 * What a call of a procedure comes to, with all that the procedure calls in turn. Places are those of statements in this
 * procedure or in one that it calls, or {@code null}.
 *
 * @param statements how many it stands for; {@link #MANY} for that number and any above it
 * @param levels how deep its blocks are nested
 * @param completes whether the statement behind the call can be reached
 * @param exits whether the thread may end in it
 * @param letsTimePass whether virtual time may pass in it
 * @param kernelCall the first call of the kernel that is not in a system call
 * @param systemCall the first system call
 * @param interruptWait the first wait for an interrupt
 * @param refusedInHandlers the first statement that cannot stand in a handler
 * @param switching the first statement that switches to another thread in any case
 * @param highestCpu the place of the highest CPU that is known from the text alone
 * @param cpu the number of that CPU, or -1
 */
public record ProcedureFacts(
        long statements,
        int levels,
        boolean completes,
        boolean exits,
        boolean letsTimePass,
        Statement kernelCall,
        Statement systemCall,
        Statement interruptWait,
        Statement refusedInHandlers,
        Statement switching,
        EObject highestCpu,
        long cpu) {
    /** More than any body may have. */
    public static final long MANY = 1L << 40;

    /** Of what is not known, or calls itself: nothing that anybody would complain about. */
    static final ProcedureFacts UNKNOWN =
            new ProcedureFacts(0, 0, true, false, true, null, null, null, null, null, null, -1);
}
