// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.lowering.LoweredScenario;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.Ending;
import org.lwkt.runtime.expect.Interval;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.expect.Statistic;
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Distribution;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.program.Question;
import org.lwkt.runtime.scenario.ResourceSpec;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.ScenarioBuilder;
import org.lwkt.runtime.scenario.ThreadSpec;
import org.lwkt.runtime.source.SourcePosition;

/** Whatever a scenario is made of, its Java builds the same. */
class ScenarioPrinterTest {
    private static final List<Opcode> CONTROL =
            List.of(Opcode.SET, Opcode.JUMP, Opcode.BRANCH, Opcode.LOOP_ENTER, Opcode.LOOP_NEXT);

    @Test
    void everyKernelCallIsPrintedByItsName() {
        assertSame(builder().thread(ThreadSpec.kernel("t"), body -> {
            int line = 1;
            int answer = body.local();
            for (Opcode opcode : Opcode.values()) {
                body.at(line++, 5);
                if (!CONTROL.contains(opcode)) {
                    call(body, opcode, answer);
                }
            }
        }));
    }

    private static void call(ProgramBuilder body, Opcode opcode, int answer) {
        Expr[] zeros = new Expr[opcode.operands().size()];
        Arrays.fill(zeros, Expr.ZERO);
        switch (opcode) {
            case MARK -> body.mark("here \"x\"");
            case LOG -> body.log("{} and {}", Expr.index(), Expr.local(answer));
            case ASSERT -> body.assertTrue(Expr.constant(1), "holds");
            default -> {
                if (opcode.hasHandler()) {
                    body.callWith(handler -> handler.run(5).call(Opcode.WAKEUP, 0), opcode, zeros);
                } else {
                    body.call(opcode, zeros);
                }
                if (opcode.answers() && !opcode.hasHandler()) {
                    body.callInto(answer, opcode, zeros);
                }
            }
        }
    }

    @Test
    void everyStatementIsPrinted() {
        assertSame(builder().thread(ThreadSpec.kernel("t"), body -> {
            int n = body.at(1, 1).local();
            Expr value = Expr.local(n);
            body.set(n, Expr.draw(Distribution.UNIFORM, Expr.ZERO, Expr.constant(7)));
            body.at(new SourcePosition("other.lwkt", 2, 3))
                    .whileTrue(
                            Expr.binary(value, BinaryOperator.LESS, Expr.negated(Expr.constant(3))),
                            it -> it.at(4, 5).set(n, Expr.binary(value, BinaryOperator.ADD, Expr.constant(1))));
            body.at(6, 1).ifTrue(Expr.not(Expr.ask(Question.HELD, Expr.constant(1))), it -> it.run(value));
            body.at(7, 1)
                    .ifElse(
                            Expr.ask(Question.RUNNING, Expr.constant(1)),
                            it -> it.at(7, 9).run(1),
                            it -> it.at(7, 19).run(2));
            body.at(8, 1).choose(List.of(it -> it.run(1), it -> it.run(2), it -> {}));
            body.at(9, 1)
                    .around(
                            Opcode.GETTOKEN,
                            Opcode.RELTOKEN,
                            it -> it.at(9, 9).critical(inner -> inner.run(3)),
                            Expr.constant(2));
            body.at(10, 1).repeat(value, it -> it.forever(ProgramBuilder::exit));
        }));
    }

    @Test
    void everyThreadAndResourceIsPrinted() {
        ScenarioBuilder scenario = builder();
        for (ResourceSpec.Kind kind : ResourceSpec.Kind.values()) {
            scenario.at(kind.ordinal() + 1, 1)
                    .resource(ResourceSpec.of("r" + kind.ordinal(), kind)
                            .times(2)
                            .of(0)
                            .withFlags(3));
        }
        assertSame(scenario.thread(ThreadSpec.user("u").withNice(-5).onAnyCpu().startingAt(7), it -> {})
                .thread(ThreadSpec.interruptSupport("s").nostart().asDaemon(), it -> {})
                .thread(ThreadSpec.interrupt("i").atPriority(30), it -> {})
                .thread(ThreadSpec.kernel("k").times(3).template(), it -> {}));
    }

