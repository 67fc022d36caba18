// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

/**
 * The limits of a run. Crossing one ends the run with a result that names it and the line that was running. The
 * horizon of the machine is the budget of virtual time.
 *
 * @param steps instructions, interrupts and deliveries in all
 * @param stepsAtOneInstant the Zeno guard: steps without virtual time passing
 * @param traceEvents recorded events
 */
public record Budget(long steps, long stepsAtOneInstant, long traceEvents) {
    public static final Budget DEFAULT = new Budget(1_000_000_000L, 1_000_000L, 4_000_000L);

    public Budget {
        if (steps < 1 || stepsAtOneInstant < 1 || traceEvents < 1) {
            throw new IllegalArgumentException("a budget must be at least 1: steps=" + steps + " stepsAtOneInstant="
                    + stepsAtOneInstant + " traceEvents=" + traceEvents);
        }
    }
}
