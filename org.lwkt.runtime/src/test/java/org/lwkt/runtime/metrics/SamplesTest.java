// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.snapshot.Snapshot;

class SamplesTest {
    private static final long LIMIT_LEAST = 1_000;
    private static final long LIMIT_MOST = 5_000_000;

    private static Samples of(long... values) {
        Samples samples = new Samples(LIMIT_LEAST, LIMIT_MOST, true);
        Arrays.stream(values).forEach(samples::add);
        return samples;
    }

    @Property(seed = "1", tries = 500)
    void ranksAreThoseOfTheSortedValues(
            @ForAll @Size(min = 1, max = 50) List<@LongRange(min = 0, max = 100_000_000_000L) Long> values) {
        long[] sorted = values.stream().mapToLong(it -> it).toArray();
        Samples samples = of(sorted);
        Arrays.sort(sorted);
        assertEquals(sorted.length, samples.count());
        assertEquals(sorted[0], samples.least());
        assertEquals(sorted[sorted.length - 1], samples.most());
        assertEquals(Arrays.stream(sorted).sum(), samples.total());
        for (int rank = 1; rank <= sorted.length; rank++) {
            long exact = sorted[rank - 1];
            long value = samples.ofRank(rank);
            assertEquals(exact < LIMIT_LEAST, samples.isBelow(rank));
            assertEquals(exact > LIMIT_MOST, samples.isAbove(rank));
            assertEquals(exact < LIMIT_LEAST, value < LIMIT_LEAST);
            assertEquals(exact > LIMIT_MOST, value > LIMIT_MOST);
            assertTrue(Math.abs(exact - value) <= exact / 1000, exact + " became " + value);
        }
    }

    @Test
    void aLimitIsExactWhereTheDigitsEnd() {
        Samples samples = of(LIMIT_MOST, LIMIT_MOST + 1);
        assertEquals(LIMIT_MOST, samples.ofRank(1));
        assertEquals(LIMIT_MOST + 1, samples.ofRank(2));
    }

    @Test
    void aSnapshotTakesThemBack() {
        Samples samples = of(10, 20);
        Snapshot snapshot = new Snapshot(samples);
        for (int turn = 0; turn < 2; turn++) {
            samples.add(3_000_000);
            assertEquals(3, samples.count());
            assertTrue(samples.ofRank(3) > 2_000_000);
            snapshot.restore();
            assertEquals(2, samples.count());
            assertEquals(20, samples.ofRank(2));
        }
    }
}
