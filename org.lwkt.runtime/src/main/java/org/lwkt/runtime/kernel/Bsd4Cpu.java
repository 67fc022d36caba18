// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code struct usched_bsd4_pcpu}: what {@link Bsd4UserScheduler} knows of one CPU. */
final class Bsd4Cpu {
    /** {@code helper_thread}, also what it sleeps on. */
    final LwktThread helper = LwktThread.template();
    /** {@code rrcount}: ticks since the current process was chosen. */
    int roundRobinCount;
    /** {@code upri}: the priority of the current process. */
    int upri = Bsd4Estimate.PRIBASE_NULL;
    /** {@code uschedcp}: the CPU's current process, or null. */
    Lwp current;
}
