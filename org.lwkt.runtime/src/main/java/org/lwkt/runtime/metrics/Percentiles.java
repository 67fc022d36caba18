// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.metrics;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.lwkt.runtime.snapshot.Rewindable;

/** Values of any size to three significant digits, in memory that does not depend on how many there are. */
final class Percentiles implements Rewindable {
    private static final int DIGITS = 3;

    private Histogram histogram = new Histogram(DIGITS);

    void add(long value) {
        histogram.recordValue(value);
    }

    /** The value of that rank, from 1, of all values in order of size; what follows the digits that are kept is 0. */
    long ofRank(long rank) {
        long value = 0;
        for (HistogramIterationValue step : histogram.recordedValues()) {
            value = histogram.lowestEquivalentValue(step.getValueIteratedTo());
            if (step.getTotalCountToThisValue() >= rank) {
                break;
            }
        }
        return value;
    }

    @Override
    public Object mark() {
        return histogram.copy();
    }

    @Override
    public void rewind(Object mark) {
        histogram = ((Histogram) mark).copy();
    }
}
