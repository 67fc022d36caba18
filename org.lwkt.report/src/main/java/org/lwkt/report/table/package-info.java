// SPDX-License-Identifier: BSD-3-Clause

/**
 * Runs as rows of a table: what became of each combination of parameters, for people who go on computing with it. Read {@link
 * org.lwkt.report.table.RunTable} first.
 */
package org.lwkt.report.table;
