// SPDX-License-Identifier: BSD-3-Clause

/**
 * Scenarios with parameters: a tree of its own for their runs, in which the values of one run stand where the parameters do, so
 * that whoever reads a tree needs to know nothing of parameters. Read {@link org.lwkt.dsl.sweep.RunTree} first.
 */
package org.lwkt.dsl.sweep;
