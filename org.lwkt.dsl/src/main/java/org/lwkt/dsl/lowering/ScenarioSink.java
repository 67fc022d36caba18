// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.function.Consumer;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.scenario.EventSpec;
import org.lwkt.runtime.scenario.MachineSpec;

/** Takes what a scenario declares: the machine first, then everything else in source order. */
public interface ScenarioSink {
    void machine(MachineSpec machine);

    /** @param body tells the statements; to be called exactly once, and before this method returns */
    void thread(ThreadHead head, Consumer<BodySink> body);

    void event(EventSpec event);

    void expect(Expectation expectation);
}
