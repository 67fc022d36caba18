// SPDX-License-Identifier: BSD-3-Clause

/**
 * From the syntax tree to what the runtime takes: the only reader of the tree besides the services of an editor. One walk
 * ({@link org.lwkt.dsl.lowering.ScenarioWalk}) tells a sink what a scenario says; one sink builds it in memory, another,
 * in the generator, prints the Java that builds it, so that both are the same. Read {@link
 * org.lwkt.dsl.lowering.Lowering} first.
 */
package org.lwkt.dsl.lowering;
