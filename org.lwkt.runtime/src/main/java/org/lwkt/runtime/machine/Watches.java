// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.snapshot.Unhashed;

/**
 * The events of the script that wait for a condition. Each is looked at when all events of an instant are handled, unless
 * nothing can have changed since the last look, and happens when its condition has come true. What happens then belongs
 * to the same instant, so that the look is repeated behind it.
 */
final class Watches {
    private final Script script;
    private final Stillness stillness;
    /** By watch: its place in the script. */
    private final int[] places;

    @Constant
    private final Expr[][] conditions;

    /** By watch: whether its condition held at the last look. */
    private final boolean[] held;
    /** By watch: whether it happens no more. */
    private final boolean[] over;

    // Where the last look found all there was to find, another one finds nothing: no matter of the state.
    @Unhashed
    private boolean touched = true;

    @Unhashed
    private long activity;

    private Watches(Script script, Stillness stillness, List<Integer> places) {
        this.script = script;
        this.stillness = stillness;
        this.places = places.stream().mapToInt(it -> it).toArray();
        conditions = new Expr[this.places.length][];
        for (int watch = 0; watch < conditions.length; watch++) {
            conditions[watch] = condition(watch).conditions().toArray(new Expr[0]);
        }
        held = new boolean[this.places.length];
        over = new boolean[this.places.length];
    }

    /** Null where nothing waits for a condition. */
    static Watches of(List<ScriptedEvent> events, Script script, Stillness stillness) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < events.size(); place++) {
            if (events.get(place).occasion() instanceof Occasion.When) {
                places.add(place);
            }
        }
        return places.isEmpty() ? null : new Watches(script, stillness, places);
    }

    /** Something happened that may have changed the state; a polling turn that came to nothing does not. */
    void touch() {
        touched = true;
    }

    /** Whether there may be something that the last look did not see. */
    boolean isLookDue() {
        return touched || activity != stillness.activity();
    }

    /**
     * Looks at all conditions.
     *
     * @param state what an expression is now
     * @return whether something happens, now or later, that would not have happened otherwise
     * @throws NoValue where a condition has none
     */
    boolean look(long nowNs, ToLongFunction<Expr> state) throws NoValue {
        touched = false;
        activity = stillness.activity();
        boolean risen = false;
        for (int watch = 0; watch < places.length; watch++) {
            if (over[watch]) {
                continue;
            }
            boolean holds = holds(watch, state);
            if (holds && !held[watch]) {
                risen |= rise(watch, nowNs);
            }
            held[watch] = holds && !over[watch];
        }
        return risen;
    }

    private boolean holds(int watch, ToLongFunction<Expr> state) throws NoValue {
        for (Expr condition : conditions[watch]) {
            try {
                if (state.applyAsLong(condition) == 0) {
                    return false;
                }
            } catch (ArithmeticException noValue) {
                throw new NoValue(noValue.getMessage(), script.eventAt(places[watch]));
            }
        }
        return true;
    }

    private boolean rise(int watch, long nowNs) {
        Occasion.When condition = condition(watch);
        over[watch] = condition.once();
        return script.happen(places[watch], SimTime.plus(nowNs, condition.afterNs()));
    }

    private Occasion.When condition(int watch) {
        return (Occasion.When) script.eventAt(places[watch]).occasion();
    }

    /** A condition could not be computed. */
    static final class NoValue extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient ScriptedEvent event;

        NoValue(String reason, ScriptedEvent event) {
            super(reason);
            this.event = event;
        }

        ScriptedEvent event() {
            return event;
        }
    }
}
