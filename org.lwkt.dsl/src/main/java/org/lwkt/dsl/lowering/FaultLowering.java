// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import org.lwkt.dsl.lwkt.CpuTick;
import org.lwkt.dsl.lwkt.Delay;
import org.lwkt.dsl.lwkt.Drop;
import org.lwkt.dsl.lwkt.Duplicate;
import org.lwkt.dsl.lwkt.Fault;
import org.lwkt.dsl.lwkt.IpiPair;
import org.lwkt.dsl.lwkt.Lose;
import org.lwkt.dsl.lwkt.Reorder;
import org.lwkt.dsl.lwkt.Slow;
import org.lwkt.runtime.machine.FaultSpec;

/** A fault as data. */
final class FaultLowering {
    private FaultLowering() {}

    static FaultSpec lower(Fault fault) {
        FaultSpec spec = harm(fault).from(fault.getFirst());
        if (fault.getUntil() != null) {
            spec = spec.until(fault.getUntil());
        }
        if (fault.getHits() != null) {
            spec = spec.next(fault.getHits());
        }
        return fault.getChance() == null ? spec : spec.withChance(Math.toIntExact(fault.getChance()));
    }

    private static FaultSpec harm(Fault fault) {
        return switch (fault.getHarm()) {
            case Delay it when it.getIpi() != null -> between(it.getIpi(), FaultSpec.delayIpi(it.getAmount()));
            case Delay it -> on(it.getTick(), FaultSpec.lateTick(it.getAmount()));
            case Drop it -> between(it.getIpi(), FaultSpec.dropIpi());
            case Duplicate it -> between(it.getIpi(), FaultSpec.duplicateIpi(it.getAmount()));
            case Reorder it -> between(it.getIpi(), FaultSpec.reorderIpi(it.getAmount()));
            case Lose it -> on(it.getTick(), FaultSpec.loseTick());
            case Slow it -> FaultSpec.slowCpu(Math.toIntExact(it.getCpu()), Math.toIntExact(it.getPercent()));
            default ->
                throw new IllegalStateException("a fault that cannot be lowered: "
                        + fault.getHarm().eClass().getName());
        };
    }

    private static FaultSpec between(IpiPair pair, FaultSpec spec) {
        return spec.between(cpu(pair.getSource()), cpu(pair.getTarget()));
    }

    private static FaultSpec on(CpuTick tick, FaultSpec spec) {
        return spec.on(cpu(tick.getCpu()));
    }

    private static int cpu(Long cpu) {
        return cpu == null ? FaultSpec.ANY_CPU : Math.toIntExact(cpu);
    }
}
