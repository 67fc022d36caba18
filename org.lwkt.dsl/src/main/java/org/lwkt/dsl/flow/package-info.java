// SPDX-License-Identifier: BSD-3-Clause

/**
 * What bodies do that the kernel answers with a panic, or with a wait that never ends: all paths of a body are followed with
 * what is held on each. What is not known, be it a value or a statement, is given up and never guessed at. Nothing here
 * reports; {@link org.lwkt.dsl.validation.FlowIssues} does. Read {@link org.lwkt.dsl.flow.BodyWalk} first.
 */
package org.lwkt.dsl.flow;
