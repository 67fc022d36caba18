// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.Interval;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.expect.Statistic;
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Question;

class ExpectationChecksTest {
    private static ScenarioBuilder scenario() {
        return ScenarioBuilder.scenario("checked", "c.lwkt", 1, 1)
                .resource(ResourceSpec.of("vm", ResourceSpec.Kind.TOKEN).times(2))
                .resource(ResourceSpec.of("rx", ResourceSpec.Kind.CHANNEL))
                .thread(ThreadSpec.kernel("w").times(2), body -> body.run(1))
                .thread(ThreadSpec.kernel("pattern").template(), body -> body.run(1))
                .thread("t", 0, KERN_DAEMON, body -> body.mark("m"))
                .at(7, 5);
    }

    private static void assertRefused(String message, UnaryOperator<ScenarioBuilder> expectation) {
        ScenarioBuilder scenario = expectation.apply(scenario());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, scenario::build).getMessage());
    }

    private static void assertRefused(String message, Measure measure) {
        assertRefused(message, it -> it.expectTotal(measure, Bounds.atLeast(0), "x"));
    }

    private static void assertRefused(String message, Expr condition) {
        assertRefused("c.lwkt:7:5: " + message, it -> it.expectAlways(List.of(condition), "x"));
        assertRefused("c.lwkt:7:5: " + message, it -> it.expectNever(List.of(condition), "x"));
        assertRefused("c.lwkt:7:5: " + message, it -> it.expectEventually(List.of(condition), 1, "x"));
        assertRefused("c.lwkt:7:5: " + message, it -> it.expectAt(1, List.of(condition), "x"));
    }

    @Test
    void threadsMustBeThere() {
        assertRefused("no thread is called x", it -> it.expectPreempts("x", "t", "x"));
        assertRefused("no thread is called w[2]", it -> it.expectPreempts("t", "w[2]", "x"));
        assertRefused("no thread is called x", it -> it.expectBefore(new Moment.Migrate("x"), 1, "x"));
        assertRefused("no thread is called x", it -> it.expectLostWakeup("x", "x"));
        assertRefused("no thread is called x", new Measure.Latency(Statistic.MAX, "x"));
        assertRefused("no thread is called x", new Measure.Response(Statistic.MAX, "x"));
        assertRefused("no thread is called x", new Measure.Fairness("x"));
        assertRefused("pattern is a pattern, and no thread", new Measure.CpuTime("pattern"));
    }

    @Test
    void resourcesMustBeThereAndOfTheKind() {
        assertRefused("no resource is called x", it -> it.expectBefore(new Moment.Wakeup("x"), 1, "x"));
        assertRefused("vm is of another kind", it -> it.expectBefore(new Moment.Wakeup("vm"), 1, "x"));
        assertRefused("no resource is called vm[2]", new Measure.Hold(Statistic.MAX, "vm[2]"));
        assertRefused("rx is of another kind", new Measure.Contention(Statistic.MAX, "rx"));
    }

    @Test
    void cpusMustBeThere() {
        assertRefused("the machine has no cpu 1", new Measure.Runnable(Statistic.MAX, 1));
        assertRefused("the machine has no cpu 1", new Measure.Utilisation(1));
        assertRefused("the machine has no cpu -1", new Measure.Interrupts(-1));
        assertRefused("the machine has no cpu 1", new Measure.Ipis(0, 1));
        assertRefused("the machine has no cpu -2", new Measure.Ipis(-2, 0));
    }

    @Test
    void aStatisticMustExist() {
        assertEquals(
                "there is no total of it",
                assertThrows(IllegalArgumentException.class, () -> new Measure.Latency(Statistic.TOTAL, "t"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Measure.Response(Statistic.COUNT, "t"));
        assertThrows(IllegalArgumentException.class, () -> new Measure.Runnable(Statistic.P99, 0));
    }

    @Test
    void anIntervalMustHaveSomethingInIt() {
        assertThrows(IllegalArgumentException.class, () -> new Interval(2, 2));
        assertThrows(IllegalArgumentException.class, () -> new Interval(-1, 2));
    }

    @Test
    void conditionsAskWhatTheMachineKnowsWithoutAThreadThatAsks() {
        assertRefused("no such local variable: 0", Expr.not(Expr.local(0)));
        assertRefused("a place in an array cannot stand in a condition", Expr.negated(Expr.index()));
        assertRefused("a random number cannot stand in a condition", new Expr.Pick(2));
        assertRefused("nobody is asked for SELF", Expr.ask(Question.SELF));
        assertRefused("nobody is asked for NOW", Expr.ask(Question.NOW));
        assertRefused(
                "nobody is asked for CPU",
                Expr.binary(Expr.ZERO, BinaryOperator.EQUAL, Expr.ask(Question.RUNNABLE, Expr.ask(Question.CPU))));
    }

    @Test
    void conditionsAskAboutWhatIsThere() {
        assertRefused("operand of CURRENT is out of range: 1", Expr.ask(Question.CURRENT, Expr.constant(1)));
        assertRefused("operand of ASLEEP is out of range: 4", Expr.ask(Question.ASLEEP, Expr.constant(4)));
        assertRefused("operand of HELD is out of range: 2", Expr.ask(Question.HELD, Expr.constant(2)));
        assertRefused("operand of SLEEPERS is out of range: 0", Expr.ask(Question.SLEEPERS, Expr.ZERO));
        assertRefused("RUNNING takes 1 argument(s)", Expr.ask(Question.RUNNING));
    }

    @Test
    void thereMustBeACondition() {
        assertRefused("c.lwkt:7:5: an expectation without a condition", it -> it.expectAlways(List.of(), "x"));
    }
}
