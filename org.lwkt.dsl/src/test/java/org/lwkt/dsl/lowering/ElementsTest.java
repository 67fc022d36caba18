// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.lwkt.dsl.Compiler;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;

/** Elements of arrays whose index is known only when a body runs. */
class ElementsTest {
    private static String scenario(String body) {
        return "scenario \"s\" { thread first { } token slot[2] thread w[3] at SOFT_NORM nostart { } thread t {\n var i = 0\n"
                + body + "\n} }";
    }

    private static Result run(String body) {
        return Runner.of(Compiler.scenario(scenario(body))).run();
    }

    private static void assertError(String message, int line, String body) {
        RunEnd end = run(body).end();
        assertEquals(message, end.detail());
        assertEquals(line, end.position().line());
    }

    @Test
    void theIndexIsEvaluatedOnce() {
        assertEquals(
                Expr.element(1, 3, Expr.local(0), "w"),
                Compiler.scenario(scenario("schedule w[i]"))
                        .threads()
                        .get(2)
                        .body()
                        .argument(1, 0));
    }

    @Test
    void anIndexInsideIsThatElement() {
        RunEnd end = run("schedule w[i + 2] yield assert ended(w[i + 2]) assert not ended(w[i + 1])")
                .end();
        assertEquals(RunEnd.Reason.QUIESCENT, end.reason(), end::detail);
    }

    @Test
    void anIndexOutsideEndsTheRunAtItsLineAndNamesTheArray() {
        assertError("no element w[3]: w has 3 elements", 4, "i = 3\nschedule w[i]");
        assertError("no element w[-1]: w has 3 elements", 3, "schedule w[i - 1]");
        assertError("no element slot[2]: slot has 2 elements", 4, "\nwith token slot[i + 2] { }");
        assertError("no element slot[5]: slot has 2 elements", 3, "gettoken slot[i + 5]");
        assertError("no element w[7]: w has 3 elements", 3, "log \"{}\", started(w[i + 7])");
    }
}
