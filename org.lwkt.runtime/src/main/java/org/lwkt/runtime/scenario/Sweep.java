// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.lwkt.runtime.source.SourcePosition;

/**
 * The runs of one scenario: a single one, or with parameters one for each combination of their values. The last parameter
 * varies fastest. A scenario is made when it is asked for, so that a sweep costs no more than one of its runs.
 */
public final class Sweep {
    /** More would be a mistake rather than a plan. */
    public static final int RUNS_MAX = 100_000;

    private final String name;
    private final SourcePosition position;
    private final List<Parameter> parameters;
    private final int size;
    private final IntFunction<Scenario> scenarios;

    private Sweep(String name, SourcePosition position, List<Parameter> parameters, IntFunction<Scenario> scenarios) {
        this.name = name;
        this.position = position;
        this.parameters = List.copyOf(parameters);
        this.scenarios = scenarios;
        long runs = 1;
        for (Parameter parameter : parameters) {
            runs *= parameter.values().size();
            if (runs > RUNS_MAX || runs == 0) {
                throw new IllegalArgumentException("a sweep has 1 .. " + RUNS_MAX + " runs: runs=" + runs);
            }
        }
        size = (int) runs;
    }

    /**
     * What varies.
     *
     * @param name such as {@code work} or {@code machine.cpus}
     * @param values as they are written
     */
    public record Parameter(String name, List<String> values) {
        public Parameter {
            values = List.copyOf(values);
        }
    }

    /** A scenario that has one run. */
    public static Sweep of(Scenario scenario) {
        return new Sweep(scenario.name(), scenario.position(), List.of(), run -> scenario);
    }

    /** @param scenarios gives the scenario of a run, each time an equal one; asked by several threads at once */
    public static Sweep of(
            String name, SourcePosition position, List<Parameter> parameters, IntFunction<Scenario> scenarios) {
        return new Sweep(name, position, parameters, scenarios);
    }

    /** Of the scenario. */
    public String name() {
        return name;
    }

    /** Of the scenario. */
    public SourcePosition position() {
        return position;
    }

    /** None where there is a single run. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** How many runs there are. */
    public int size() {
        return size;
    }

    /** Which value each parameter has in a run, by the number of the value. */
    public static List<Integer> choice(List<Parameter> parameters, int run) {
        Integer[] choice = new Integer[parameters.size()];
        int rest = run;
        for (int i = choice.length - 1; i >= 0; i--) {
            int values = parameters.get(i).values().size();
            choice[i] = rest % values;
            rest /= values;
        }
        return List.of(choice);
    }

    /** The values of the parameters in a run, which is counted from 0. */
    public List<String> values(int run) {
        return values(parameters, run);
    }

    private static List<String> values(List<Parameter> parameters, int run) {
        List<Integer> choice = choice(parameters, run);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < choice.size(); i++) {
            values.add(parameters.get(i).values().get(choice.get(i)));
        }
        return values;
    }

    /** {@code machine.cpus = 4, work = 1ms}. */
    public String words(int run) {
        return words(parameters, run);
    }

    /** As {@link #words(int)}, of runs with these parameters. */
    public static String words(List<Parameter> parameters, int run) {
        List<String> values = values(parameters, run);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            words.add(parameters.get(i).name() + " = " + values.get(i));
        }
        return String.join(", ", words);
    }

    /** What is run with these values. */
    public Scenario scenario(int run) {
        return scenarios.apply(run);
    }
}
