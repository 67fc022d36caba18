// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.util.List;
import org.lwkt.runtime.source.SourcePosition;

/**
 * A class for the runs of a scenario with parameters, ready for the template.
 *
 * @param packageName or empty
 * @param documentation lines of the doc comment, already as Java source
 * @param parameters as Java source: {@code new Sweep.Parameter("work", List.of("1ms", "10ms"))}
 * @param runs the names of the classes of the runs, in their order
 */
record SweepClass(
        String packageName,
        String name,
        String scenarioName,
        SourcePosition position,
        List<String> documentation,
        List<String> parameters,
        List<String> runs) {}
