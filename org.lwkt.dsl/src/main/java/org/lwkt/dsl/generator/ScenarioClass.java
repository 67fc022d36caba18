// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.util.List;
import org.lwkt.runtime.source.SourcePosition;

/**
 * A class to be generated, ready for the template.
 *
 * @param packageName or empty
 * @param documentation lines of the doc comment, already as Java source
 * @param staticImports qualified names of constants, sorted
 * @param imports qualified names of types, sorted
 * @param constants declarations of constants
 * @param methods the first is the one that builds the scenario
 * @param parts nested classes
 */
record ScenarioClass(
        String packageName,
        String name,
        String scenarioName,
        SourcePosition position,
        List<String> documentation,
        List<String> staticImports,
        List<String> imports,
        List<String> constants,
        List<JavaMethod> methods,
        List<Part> parts) {
    /** A nested class: what a class file can hold is limited, so that very long scenarios are spread over several. */
    record Part(String name, List<JavaMethod> methods) {}
}
