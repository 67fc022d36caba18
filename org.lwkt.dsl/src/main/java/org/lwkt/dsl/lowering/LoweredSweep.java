// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.sweep.RunTree;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.Sweep;

/** The runs of a scenario, each lowered when it is asked for. Thread safe. */
public final class LoweredSweep {
    private final Sweep sweep;
    private final IntFunction<LoweredScenario> runs;

    private LoweredSweep(Sweep sweep, IntFunction<LoweredScenario> runs) {
        this.sweep = sweep;
        this.runs = runs;
    }

    static LoweredSweep of(LoweredScenario single) {
        return new LoweredSweep(Sweep.of(single.scenario()), run -> single);
    }

    /** Lowers the first run at once. */
    static LoweredSweep of(RunTree tree, Function<ScenarioDeclaration, LoweredScenario> lower) {
        List<Sweep.Parameter> parameters = RunTree.parametersOf(tree.scenario());
        IntFunction<LoweredScenario> runs = run -> {
            // There is one tree.
            synchronized (tree) {
                tree.choose(run);
                return lower.apply(tree.scenario());
            }
        };
        Scenario first = runs.apply(0).scenario();
        return new LoweredSweep(
                Sweep.of(
                        first.name(),
                        first.position(),
                        parameters,
                        run -> runs.apply(run).scenario()),
                runs);
    }

    public Sweep sweep() {
        return sweep;
    }

    /** A run, counted from 0, with the doc comments. */
    public LoweredScenario run(int run) {
        return runs.apply(run);
    }
}
