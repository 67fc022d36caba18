// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import org.lwkt.runtime.machine.FaultKind;
import org.lwkt.runtime.machine.FaultSpec;

/** Faults as expressions that make them. */
final class FaultPrinter {
    private static final int ALWAYS = 100;

    private final Imports imports;

    FaultPrinter(Imports imports) {
        this.imports = imports;
    }

    String print(FaultSpec fault) {
        StringBuilder text =
                new StringBuilder(imports.use(FaultSpec.class)).append('.').append(harm(fault));
        if (fault.source() != FaultSpec.ANY_CPU) {
            text.append(".between(")
                    .append(fault.source())
                    .append(", ")
                    .append(cpu(fault.target()))
                    .append(')');
        } else if (fault.target() != FaultSpec.ANY_CPU && fault.kind() != FaultKind.CPU_SLOW) {
            text.append(".on(").append(fault.target()).append(')');
        }
        if (fault.fromNs() != 0) {
            text.append(".from(").append(JavaText.number(fault.fromNs())).append(')');
        }
        if (fault.untilNs() != Long.MAX_VALUE) {
            text.append(".until(").append(JavaText.number(fault.untilNs())).append(')');
        }
        if (fault.hits() != Long.MAX_VALUE) {
            text.append(".next(").append(JavaText.number(fault.hits())).append(')');
        }
        return fault.chance() == ALWAYS
                ? text.toString()
                : text.append(".withChance(").append(fault.chance()).append(')').toString();
    }

    private static String harm(FaultSpec fault) {
        String amount = JavaText.number(fault.amountNs());
        return switch (fault.kind()) {
            case IPI_DELAY -> "delayIpi(" + amount + ")";
            case IPI_DROP -> "dropIpi()";
            case IPI_DUPLICATE -> "duplicateIpi(" + amount + ")";
            case IPI_REORDER -> "reorderIpi(" + amount + ")";
            case TICK_LOST -> "loseTick()";
            case TICK_LATE -> "lateTick(" + amount + ")";
            case CPU_SLOW -> "slowCpu(" + fault.target() + ", " + fault.percent() + ")";
            case CPU_STOP, CPU_RESTART, SPURIOUS_INTERRUPT ->
                throw new IllegalArgumentException(fault.kind() + " is scripted, not declared");
        };
    }

    private String cpu(int cpu) {
        return cpu == FaultSpec.ANY_CPU ? imports.use(FaultSpec.class) + ".ANY_CPU" : String.valueOf(cpu);
    }
}
