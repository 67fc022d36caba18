// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

/**
 * What became of one vector.
 *
 * @param line where the first difference stands in the file, counted from 1; 0 where there is none
 * @param expected that line of the file, or {@code (end of file)}
 * @param actual what the kernel did instead, or {@code (end of run)}
 */
public record VectorOutcome(String name, String fileName, boolean passed, int line, String expected, String actual) {}
