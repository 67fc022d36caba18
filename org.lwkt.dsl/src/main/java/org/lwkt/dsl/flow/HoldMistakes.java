// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.model.Kind;

/** Mistakes that all kinds of locks have in common. */
final class HoldMistakes {
    private HoldMistakes() {}

    static Findings.Mistake notHeld(Scene scene, EObject at, Thing thing, String call) {
        return new Findings.Mistake(
                IssueCodes.NOT_HELD,
                Outcome.PANIC,
                thing.kind().noun() + " " + thing.title() + " is not held " + scene.here(at),
                call,
                "panics");
    }

    /** @param outcome a panic, or a wait for oneself */
    static Findings.Mistake again(Scene scene, EObject at, Hold hold, String call, Outcome outcome) {
        String mode = hold.thing().kind() != Kind.SERIALIZER && hold.shared() ? "held shared" : "held";
        return new Findings.Mistake(
                outcome == Outcome.PANIC ? IssueCodes.TAKEN_TWICE : IssueCodes.SELF_DEADLOCK,
                outcome,
                hold.thing().kind().noun() + " " + hold.thing().title() + " is " + mode + " already " + scene.here(at)
                        + ", " + scene.taken(hold),
                outcome == Outcome.PANIC ? call : "the thread",
                outcome == Outcome.PANIC ? "panics" : "waits for itself");
    }
}
