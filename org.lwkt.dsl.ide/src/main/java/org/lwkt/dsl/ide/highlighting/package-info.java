// SPDX-License-Identifier: BSD-3-Clause
/**
 * What to colour. {@link org.lwkt.dsl.ide.highlighting.Lexemes} cuts a text into words, numbers, comments and so on, at once and
 * by the text alone; {@link org.lwkt.dsl.ide.highlighting.SemanticHighlighting} adds what only the parsed file tells.
 */
package org.lwkt.dsl.ide.highlighting;
