// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.US;

import java.util.List;
import java.util.Random;
import org.lwkt.runtime.program.Expr;

/** Events by chance, at known times and when a condition comes true. */
final class AnyEvents {
    private AnyEvents() {}

    /** A few; threads 1, 4, ... are interrupt threads. */
    static void add(ScenarioBuilder scenario, Random random, String channel, int threads, int cpus) {
        for (int count = random.nextInt(4); count > 0; count--) {
            scenario.event(timed(event(random, channel, threads, cpus), random, threads, cpus));
        }
    }

    private static EventSpec event(Random random, String channel, int threads, int cpus) {
        int cpu = random.nextInt(cpus);
        return switch (random.nextInt(5)) {
            case 0 -> EventSpec.wakeup(channel).onCpu(cpu);
            case 1 -> EventSpec.wakeupOne(channel).onCpu(cpu);
            case 2 -> EventSpec.spuriousInterrupt(cpu);
            default -> threads > 1 ? EventSpec.interrupt("t1") : EventSpec.wakeup(channel);
        };
    }

    private static EventSpec timed(EventSpec event, Random random, int threads, int cpus) {
        long timeNs = random.nextInt(20) * MS;
        return switch (random.nextInt(5)) {
            case 0 -> event.at(timeNs);
            case 1 -> event.every(random.nextInt(3) * MS, timeNs, 50 * MS, random.nextInt(2) * US);
            default -> {
                List<Expr> condition = List.of(AnyExpectations.condition(random, threads, cpus));
                yield event.when(condition, random.nextInt(4) == 0, random.nextInt(3) * random.nextInt(3) * MS);
            }
        };
    }
}
