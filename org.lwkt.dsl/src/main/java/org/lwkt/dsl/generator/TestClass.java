// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import org.lwkt.runtime.source.SourcePosition;

/**
 * A JUnit class for one generated class, ready for the template.
 *
 * @param packageName or empty
 * @param subject the class that runs the scenario
 * @param runs whether it is one of several runs
 */
record TestClass(
        String packageName, String name, String subject, String scenarioName, SourcePosition position, boolean runs) {}
