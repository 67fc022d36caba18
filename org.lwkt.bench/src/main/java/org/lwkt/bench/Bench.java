// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks, each in JVMs of its own. */
public final class Bench {
    private static final String ALLOCATED_PER_OPERATION = "gc.alloc.rate.norm";

    private Bench() {}

    /**
     * Measures every benchmark whose name contains {@code filter}, in the order of their names.
     *
     * @param quick one short fork each: seconds instead of minutes, and figures to match
     * @return empty if no name matches
     * @throws BenchException if a benchmark fails
     */
    public static List<Measured> run(String filter, boolean quick) throws BenchException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Bench.class.getPackageName() + "\\.\\w+\\..*" + Pattern.quote(filter) + ".*")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (quick) {
            TimeValue time = TimeValue.milliseconds(200);
            options.forks(1)
                    .warmupTime(time)
                    .warmupIterations(5)
                    .measurementTime(time)
                    .measurementIterations(5);
        }
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            return results.stream()
                    .sorted(Comparator.comparing(it -> it.getParams().getBenchmark()))
                    .map(Bench::measured)
                    .toList();
        } catch (NoBenchmarksException e) {
            return List.of();
        } catch (RunnerException e) {
            throw new BenchException(e);
        }
    }

    /** The method's name, and what it is measured for, such as {@code scale cpus=4 threads=100}. */
    private static String name(BenchmarkParams params) {
        String benchmark = params.getBenchmark();
        StringBuilder name = new StringBuilder(benchmark.substring(benchmark.lastIndexOf('.') + 1));
        params.getParamsKeys()
                .forEach(key -> name.append(' ').append(key).append('=').append(params.getParam(key)));
        return name.toString();
    }

    private static Measured measured(RunResult run) {
        BenchmarkParams params = run.getParams();
        List<Double> scores = new ArrayList<>();
        run.getBenchmarkResults()
                .forEach(fork -> fork.getIterationResults().stream()
                        .map(IterationResult::getPrimaryResult)
                        .map(Result::getScore)
                        .forEach(scores::add));
        Result<?> allocated = run.getSecondaryResults().get(ALLOCATED_PER_OPERATION);
        return new Measured(
                name(params),
                scores.stream().mapToDouble(it -> it).min().orElse(Double.NaN),
                scores.stream().mapToDouble(it -> it).average().orElse(Double.NaN),
                scores.stream().mapToDouble(it -> it).max().orElse(Double.NaN),
                allocated == null ? Double.NaN : allocated.getScore());
    }
}
