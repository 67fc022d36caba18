// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.Optional;
import org.lwkt.dsl.lwkt.Comparator;
import org.lwkt.dsl.lwkt.CountBounds;
import org.lwkt.dsl.lwkt.FractionBounds;
import org.lwkt.dsl.lwkt.MeasureCondition;
import org.lwkt.dsl.lwkt.TimeBounds;
import org.lwkt.runtime.expect.Bounds;

/** A comparison as the range of values that satisfy it; values are whole, so {@code < 5} is {@code <= 4}. */
public final class Limits {
    /** No value: what {@code > 9223372036854775807} leaves. */
    private static final Bounds NOTHING = new Bounds(Long.MAX_VALUE, Long.MIN_VALUE);

    private Limits() {}

    /** Empty where a value is missing. */
    public static Optional<Bounds> of(TimeBounds bounds) {
        return bounds.getLeast() != null || bounds.getMost() != null
                ? range(bounds.getLeast(), bounds.getMost())
                : comparison(bounds.getComparator(), bounds.getValue());
    }

    /** Empty where a value is missing. */
    public static Optional<Bounds> of(CountBounds bounds) {
        return bounds.getLeast() != null || bounds.getMost() != null
                ? range(bounds.getLeast(), bounds.getMost())
                : comparison(bounds.getComparator(), bounds.getValue());
    }

    /** Empty where a value is missing. */
    public static Optional<Bounds> of(FractionBounds bounds) {
        return bounds.getLeast() != null || bounds.getMost() != null
                ? range(bounds.getLeast(), bounds.getMost())
                : comparison(bounds.getComparator(), bounds.getValue());
    }

    /** Empty where a value is missing. */
    public static Optional<Bounds> of(MeasureCondition condition) {
        if (condition.getTime() != null) {
            return of(condition.getTime());
        }
        if (condition.getCount() != null) {
            return of(condition.getCount());
        }
        return condition.getFraction() == null ? Optional.empty() : of(condition.getFraction());
    }

    /** Whether the bounds are written {@code in a .. b}. */
    public static boolean isRange(MeasureCondition condition) {
        return condition.getTime() != null && condition.getTime().getLeast() != null
                || condition.getCount() != null && condition.getCount().getLeast() != null
                || condition.getFraction() != null && condition.getFraction().getLeast() != null;
    }

    private static Optional<Bounds> range(Long least, Long most) {
        return least == null || most == null ? Optional.empty() : Optional.of(new Bounds(least, most));
    }

    private static Optional<Bounds> comparison(Comparator comparator, Long value) {
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (comparator) {
                    case EQUAL -> Bounds.exactly(value);
                    case AT_MOST -> Bounds.atMost(value);
                    case AT_LEAST -> Bounds.atLeast(value);
                    case BELOW -> Bounds.atMost(value - 1);
                    case ABOVE -> value == Long.MAX_VALUE ? NOTHING : Bounds.atLeast(value + 1);
                });
    }
}
