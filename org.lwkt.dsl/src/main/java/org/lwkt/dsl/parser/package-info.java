// SPDX-License-Identifier: BSD-3-Clause

/**
 * What stands before the generated parser: a check that keeps it from input that would overflow its stack. Read {@link
 * org.lwkt.dsl.parser.ParserGuard} first.
 */
package org.lwkt.dsl.parser;
