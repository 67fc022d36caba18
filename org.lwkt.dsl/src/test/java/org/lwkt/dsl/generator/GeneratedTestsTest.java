// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.JavaOptions;
import org.opentest4j.AssertionFailedError;

/** The JUnit classes that are generated on request. */
class GeneratedTestsTest {
    private static Map<String, String> sources(String text) {
        return Compiler.compile(text).javaSources(new JavaOptions(Optional.of("demo"), true));
    }

    private static List<DynamicTest> tests(String text) {
        return JavaSources.dynamicTests(sources(text), "demo.OneTwoTest", "run").stream()
                .map(DynamicTest.class::cast)
                .toList();
    }

    @Test
    void haveATestForTheEndAndOneForEachExpectation() throws Throwable {
        List<DynamicTest> tests = tests("""
                scenario "one two" {
                    thread t { run 1ms }
                    expect cputime(t) == 1ms
                    expect cputime(t) == 2ms
                }
                """);
        assertEquals(
                List.of("ends as expected", "cputime(t) == 1ms", "cputime(t) == 2ms"),
                tests.stream().map(DynamicTest::getDisplayName).toList());
        tests.get(0).getExecutable().execute();
        tests.get(1).getExecutable().execute();
        AssertionFailedError failed =
                assertThrows(AssertionFailedError.class, tests.get(2).getExecutable());
        assertEquals("""
                t.lwkt:4:5: expected cputime(t) == 2ms, actual 1ms
                  at 1ms
                  0s cpu 0: switch t
                  1ms cpu 0: end t""", failed.getMessage());
    }

    @Test
    void failWhereARunEndsInAWayThatNobodyExpected() {
        List<DynamicTest> tests = tests("scenario \"one two\" { thread t { assert false } }");
        AssertionFailedError failed =
                assertThrows(AssertionFailedError.class, tests.get(0).getExecutable());
        assertTrue(failed.getMessage().contains("PANIC"), failed.getMessage());
    }

    @Test
    void haveAContainerForEachRunOfAScenarioWithParameters() throws Throwable {
        List<?> runs = JavaSources.dynamicTests(sources("""
                        scenario "one two" with work in [1ms, 2ms] {
                            thread t { run work }
                            expect cputime(t) <= 1ms
                        }
                        """), "demo.OneTwoTest", "runs");
        assertEquals(
                List.of("work = 1ms", "work = 2ms"),
                runs.stream()
                        .map(it -> ((DynamicContainer) it).getDisplayName())
                        .toList());
        List<DynamicTest> first = ((DynamicContainer) runs.get(0))
                .getChildren()
                .map(DynamicTest.class::cast)
                .toList();
        first.get(1).getExecutable().execute();
        List<DynamicTest> second = ((DynamicContainer) runs.get(1))
                .getChildren()
                .map(DynamicTest.class::cast)
                .toList();
        assertThrows(AssertionFailedError.class, second.get(1).getExecutable());
    }

    @Test
    void areNotGeneratedUnlessTheyAreAskedFor() {
        assertEquals(
                List.of("S.java"),
                List.copyOf(Compiler.compile("scenario \"s\" { thread t { run 1ms } }")
                        .javaSources()
                        .keySet()));
    }

    @Test
    void haveNamesThatNoScenarioHas() {
        assertEquals(3 + 3, sources("""
                        scenario "a" { thread t { run 1ms } }
                        scenario "a test" { thread t { run 1ms } }
                        scenario "A" { thread t { run 1ms } }
                        """).size());
    }
}
