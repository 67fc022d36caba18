// SPDX-License-Identifier: BSD-3-Clause

/**
 * What the user reads about a mistake that parser or linker found, in the words of the language. Everything is derived
 * from the grammar, so that a new rule needs at most a phrase in {@link org.lwkt.dsl.diagnostics.Phrases}. Read {@link
 * org.lwkt.dsl.diagnostics.SyntaxMessages} first.
 */
package org.lwkt.dsl.diagnostics;
