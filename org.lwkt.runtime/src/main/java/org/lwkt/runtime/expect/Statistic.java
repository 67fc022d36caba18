// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

/** Which value of many an expectation compares. */
public enum Statistic {
    /** Each single one must be within the bounds. */
    EVERY(""),
    COUNT("count"),
    TOTAL("total"),
    MIN("min"),
    MEAN("mean"),
    MAX("max"),
    P50("p50", 500),
    P90("p90", 900),
    P99("p99", 990),
    P999("p999", 999);

    private static final int MILLE = 1000;

    private final String word;
    private final int perMille;

    Statistic(String word) {
        this(word, 0);
    }

    Statistic(String word, int perMille) {
        this.word = word;
        this.perMille = perMille;
    }

    /** How the language writes it; empty for {@link #EVERY}. */
    public String word() {
        return word;
    }

    /** Whether it is the smallest value that so many are not above. */
    public boolean isPercentile() {
        return perMille != 0;
    }

    /** Of a percentile: of {@code count} values in order of size, which one it is, from 1. */
    long rank(long count) {
        return (count / MILLE * perMille) + (count % MILLE * perMille + MILLE - 1) / MILLE;
    }
}
