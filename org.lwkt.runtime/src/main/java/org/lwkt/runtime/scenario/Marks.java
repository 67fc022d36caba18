// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Program;

/** Finds the marks of a scenario. */
final class Marks {
    private Marks() {}

    /** The names of all marks, handlers' too, each once, in source order. */
    static List<String> of(Scenario scenario) {
        Set<String> names = new LinkedHashSet<>();
        scenario.threads().forEach(it -> collect(it.body(), names));
        return new ArrayList<>(names);
    }

    private static void collect(Program program, Set<String> names) {
        for (int pc = 0; pc < program.size(); pc++) {
            if (program.opcode(pc) == Opcode.MARK) {
                names.add(program.text(pc));
            }
            if (program.handler(pc) != null) {
                collect(program.handler(pc), names);
            }
        }
    }
}
