// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.lwkt.dsl.Holds.assertHolds;

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.scenario.Result;

/** Random numbers in bodies: from the seed alone, and within what they are drawn from. */
class RandomNumbersTest {
    private static Result withSeed(int seed) {
        return assertHolds("machine m { seed " + seed
                + " } scenario \"s\" on m { thread t { repeat 100 { run uniform(1us, 5ms) } } }");
    }

    @Test
    void areTheSameFromTheSameSeedAndOthersFromAnother() {
        assertEquals(withSeed(1).digest(), withSeed(1).digest());
        assertNotEquals(withSeed(1).end().timeNs(), withSeed(2).end().timeNs());
    }

    @Test
    void ofAUniformDistributionLieBetweenItsEnds() {
        assertHolds("""
                scenario "s" {
                    thread t {
                        var n = uniform(3, 3)
                        assert n == 3
                        repeat 1_000 {
                            n = uniform(2, 5)
                            assert n >= 2 and n <= 5
                            var d = uniform(1ms, 2ms)
                            assert d >= 1ms and d <= 2ms
                        }
                    }
                    expect quiescent
                }
                """);
    }

    @Test
    void haveTheMeanOfTheirDistribution() {
        assertHolds("""
                scenario "s" {
                    thread e { repeat 2_000 { run exponential(100us) } }
                    thread n { repeat 2_000 { run normal(100us, 10us) } }
                    thread u { repeat 2_000 { run uniform(50us, 150us) } }
                    expect cputime(e) in 190ms .. 210ms
                    expect cputime(n) in 198ms .. 202ms
                    expect cputime(u) in 196ms .. 204ms
                }
                """);
    }

    @Test
    void ofAListAreOneOfItsValues() {
        assertHolds("""
                scenario "s" {
                    thread t {
                        var first = 0
                        var n = 0
                        repeat 1_000 {
                            n = oneof(1, 10, 100)
                            assert n == 1 or n == 10 or n == 100
                            if n == 1 { first = first + 1 }
                        }
                        assert first > 250 and first < 420
                        assert oneof(true)
                        run oneof(1ms, 2ms) + 1ms
                    }
                    expect quiescent
                }
                """);
    }
}
