// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.scenario.Result;

/**
 * One run, without its trace: so small that many can be kept.
 *
 * @param run its number, from 1
 * @param values of the parameters, as they are written
 * @param held whether every expectation held and the run ended as it should
 * @param end why it ended, in lower case, such as {@code quiescent} or {@code lost wakeup}
 * @param endNs the virtual time of the end
 * @param expectations in the order of the scenario
 */
public record RunRow(
        int run,
        List<String> values,
        boolean held,
        String end,
        long endNs,
        long steps,
        long switches,
        String digest,
        List<Measured> expectations) {
    public RunRow {
        values = List.copyOf(values);
        expectations = List.copyOf(expectations);
    }

    /**
     * What became of an expectation.
     *
     * @param actual the value found, in words; empty where there is none
     */
    public record Measured(ExpectationResult.Outcome outcome, String actual) {
        public boolean held() {
            return outcome == ExpectationResult.Outcome.HELD;
        }
    }

    public static RunRow of(int run, List<String> values, Result result) {
        return new RunRow(
                run,
                values,
                result.held(),
                result.end().reason().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                result.end().timeNs(),
                result.steps(),
                result.switches(),
                result.digest(),
                result.expectations().stream()
                        .map(it -> new Measured(it.outcome(), it.actual()))
                        .toList());
    }

    /** The numbers, from 1, of the expectations that did not hold. */
    public List<Integer> failed() {
        return IntStream.range(0, expectations.size())
                .filter(i -> !expectations.get(i).held())
                .mapToObj(i -> i + 1)
                .toList();
    }
}
