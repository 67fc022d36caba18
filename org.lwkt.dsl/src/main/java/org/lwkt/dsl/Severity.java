// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

/** How much a diagnostic matters. */
public enum Severity {
    /** The file cannot be run. */
    ERROR,
    /** The file can be run, but is hardly meant like that. */
    WARNING,
    /** Worth knowing. */
    INFO
}
