// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.fixes;

/**
 * A change of the text that mends a diagnostic.
 *
 * @param title what it does, for a menu
 * @param offset of the text that goes, in characters
 * @param length of the text that goes
 * @param text that comes in its place
 */
public record Fix(String title, int offset, int length, String text) {}
