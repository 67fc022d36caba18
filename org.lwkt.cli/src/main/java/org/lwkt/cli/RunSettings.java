// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.Optional;
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

    private final Optional<Long> horizonNs;
    private final Optional<Long> seed;
    private final Optional<TieBreaking> order;
    private final boolean stop;

    private RunSettings(ParseResult arguments) {
        horizonNs = value(arguments, HORIZON).map(it -> TimeArgument.positive(HORIZON, it));
        seed = value(arguments, SEED).map(RunSettings::seed);
        order = value(arguments, ORDER).map(RunSettings::order);
        stop = arguments.hasMatchedOption(STOP);
    }

    private static Optional<String> value(ParseResult arguments, String option) {
        return Optional.ofNullable(arguments.matchedOptionValue(option, null));
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
        return new RunSettings(arguments);
    }

    Sweep applyTo(Sweep sweep) {
        return horizonNs.isEmpty() && seed.isEmpty() && order.isEmpty()
                ? sweep
                : Sweep.of(sweep.name(), sweep.position(), sweep.parameters(), run -> changed(sweep.scenario(run)));
    }

    Runner applyTo(Runner runner) {
        return runner.stopWhenDecided(stop);
    }

    private Scenario changed(Scenario scenario) {
        MachineSpec machine = scenario.machine();
        machine = horizonNs.map(machine::withHorizon).orElse(machine);
        machine = seed.map(machine::withSeed).orElse(machine);
        machine = order.map(machine::withTieBreaking).orElse(machine);
        return scenario.withMachine(machine);
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
