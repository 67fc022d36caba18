// SPDX-License-Identifier: BSD-3-Clause

/**
 * Java that builds the same scenarios as the lowering does in memory. {@link org.lwkt.dsl.generator.JavaGenerator} decides
 * which classes there are, {@link org.lwkt.dsl.generator.ScenarioPrinter} prints the calls that build a lowered scenario as
 * statements, {@code ScenarioTemplate} holds the text around them. Nothing here reads the syntax tree.
 */
package org.lwkt.dsl.generator;
