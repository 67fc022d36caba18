// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.metrics.Samples;
import org.lwkt.runtime.trace.TraceEvent;

/**
 * A statistic of times that begin with one event and end with another, of each element of a name. Subclasses say when.
 * What has not ended when the run is over counts as long as it was until then, where that makes the value larger. Keeps
 * the events before the worst one ended.
 */
abstract class SampleEvaluator extends MeasureEvaluator {
    final Statistic statistic;
    final Elements elements;

    private final Samples[] samples;
    private final boolean smallIsWorse;

    // Over all elements.
    private long begun;
    private long totalNs;
    private long worstNs = -1;

    private int worstPlace;
    private final Evidence worst = new Evidence();
    /** By place; null where nothing has been kept. */
    private final Evidence[] recent;

    SampleEvaluator(Expectation.Total expectation, Statistic statistic, Elements elements, EvaluationContext context) {
        super(expectation, context);
        this.statistic = statistic;
        this.elements = elements;
        smallIsWorse = statistic == Statistic.MIN || bounds.most() == Long.MAX_VALUE;
        recent = new Evidence[elements.count()];
        samples = new Samples[elements.count()];
        for (int place = 0; place < samples.length; place++) {
            samples[place] = new Samples(bounds.least(), bounds.most(), statistic.isPercentile());
        }
    }

    /** How long what has not ended yet lasts at that time, the longest of the element; negative: nothing. */
    abstract long openNs(int place, long nowNs);

    /** How much of what has not ended yet lies in the interval, of all elements. */
    abstract long openTotalNs(long nowNs);

    /** Keeps an event that may explain something of the element. */
    final void keep(int place, TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        if (recent[place] == null) {
            recent[place] = new Evidence();
        }
        recent[place].add(kind, timeNs, cpu, thread, detail);
    }

    final void begins(long nowNs) {
        if (interval.contains(nowNs)) {
            begun++;
        }
    }

    final void ends(int place, long sinceNs, long nowNs, int cpu, int thread) {
        totalNs += interval.overlapNs(sinceNs, nowNs);
        if (!interval.contains(nowNs)) {
            return;
        }
        long lengthNs = nowNs - sinceNs;
        samples[place].add(lengthNs);
        if (worstNs < 0 || (smallIsWorse ? lengthNs < worstNs : lengthNs > worstNs)) {
            worstNs = lengthNs;
            worstPlace = place;
            worst.become(recent(place));
            if (statistic == Statistic.MIN || statistic == Statistic.MAX || statistic == Statistic.EVERY) {
                decidedBy(nowNs, cpu, thread);
            }
        }
    }

    private Evidence recent(int place) {
        return recent[place] == null ? Evidence.NONE : recent[place];
    }

    private boolean isSum() {
        return statistic == Statistic.COUNT || statistic == Statistic.TOTAL;
    }

    private long sum(long nowNs) {
        return statistic == Statistic.COUNT ? begun : totalNs + openTotalNs(nowNs);
    }

    @Override
    final Outcome judge(long lastNs, boolean complete) {
        if (isSum()) {
            return Judgement.growing(sum(lastNs), bounds, complete);
        }
        Outcome outcome = Outcome.HELD;
        for (int place = 0; place < samples.length; place++) {
            outcome = Judgement.both(outcome, judge(place, lastNs, complete));
        }
        return outcome;
    }

    private Outcome judge(int place, long lastNs, boolean complete) {
        Samples all = samples[place];
        long openNs = openInInterval(place, lastNs);
        if (all.count() == 0) {
            return openNs > bounds.most() ? Outcome.FAILED : Outcome.UNDECIDED;
        }
        return switch (statistic) {
            case MIN -> Judgement.shrinking(all.least(), bounds, complete);
            case MAX -> Judgement.growing(Math.max(all.most(), openNs), bounds, complete);
            case MEAN -> Judgement.settled(mean(all, openNs), bounds, complete);
            case EVERY -> Judgement.every(all.least(), Math.max(all.most(), openNs), bounds, complete);
            default -> percentile(all, openNs, complete);
        };
    }

    private Outcome percentile(Samples all, long openNs, boolean complete) {
        if (!complete) {
            return Outcome.UNDECIDED;
        }
        long rank = statistic.rank(all.count());
        boolean isAbove = all.isAbove(rank) || openNs > bounds.most() && isAboveWithOneMore(all);
        return isAbove || all.isBelow(rank) ? Outcome.FAILED : Outcome.HELD;
    }

    /** Whether the percentile is too large if one more that is too large counts. */
    private boolean isAboveWithOneMore(Samples all) {
        long rank = statistic.rank(all.count() + 1);
        return rank > all.count() || all.isAbove(rank);
    }

    private long openInInterval(int place, long lastNs) {
        return lastNs < interval.untilNs() ? openNs(place, lastNs) : -1;
    }

    private static long mean(Samples all, long openNs) {
        long mean = rounded(all.total(), all.count());
        return openNs > mean ? rounded(all.total() + openNs, all.count() + 1) : mean;
    }

    private static long rounded(long total, long count) {
        return (total + count / 2) / count;
    }

    @Override
    final String actual(long lastNs) {
        if (isSum()) {
            return text(sum(lastNs));
        }
        int shown = shown(lastNs);
        return (samples.length == 1 ? "" : elements.name(shown) + ": ") + value(shown, lastNs);
    }

    private int shown(long lastNs) {
        int shown = 0;
        for (int place = 1; place < samples.length; place++) {
            if (isWorse(place, shown, lastNs)) {
                shown = place;
            }
        }
        return shown;
    }

    /** Failed ones before undecided ones before others; among equals by their largest values, or their smallest. */
    private boolean isWorse(int place, int than, long lastNs) {
        int order = rank(judge(place, lastNs, true)) - rank(judge(than, lastNs, true));
        if (order != 0) {
            return order > 0;
        }
        if (samples[place].count() == 0 || samples[than].count() == 0) {
            return false;
        }
        return smallIsWorse
                ? samples[place].least() < samples[than].least()
                : samples[place].most() > samples[than].most();
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case HELD -> 0;
            case UNDECIDED -> 1;
            case FAILED -> 2;
        };
    }

    private String value(int place, long lastNs) {
        Samples all = samples[place];
        long openNs = openInInterval(place, lastNs);
        if (all.count() == 0) {
            return openNs < 0 ? "no value" : text(openNs) + " and not over";
        }
        return switch (statistic) {
            case MIN -> text(all.least());
            case MAX -> openNs > all.most() ? text(openNs) + " and not over" : text(all.most());
            case MEAN -> text(mean(all, openNs));
            case EVERY -> text(all.least(), Math.max(all.most(), openNs));
            default ->
                openNs > bounds.most() && isAboveWithOneMore(all)
                        ? text(openNs) + " and not over"
                        : text(all.ofRank(statistic.rank(all.count())));
        };
    }

    @Override
    final Evidence evidence(long lastNs) {
        int shown = shown(lastNs);
        boolean ended = worstNs >= 0 && worstPlace == shown;
        if (ended && openInInterval(shown, lastNs) <= worstNs) {
            return worst;
        }
        decidedByEnd();
        return recent(shown);
    }
}
