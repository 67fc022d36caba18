// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import org.lwkt.runtime.machine.MachineSpec;

/** Prints a machine as what it changes of the default one. */
final class MachinePrinter {
    private final Imports imports;

    MachinePrinter(Imports imports) {
        this.imports = imports;
    }

    String print(MachineSpec machine) {
        MachineSpec preset = MachineSpec.DEFAULT;
        StringBuilder text = new StringBuilder(
                imports.use(MachineSpec.class) + ".DEFAULT.named(" + JavaText.string(machine.name()) + ")");
        if (machine.cpus() != preset.cpus()) {
            text.append(".withCpus(").append(machine.cpus()).append(")");
        }
        if (machine.hz() != preset.hz()) {
            text.append(".withHz(").append(machine.hz()).append(")");
        }
        if (machine.ipiLatencyNs() != preset.ipiLatencyNs()) {
            text.append(".withIpiLatency(")
                    .append(JavaText.number(machine.ipiLatencyNs()))
                    .append(")");
        }
        if (machine.horizonNs() != preset.horizonNs()) {
            text.append(".withHorizon(")
                    .append(JavaText.number(machine.horizonNs()))
                    .append(")");
        }
        return text.toString();
    }
}
