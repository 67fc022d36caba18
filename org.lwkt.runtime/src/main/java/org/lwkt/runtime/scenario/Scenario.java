// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.List;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.source.SourcePosition;

/**
 * Everything a run needs, as immutable data: the one form into which a {@code .lwkt} file is lowered and that generated
 * Java builds. Two equal scenarios give equal trace digests. Make one with {@link ScenarioBuilder}.
 */
public record Scenario(
        String name,
        MachineSpec machine,
        List<ThreadSpec> threads,
        List<EventSpec> events,
        List<Expectation> expectations,
        SourcePosition position) {
    public Scenario {
        threads = List.copyOf(threads);
        events = List.copyOf(events);
        expectations = List.copyOf(expectations);
    }
}
