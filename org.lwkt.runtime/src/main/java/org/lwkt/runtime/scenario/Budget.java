// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.lwkt.runtime.source.SourcePosition;

/**
 * The limits of a run. Crossing one ends the run with a result that names it and the line that was running. The
 * horizon of the machine is the budget of virtual time.
 *
 * @param steps instructions, interrupts and deliveries in all
 * @param stepsAtOneInstant the Zeno guard: steps without virtual time passing
 * @param traceEvents recorded events
 * @param threads created while the scenario runs, beyond those that it declares
 * @param places where a scenario sets them; those that it leaves alone are missing
 */
public record Budget(
        long steps, long stepsAtOneInstant, long traceEvents, long threads, Map<Limit, SourcePosition> places) {
    public static final Budget DEFAULT = new Budget(1_000_000_000L, 1_000_000L, 4_000_000L, 200_000L);

    /** What is limited, and how far that can go: more events or threads would not fit into any memory. */
    public enum Limit {
        STEPS("steps", Long.MAX_VALUE),
        STEPS_AT_ONE_INSTANT("steps at one instant", Long.MAX_VALUE),
        EVENTS("events", 20_000_000L),
        THREADS("threads", 2_000_000L);

        private final String words;
        private final long most;

        Limit(String words, long most) {
            this.words = words;
            this.most = most;
        }

        /** As the language calls it. */
        public String words() {
            return words;
        }

        /** The largest value; the smallest is 1. */
        public long most() {
            return most;
        }
    }

    public Budget {
        if (steps < 1 || stepsAtOneInstant < 1 || traceEvents < 1 || threads < 1) {
            throw new IllegalArgumentException("a budget must be at least 1: steps=" + steps + " stepsAtOneInstant="
                    + stepsAtOneInstant + " traceEvents=" + traceEvents + " threads=" + threads);
        }
        Map<Limit, SourcePosition> ordered = new EnumMap<>(Limit.class);
        ordered.putAll(places);
        places = Collections.unmodifiableMap(ordered);
    }

    /** Of no scenario. */
    public Budget(long steps, long stepsAtOneInstant, long traceEvents, long threads) {
        this(steps, stepsAtOneInstant, traceEvents, threads, Collections.emptyMap());
    }

    /** With the default number of threads. */
    public Budget(long steps, long stepsAtOneInstant, long traceEvents) {
        this(steps, stepsAtOneInstant, traceEvents, DEFAULT.threads);
    }

    public Budget withSteps(long most) {
        return with(Limit.STEPS, most, null);
    }

    public Budget withStepsAtOneInstant(long most) {
        return with(Limit.STEPS_AT_ONE_INSTANT, most, null);
    }

    public Budget withTraceEvents(long most) {
        return with(Limit.EVENTS, most, null);
    }

    public Budget withThreads(long most) {
        return with(Limit.THREADS, most, null);
    }

    public long of(Limit limit) {
        return switch (limit) {
            case STEPS -> steps;
            case STEPS_AT_ONE_INSTANT -> stepsAtOneInstant;
            case EVENTS -> traceEvents;
            case THREADS -> threads;
        };
    }

    /**
     * One limit is another.
     *
     * @param place where a scenario says so, or null
     */
    public Budget with(Limit limit, long most, SourcePosition place) {
        if (most > limit.most) {
            throw new IllegalArgumentException(
                    "a budget of " + limit.words + " is at most " + limit.most + ": " + most);
        }
        Map<Limit, SourcePosition> newPlaces = new EnumMap<>(Limit.class);
        newPlaces.putAll(places);
        newPlaces.remove(limit);
        if (place != null) {
            newPlaces.put(limit, place);
        }
        return new Budget(
                limit == Limit.STEPS ? most : steps,
                limit == Limit.STEPS_AT_ONE_INSTANT ? most : stepsAtOneInstant,
                limit == Limit.EVENTS ? most : traceEvents,
                limit == Limit.THREADS ? most : threads,
                newPlaces);
    }

    /** Whether a scenario sets the limit. */
    boolean sets(Limit limit) {
        return places.containsKey(limit);
    }

    /** What is said of a run that crosses the limit. */
    String crossed(Limit limit) {
        String text = "more than " + of(limit) + " " + title(limit);
        SourcePosition place = places.get(limit);
        return place == null || !place.isKnown() ? text : text + ", the budget that is set at " + place;
    }

    private static String title(Limit limit) {
        return switch (limit) {
            case STEPS, STEPS_AT_ONE_INSTANT -> limit.words;
            case EVENTS -> "trace events";
            case THREADS -> "threads created";
        };
    }
}
