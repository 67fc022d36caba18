// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.Map;
import org.lwkt.runtime.scenario.Scenario;

/**
 * A scenario, and what its author said about it.
 *
 * @param documentation the text of the scenario's doc comment, or empty
 * @param declarations the texts of the doc comments in it, by the name of what they document
 */
public record LoweredScenario(Scenario scenario, String documentation, Map<String, String> declarations) {
    public LoweredScenario {
        declarations = Map.copyOf(declarations);
    }

    /** The same with one line more in the documentation. */
    public LoweredScenario with(String line) {
        String text = documentation.isEmpty() ? line : documentation + "\n\n" + line;
        return new LoweredScenario(scenario, text, declarations);
    }

    /** The text of the doc comment of a thread or resource, or empty. */
    public String documentationOf(String name) {
        return declarations.getOrDefault(name, "");
    }
}
