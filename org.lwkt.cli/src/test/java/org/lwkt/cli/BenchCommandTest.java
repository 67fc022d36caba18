// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lwkt.bench.Measured;

class BenchCommandTest {
    private static final List<Measured> MEASURED =
            List.of(new Measured("load1", 25, 27.25, 30, 0), new Measured("load2", 1000, 1000, 1000, 24));

    @Test
    void tableShowsTimesAndRates() {
        assertEquals("""
                load                                  best/ns      mean/ns     worst/ns  best rate/s        B/op
                load1                                    25.0         27.3         30.0     40000000         0.0
                load2                                  1000.0       1000.0       1000.0      1000000        24.0
                """, BenchCommand.table(MEASURED));
    }

    @Test
    void jsonHasOneObjectForEachLoad() {
        assertEquals("""
                [
                  {"load": "load1", "bestNs": 25.000, "meanNs": 27.250, "worstNs": 30.000, "bytesPerOperation": 0.000},
                  {"load": "load2", "bestNs": 1000.000, "meanNs": 1000.000, "worstNs": 1000.000, "bytesPerOperation": 24.000}
                ]
                """, BenchCommand.json(MEASURED));
    }
}
