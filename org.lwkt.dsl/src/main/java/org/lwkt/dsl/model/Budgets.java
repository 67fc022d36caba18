// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.BudgetProperty;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.MachineProperty;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.SweepParameter;
import org.lwkt.runtime.scenario.Budget;

/** The budgets that a scenario's machine sets, and what a parameter of the scenario sets in their place. */
public final class Budgets {
    private static final String AT_ONE_INSTANT = " at one instant";

    private Budgets() {}

    /**
     * A limit of a run.
     *
     * @param place what sets it: a property of a machine, or a parameter of the scenario
     */
    public record Setting(Budget.Limit limit, long most, EObject place) {}

    /** In the order of {@link Budget.Limit}; of a scenario without errors. */
    public static List<Setting> of(ScenarioDeclaration scenario) {
        Map<Budget.Limit, Setting> settings = new EnumMap<>(Budget.Limit.class);
        for (MachineDeclaration machine :
                MachineFacts.lineage(scenario.getMachine()).reversed()) {
            for (MachineProperty property : machine.getProperties()) {
                if (property instanceof BudgetProperty it) {
                    Budget.Limit limit = limitOf(it).orElseThrow();
                    settings.put(limit, new Setting(limit, it.getMost(), it));
                }
            }
        }
        for (Budget.Limit limit : Budget.Limit.values()) {
            Optional<SweepParameter> parameter = SweepParameters.ofMachine(scenario, word(limit));
            if (parameter.isPresent()) {
                long most = SweepParameters.value(parameter.get()).orElseThrow();
                settings.put(limit, new Setting(limit, most, parameter.get()));
            }
        }
        return new ArrayList<>(settings.values());
    }

    /** Empty where there is none of that name. */
    public static Optional<Budget.Limit> limitOf(BudgetProperty property) {
        String words = property.getLimit() + (property.isInstant() ? AT_ONE_INSTANT : "");
        return Arrays.stream(Budget.Limit.values())
                .filter(it -> it.words().equals(words))
                .findFirst();
    }

    /** What may stand behind {@code budget}. */
    public static List<String> names() {
        return Arrays.stream(Budget.Limit.values())
                .map(Budget.Limit::words)
                .filter(it -> !it.endsWith(AT_ONE_INSTANT))
                .toList();
    }

    /** {@code budget steps}, as the language writes it. */
    public static String word(Budget.Limit limit) {
        return "budget " + limit.words();
    }
}
