// SPDX-License-Identifier: BSD-3-Clause
/**
 * Thread bodies as data: statements as they were written, the instructions that they come to, each with its place in the
 * source, and the expressions of both. {@link org.lwkt.runtime.program.Opcode} says of every kernel call what it takes
 * and answers. Nothing here runs anything; {@code machine} interprets a {@link org.lwkt.runtime.program.Program}. Start
 * with {@link org.lwkt.runtime.program.ProgramBuilder}.
 */
package org.lwkt.runtime.program;
