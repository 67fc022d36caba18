// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

/**
 * One event as a person reads it.
 *
 * @param what the kind in the kernel's words
 * @param note why it happened or what else there is to say; may be empty
 */
record EventLine(long timeNs, int cpu, String what, String thread, String note) {
    EventLine withNote(String newNote) {
        return new EventLine(timeNs, cpu, what, thread, newNote);
    }
}
