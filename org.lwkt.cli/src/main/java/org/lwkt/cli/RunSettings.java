// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.machine.MachineSpec.TieBreaking;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.Sweep;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What the command line says of runs instead of their machines, and how long they go on. */
final class RunSettings {
    private static final String HORIZON = "--horizon";
    private static final String SEED = "--seed";
    private static final String ORDER = "--order";
    private static final String STOP = "--stop-when-decided";

    private final String horizon;
    private final String seed;
    private final String order;
    private final boolean stop;

    private RunSettings(ParseResult arguments) {
        horizon = arguments.matchedOptionValue(HORIZON, null);
        seed = arguments.matchedOptionValue(SEED, null);
        order = arguments.matchedOptionValue(ORDER, null);
        stop = arguments.hasMatchedOption(STOP);
    }

    static void addTo(CommandSpec grammar) {
        grammar.addOption(OptionSpec.builder(HORIZON)
                .paramLabel("TIME")
                .type(String.class)
                .description("ends each run at this virtual time, such as 10ms, instead of its machine's horizon")
                .build());
        grammar.addOption(OptionSpec.builder(SEED)
                .paramLabel("N")
                .type(String.class)
                .description("the seed of all random numbers, instead of the machine's")
                .build());
        grammar.addOption(OptionSpec.builder(ORDER)
                .paramLabel("ORDER")
                .type(String.class)
                .description(
                        "of what is due at the same nanosecond, instead of the machine's: fixed, or random by the seed")
                .build());
        grammar.addOption(OptionSpec.builder(STOP)
                .description("ends each run as soon as all of its expectations are decided")
                .build());
    }

    /** @throws UsageException where one is no such value */
    static RunSettings of(ParseResult arguments) {
        RunSettings settings = new RunSettings(arguments);
        settings.changed(MachineSpec.DEFAULT);
        return settings;
    }

    Sweep applyTo(Sweep sweep) {
        return horizon == null && seed == null && order == null
                ? sweep
                : Sweep.of(sweep.name(), sweep.position(), sweep.parameters(), run -> changed(sweep.scenario(run)));
    }

    Runner applyTo(Runner runner) {
        return runner.stopWhenDecided(stop);
    }

    private Scenario changed(Scenario scenario) {
        return scenario.withMachine(changed(scenario.machine()));
    }

    private MachineSpec changed(MachineSpec machine) {
        MachineSpec changed = machine;
        if (horizon != null) {
            changed = changed.withHorizon(TimeArgument.positive(HORIZON, horizon));
        }
        if (seed != null) {
            changed = changed.withSeed(seed(seed));
        }
        return order == null ? changed : changed.withTieBreaking(order(order));
    }

    private static long seed(String text) {
        try {
            if (text.matches("[0-9]+")) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException tooLarge) {
            // As for every other text that is no seed.
        }
        throw new UsageException(SEED + " takes a number from 0 to " + Long.MAX_VALUE + ": '" + text + "'");
    }

    private static TieBreaking order(String text) {
        return switch (text) {
            case "fixed" -> TieBreaking.FIXED;
            case "random" -> TieBreaking.RANDOM;
            default -> throw new UsageException(ORDER + " is fixed or random: '" + text + "'");
        };
    }
}
