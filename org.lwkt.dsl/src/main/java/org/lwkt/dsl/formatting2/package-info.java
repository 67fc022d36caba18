// SPDX-License-Identifier: BSD-3-Clause
/**
 * The layout of .lwkt files. Knows the grammar and nothing of what a scenario means. The package has the name of Xtext's
 * second formatter interface, by which Xtext's generator looks for the class. Read {@link
 * org.lwkt.dsl.formatting2.LwktFormatter} first.
 */
package org.lwkt.dsl.formatting2;
