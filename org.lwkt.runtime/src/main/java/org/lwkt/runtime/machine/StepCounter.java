// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.snapshot.Unhashed;

/** Counts steps against the two budgets of steps, at the price of one comparison a step. */
@Unhashed
final class StepCounter {
    private final long most;
    private final long mostAtOneInstant;

    private final Limits limits;

    private long steps;
    /** The count that either budget allows at this instant. */
    private long allowed;

    private boolean over;

    StepCounter(Limits limits) {
        this.limits = limits;
        most = limits.steps().most();
        mostAtOneInstant = limits.stepsAtOneInstant().most();
        newInstant();
    }

    /** Virtual time has passed. */
    void newInstant() {
        allowed = mostAtOneInstant < most - steps ? steps + mostAtOneInstant : most;
    }

    /** Counts one more step; false where it is beyond a budget and must not be taken. */
    boolean take() {
        if (steps < allowed) {
            steps++;
            return true;
        }
        over = true;
        return false;
    }

    long steps() {
        return steps;
    }

    boolean isOver() {
        return over;
    }

    /** Which budget was crossed. */
    String overText() {
        return (steps >= most ? limits.steps() : limits.stepsAtOneInstant()).crossed();
    }
}
