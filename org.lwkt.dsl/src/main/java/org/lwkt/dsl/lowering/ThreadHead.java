// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import org.lwkt.runtime.scenario.ThreadSpec;
import org.lwkt.runtime.source.SourcePosition;

/**
 * A thread without its body; the parts are those of {@link ThreadSpec}.
 *
 * @param documentation the text of its doc comment, or empty
 */
public record ThreadHead(
        String name, ThreadSpec.Kind kind, int cpu, int priority, SourcePosition position, String documentation) {}
