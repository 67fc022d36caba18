// SPDX-License-Identifier: BSD-3-Clause

/**
 * From the text of a token to its value and back: times, whole numbers, texts, names. Every refusal is a message to the
 * user at the token's place. Knows nothing of the syntax tree. Read {@link org.lwkt.dsl.conversion.Durations} first.
 */
package org.lwkt.dsl.conversion;
