// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.List;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.metrics.CpuMetrics;
import org.lwkt.runtime.metrics.EventMetrics;
import org.lwkt.runtime.metrics.ThreadMetrics;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.trace.TraceEvent;

/**
 * What a run found.
 *
 * @param steps instructions of thread bodies, interrupts and IPI deliveries that were executed
 * @param switches changes of the current thread, over all CPUs
 * @param expectations in the order of the scenario
 * @param events what became of each event, in the order of the scenario
 * @param faults what each declared fault hit, in the order of the scenario
 * @param digest of the trace, in hexadecimal; empty for a run that was cancelled
 * @param trace the recorded events, oldest first; empty when none were recorded
 */
public record Result(
        Scenario scenario,
        RunEnd end,
        long steps,
        long switches,
        List<ExpectationResult> expectations,
        List<ThreadMetrics> threads,
        List<CpuMetrics> cpus,
        List<EventMetrics> events,
        List<EventMetrics> faults,
        String digest,
        List<TraceEvent> trace) {
    public Result {
        expectations = List.copyOf(expectations);
        threads = List.copyOf(threads);
        cpus = List.copyOf(cpus);
        events = List.copyOf(events);
        faults = List.copyOf(faults);
    }

    /** Whether every expectation held and the run did not end in a way that nobody expected. */
    public boolean held() {
        return endedAsExpected() && expectations.stream().allMatch(ExpectationResult::held);
    }

    /**
     * A panic, a deadlock and a lost wake-up must be expected, an error, a budget or cancellation never is; the horizon,
     * quiescence and an end because all is decided are ordinary ends.
     */
    public boolean endedAsExpected() {
        return switch (end.reason()) {
            case PANIC -> isExpected(Expectation.Panics.class);
            case DEADLOCK -> isExpected(Expectation.Ends.class);
            case LOST_WAKEUP -> isExpected(Expectation.LostWakeup.class);
            case ERROR, BUDGET, CANCELLED -> false;
            case DECIDED, HORIZON, QUIESCENT -> true;
        };
    }

    private boolean isExpected(Class<? extends Expectation> kind) {
        return expectations.stream().anyMatch(it -> it.held() && kind.isInstance(it.expectation()));
    }
}