    @Test
    void everyExpectationIsPrinted() {
        ScenarioBuilder scenario = builder()
                .resource(ResourceSpec.of("rx", ResourceSpec.Kind.CHANNEL))
                .thread(ThreadSpec.kernel("w").times(2), it -> it.mark("m"))
                .thread(ThreadSpec.kernel("t"), it -> {});
        int line = 10;
        for (Moment moment : moments()) {
            scenario.at(line++, 1)
                    .expectBefore(moment, new Moment.Panic(), "a")
                    .at(line++, 1)
                    .expectBefore(moment, 7, "b");
        }
        for (Measure measure : measures()) {
            scenario.at(line++, 1)
                    .expectTotal(measure, Bounds.exactly(1), "c")
                    .at(line++, 1)
                    .expectTotal(measure, new Interval(1, 2), new Bounds(1, 5), "d");
        }
        scenario.at(line++, 1).expectTotal(new Measure.CpuTime("t"), Bounds.atLeast(1), "e");
        scenario.at(line++, 1).expectTotal(new Measure.CpuTime("w[1]"), Bounds.atMost(1), "f");
        List<Expr> conditions = List.of(
                Expr.binary(
                        Expr.ask(Question.RUNNABLE, Expr.ZERO),
                        BinaryOperator.AND,
                        Expr.not(Expr.ask(Question.HOLDS, Expr.constant(1), Expr.constant(2)))),
                Expr.binary(Expr.ask(Question.HOLDER, Expr.ZERO), BinaryOperator.EQUAL, Expr.constant(-1)));
        scenario.at(line++, 1)
                .expectAlways(conditions, "g")
                .expectNever(conditions, "h")
                .expectEventually(conditions, Long.MAX_VALUE, "i")
                .expectEventually(conditions, 3, "j")
                .expectAt(4, conditions, "k \"x\"")
                .expectPreempts("w", "t", "l")
                .expectPanic("text", "m")
                .expectLostWakeup("w", "n")
                .expectEnds(Ending.DEADLOCK, "o")
                .expectEnds(Ending.QUIESCENT, "p");
        assertSame(scenario);
    }

    private static List<Moment> moments() {
        return List.of(
                new Moment.Start("w"),
                new Moment.End("w[1]"),
                new Moment.Mark("m"),
                new Moment.Wakeup("rx"),
                new Moment.Migrate("t"),
                new Moment.Panic());
    }

    private static List<Measure> measures() {
        return List.of(
                new Measure.CpuTime("t"),
                new Measure.SwitchesOfCpu(0),
                new Measure.SwitchesToThread("t"),
                new Measure.Latency(Statistic.P99, "w"),
                new Measure.Response(Statistic.MEAN, "t"),
                new Measure.Contention(Statistic.COUNT, "vm"),
                new Measure.Hold(Statistic.TOTAL, "vm[3]"),
                new Measure.Ipis(0, Measure.ANY_CPU),
                new Measure.Interrupts(0),
                new Measure.Runnable(Statistic.EVERY, 0),
                new Measure.Utilisation(0),
                new Measure.Fairness("w"));
    }

    @Test
    void numbersOfThreadsAndResourcesHaveNames() {
        String java = assertSame(builder()
                .thread(
                        ThreadSpec.kernel("gettoken").times(2),
                        it -> it.at(1, 1).call(Opcode.GETTOKEN, 2).call(Opcode.SCHEDULE, 1)));
        assertTrue(java.contains(".call(GETTOKEN, VM + 1);"), java);
        assertTrue(java.contains(".call(SCHEDULE, GETTOKEN_THREAD + 1);"), java);
    }

    private static ScenarioBuilder builder() {
        return ScenarioBuilder.scenario("s", "t.lwkt", 1, 10)
                .at(1, 1)
                .resource(ResourceSpec.of("rq", ResourceSpec.Kind.SPINLOCK))
                .at(2, 1)
                .resource(ResourceSpec.of("vm", ResourceSpec.Kind.TOKEN).times(4))
                .at(3, 1);
    }

    private static String assertSame(ScenarioBuilder builder) {
        Scenario scenario = builder.build();
        String java = new ScenarioTemplate()
                .render(ScenarioPrinter.print(new LoweredScenario(scenario, "", Map.of()), "", "S"));
        assertEquals(List.of(scenario), JavaSources.scenarios(Map.of("S.java", java)), java);
        return java;
    }
}
