// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import org.lwkt.dsl.lwkt.MeasureCondition;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Statistic;

/** What an expectation measures, as data. */
final class Measures {
    private Measures() {}

    static Measure of(MeasureCondition condition) {
        return switch (condition.getKind()) {
            case "cputime" -> new Measure.CpuTime(thread(condition));
            case "switches" ->
                condition.getTarget() == null
                        ? new Measure.SwitchesOfCpu(cpu(condition.getCpu()))
                        : new Measure.SwitchesToThread(thread(condition));
            case "ipis" ->
                new Measure.Ipis(
                        condition.isAnySource() ? Measure.ANY_CPU : cpu(condition.getSource()),
                        condition.isAnyTarget() ? Measure.ANY_CPU : cpu(condition.getCpu()));
            case "interrupts" -> new Measure.Interrupts(cpu(condition.getCpu()));
            case "utilisation" -> new Measure.Utilisation(cpu(condition.getCpu()));
            case "fairness" -> new Measure.Fairness(thread(condition));
            case "latency" -> new Measure.Latency(statistic(condition), thread(condition));
            case "response" -> new Measure.Response(statistic(condition), thread(condition));
            case "contention" -> new Measure.Contention(statistic(condition), token(condition));
            case "hold" -> new Measure.Hold(statistic(condition), token(condition));
            case "runnable" -> new Measure.Runnable(statistic(condition), cpu(condition.getCpu()));
            default -> throw new IllegalStateException("a measure that cannot be lowered: " + condition.getKind());
        };
    }

    private static Statistic statistic(MeasureCondition condition) {
        String word = condition.getStatistic() == null ? Statistic.EVERY.word() : condition.getStatistic();
        for (Statistic statistic : Statistic.values()) {
            if (statistic.word().equals(word)) {
                return statistic;
            }
        }
        throw new IllegalStateException("a statistic that cannot be lowered: " + word);
    }

    private static String thread(MeasureCondition condition) {
        return ExpectationLowering.name(condition.getTarget());
    }

    private static String token(MeasureCondition condition) {
        return ExpectationLowering.name(condition.getToken());
    }

    private static int cpu(Long cpu) {
        return Math.toIntExact(cpu);
    }
}
