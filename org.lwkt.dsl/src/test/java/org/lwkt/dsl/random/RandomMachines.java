// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.lwkt.runtime.kernel.Sysctls;
import org.lwkt.runtime.machine.CostProfile;
import org.lwkt.runtime.scenario.Budget;

/** Machines on which runs are short; the second one may extend the first. */
final class RandomMachines {
    private final GrammarWalk walk;
    private final Random random;
    private final RandomNames names;
    private final int cpus;
    private final List<String> properties;
    private Set<String> used;

    /** @param cpus that each machine has at least */
    RandomMachines(GrammarWalk walk, Random random, RandomNames names, int cpus) {
        this.walk = walk;
        this.random = random;
        this.names = names;
        this.cpus = cpus;
        properties = walk.choices("MachineProperty");
        register();
    }

    private void register() {
        walk.write("CpuCount.count", scope -> walk.token(String.valueOf(cpus + random.nextInt(2))));
        walk.write("ClockRate.ticks", scope -> walk.token(pick("1000", "100", "2_000", "5000")));
        walk.write("Horizon.limit", scope -> walk.token(pick("2ms", "4ms", "8.5ms")));
        walk.write("Phase.first", scope -> walk.token(pick("0s", "30us", "1ms")));
        walk.write("IpiLatency", scope -> latency());
        walk.write("CostProperty.profile", scope -> {
            once("profile");
            walk.token(pick(CostProfile.names().toArray(String[]::new)));
        });
        walk.write("CostFigure.cost", scope -> {
            int before = walk.written();
            walk.rule("CostKind", scope);
            once(walk.since(before).getFirst());
        });
        walk.write("CostFigure.time", scope -> walk.token(pick("50ns", "100ns", "1us")));
        walk.write("SysctlValue", scope -> sysctl());
        walk.write("BudgetProperty", scope -> budget());
        walk.write("UserScheduler.name", scope -> walk.token("bsd4"));
    }

    void write(List<String> machines) {
        String first = names.fresh();
        walk.token("machine");
        walk.token(names.written(first, "ValidID"));
        walk.token("{ cpus " + (cpus + random.nextInt(2)) + "\nhorizon " + pick("2ms", "4ms", "8.5ms"));
        used = new HashSet<>(Set.of("CpuCount", "Horizon"));
        properties();
        machines.add(first);
        if (random.nextBoolean()) {
            String second = names.fresh();
            walk.token("machine");
            walk.token(names.written(second, "ValidID"));
            walk.token("extends");
            walk.token(names.written(first, "ValidID"));
            walk.token("{");
            used = new HashSet<>();
            properties();
            machines.add(second);
        }
    }

    private void properties() {
        Scope nothing = Scope.of(cpus);
        for (int i = random.nextInt(8); i > 0; i--) {
            String property = properties.get(random.nextInt(properties.size()));
            boolean several = Set.of("IpiLatency", "CostProperty", "SysctlValue", "BudgetProperty")
                    .contains(property);
            if (several || used.add(property)) {
                walk.tries(() -> walk.rule(property, nothing), nothing);
                walk.token("\n");
            }
        }
        walk.token("}\n");
    }

    /** Each at most once. */
    private void once(String what) {
        if (!used.add(what)) {
            throw new Impossible("twice");
        }
    }

    private void latency() {
        String pair = "";
        if (random.nextInt(3) > 0) {
            List<Integer> both = new ArrayList<>(List.of(0, 1, 2));
            int source = both.remove(random.nextInt(both.size()));
            pair = "from cpu " + source + " to cpu " + both.get(random.nextInt(both.size()));
        }
        once("latency " + pair);
        walk.token("ipi latency " + pair + " " + pick("0ns", "1us", "2.5us", "40us"));
    }

    /** One that is reached now and then. */
    private void budget() {
        Budget.Limit[] limits = Budget.Limit.values();
        Budget.Limit limit = limits[random.nextInt(limits.length)];
        once(limit.words());
        walk.token("budget " + limit.words() + " " + pick("2_000", "30000"));
    }

    private void sysctl() {
        String name = pick(
                Sysctls.names().stream().filter(it -> !it.equals("kern.hz")).toArray(String[]::new));
        once(name);
        long least = Math.max(Sysctls.least(name), -3);
        long value = least + random.nextInt((int) Math.min(Sysctls.most(name) - least, 60) + 1);
        walk.token("sysctl " + name + " = " + value);
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
