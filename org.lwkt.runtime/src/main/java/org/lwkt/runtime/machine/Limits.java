// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.function.BooleanSupplier;
import org.lwkt.runtime.snapshot.Constant;

/**
 * What stops a run that does not end by itself.
 *
 * @param steps instructions, interrupts, deliveries and polling turns in all
 * @param stepsAtOneInstant the same without virtual time passing: the Zeno guard
 * @param threads created while it runs
 * @param cancelled polled now and then; the run stops soon after it answers true
 */
@Constant
public record Limits(Limit steps, Limit stepsAtOneInstant, Limit threads, BooleanSupplier cancelled) {
    /**
     * So many, and no more.
     *
     * @param crossed what is said of a run that goes beyond
     */
    public record Limit(long most, String crossed) {}
}
