// SPDX-License-Identifier: BSD-3-Clause
/**
 * Thread bodies as data: an immutable list of instructions, each with its place in the source, and the builder that
 * makes it. Nothing here runs anything; {@code machine} interprets a {@link org.lwkt.runtime.program.Program}. Start
 * with {@link org.lwkt.runtime.program.ProgramBuilder}.
 */
package org.lwkt.runtime.program;
