// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.lwkt.runtime.scenario.Runs.MS;

import java.util.List;
import java.util.Random;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.Interval;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.expect.Statistic;
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Question;

/** Expectations by chance, some of which hold. */
final class AnyExpectations {
    private static final List<Statistic> OF_TIMES = List.of(
            Statistic.EVERY,
            Statistic.MIN,
            Statistic.MEAN,
            Statistic.MAX,
            Statistic.P50,
            Statistic.P99,
            Statistic.P999);

    private AnyExpectations() {}

    /** A few, about the threads {@code t0}, {@code t1}, ... */
    static void add(ScenarioBuilder scenario, Random random, int threads, int cpus) {
        for (int count = random.nextInt(6); count > 0; count--) {
            String thread = "t" + random.nextInt(threads);
            String other = "t" + random.nextInt(threads);
            long timeNs = random.nextInt(40) * MS;
            List<Expr> condition = List.of(condition(random, threads, cpus));
            switch (random.nextInt(8)) {
                case 0 -> scenario.expectPreempts(thread, other, "preempts");
                case 1 -> scenario.expectBefore(new Moment.Migrate(thread), new Moment.End(other), "before");
                case 2 -> scenario.expectBefore(new Moment.Start(thread), timeNs, "before");
                case 3 -> scenario.expectAlways(condition, "always");
                case 4 -> scenario.expectNever(condition, "never");
                case 5 -> scenario.expectEventually(condition, timeNs, "eventually");
                case 6 -> scenario.expectAt(timeNs, condition, "at");
                default -> {
                    Interval interval = random.nextBoolean()
                            ? Interval.RUN
                            : new Interval(timeNs, timeNs + (1 + random.nextInt(30)) * MS);
                    long least = random.nextInt(3) * random.nextInt(5);
                    Bounds bounds = new Bounds(least, least + random.nextInt(10 * (int) MS));
                    scenario.expectTotal(measure(random, thread, cpus), interval, bounds, "measure");
                }
            }
        }
    }

    private static Measure measure(Random random, String thread, int cpus) {
        Statistic statistic = OF_TIMES.get(random.nextInt(OF_TIMES.size()));
        int cpu = random.nextInt(cpus);
        return switch (random.nextInt(10)) {
            case 0 -> new Measure.CpuTime(thread);
            case 1 -> new Measure.SwitchesOfCpu(cpu);
            case 2 -> new Measure.SwitchesToThread(thread);
            case 3 -> new Measure.Response(statistic, thread);
            case 4 -> new Measure.Ipis(cpu, Measure.ANY_CPU);
            case 5 -> new Measure.Interrupts(cpu);
            case 6 -> new Measure.Runnable(Statistic.MEAN, cpu);
            case 7 -> new Measure.Utilisation(cpu);
            case 8 -> new Measure.Fairness(thread);
            default -> new Measure.Latency(statistic, thread);
        };
    }

    static Expr condition(Random random, int threads, int cpus) {
        Expr thread = Expr.constant(random.nextInt(threads));
        Expr cpu = Expr.constant(random.nextInt(cpus));
        return switch (random.nextInt(4)) {
            case 0 -> Expr.binary(Expr.ask(Question.CURRENT, cpu), BinaryOperator.EQUAL, thread);
            case 1 -> Expr.binary(Expr.ask(Question.RUNNABLE, cpu), BinaryOperator.AT_MOST, Expr.constant(2));
            case 2 -> Expr.not(Expr.ask(Question.ASLEEP, thread));
            default -> Expr.ask(Question.RUNNING, thread);
        };
    }
}
