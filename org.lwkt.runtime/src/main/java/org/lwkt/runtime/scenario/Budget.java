// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

/**
 * The limits of a run. Crossing one ends the run with a result that names it and the line that was running. The
 * horizon of the machine is the budget of virtual time.
 *
 * @param steps instructions, interrupts and deliveries in all
 * @param stepsAtOneInstant the Zeno guard: steps without virtual time passing
 * @param traceEvents recorded events
 * @param threads created while the scenario runs, beyond those that it declares
 */
public record Budget(long steps, long stepsAtOneInstant, long traceEvents, long threads) {
    public static final Budget DEFAULT = new Budget(1_000_000_000L, 1_000_000L, 4_000_000L, 200_000L);

    public Budget {
        if (steps < 1 || stepsAtOneInstant < 1 || traceEvents < 1 || threads < 1) {
            throw new IllegalArgumentException("a budget must be at least 1: steps=" + steps + " stepsAtOneInstant="
                    + stepsAtOneInstant + " traceEvents=" + traceEvents + " threads=" + threads);
        }
    }

    /** With the default number of threads. */
    public Budget(long steps, long stepsAtOneInstant, long traceEvents) {
        this(steps, stepsAtOneInstant, traceEvents, DEFAULT.threads);
    }

    public Budget withSteps(long most) {
        return new Budget(most, stepsAtOneInstant, traceEvents, threads);
    }

    public Budget withStepsAtOneInstant(long most) {
        return new Budget(steps, most, traceEvents, threads);
    }

    public Budget withTraceEvents(long most) {
        return new Budget(steps, stepsAtOneInstant, most, threads);
    }

    public Budget withThreads(long most) {
        return new Budget(steps, stepsAtOneInstant, traceEvents, most);
    }
}
