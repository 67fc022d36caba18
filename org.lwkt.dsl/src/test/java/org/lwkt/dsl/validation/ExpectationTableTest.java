// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lwkt.dsl.Compiler;

/** What the table of expectations refuses, and what can never hold. */
class ExpectationTableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "runnable(cpu 4) <= 1 | error: there is no cpu 4: the default machine has one CPU, 0",
                "ipis(cpu 1 -> any) == 1 | error: there is no cpu 1: the default machine has one CPU, 0",
                "fairness(w) in 0.9 .. 0.5 | error: this range has no values: the first must not be more than the second",
                "fairness(w) > 1 | warning: this can never hold: no fairness is more than 1",
                "utilisation(cpu 0) >= 1.01 | warning: this can never hold: no utilisation is more than 1",
                "latency(w) < 0ms | warning: this can never hold: no time is like that",
                "max hold(vm) > 10s | warning: this can never hold: nothing takes more time than there is: the run ends at 10s, the horizon of the default machine",
                "cputime(w) > 30s | warning: this can never hold: a thread cannot use more time than there is: the run ends at 10s, the horizon of the default machine",
                "cputime(w[0]) > 2ms between 1ms and 3ms | warning: this can never hold: a thread cannot use more time than lies between these two",
                "cputime(w) > 1ms between 3ms and 3ms | error: nothing lies between these times: the second must be later than the first",
                "cputime(w) > 1ms between 3ms and 11s | warning: this is undecided unless the run ends quiescent before: the horizon of the default machine is 10s",
                "hold(w) <= 1ms | error: no token is called 'w' in this scenario",
                "wakeup vm before 1ms | error: no channel is called 'vm' in this scenario",
                "always now > 1ms | error: 'now' is of the thread that runs a body: outside of bodies there is none",
                "always running(self) | error: 'self' is the thread that runs a body: outside of bodies there is none",
                "always index == 1 | error: 'index' is of the thread that runs a body: outside of bodies there is none",
                "always 5ms | error: expected a truth value, and this is a time",
                "never running(w[3]) | error: 'w' has no element 3: there are 0 .. 2",
                "always false | warning: this can never hold: the condition does not change",
                "never running(w[runnable(cpu 0)]) | error: outside of bodies an index is a number",
                "at 10s ended(w) | warning: this can never hold: the run ends at 10s, the horizon of the default machine"
            })
    void saysWhatIsWrong(String expectation, String message) {
        String text = "scenario \"s\" { token vm thread w[3] { run 1ms assert not vm held }\n expect " + expectation
                + "\n}\n";
        assertEquals(
                List.of(message),
                Compiler.diagnostics(text).stream()
                        .map(it -> it.substring(it.indexOf(": ") + 2))
                        .toList());
    }

    @Test
    void theCombinationsOfElementsAreLimited() {
        String text = "scenario \"s\" { thread a[100] { run 1ms } thread b[100] { run 1ms }\n"
                + " expect never running(a) and running(b)\n}\n";
        assertEquals(
                List.of("2:15: error: this is about too many combinations of elements: there may be 4096"),
                Compiler.diagnostics(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cputime(w) > 29s",
                "fairness(w) >= 1",
                "at 9s ended(w)",
                "max hold(vm) <= 10s",
                "never false",
                "lost wakeup of w"
            })
    void whatCanHoldIsSilent(String expectation) {
        String text = "scenario \"s\" { token vm thread w[3] { run 1ms assert not vm held }\n expect " + expectation
                + "\n}\n";
        assertEquals(List.of(), Compiler.diagnostics(text));
    }
}
