// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Statistic;

/** Prints what an expectation measures. */
final class MeasurePrinter {
    private final Imports imports;

    MeasurePrinter(Imports imports) {
        this.imports = imports;
    }

    String print(Measure measure) {
        String arguments = switch (measure) {
            case Measure.CpuTime it -> JavaText.string(it.thread());
            case Measure.SwitchesOfCpu it -> String.valueOf(it.cpu());
            case Measure.SwitchesToThread it -> JavaText.string(it.thread());
            case Measure.Latency it -> of(it.statistic(), JavaText.string(it.thread()));
            case Measure.Response it -> of(it.statistic(), JavaText.string(it.thread()));
            case Measure.Contention it -> of(it.statistic(), JavaText.string(it.token()));
            case Measure.Hold it -> of(it.statistic(), JavaText.string(it.token()));
            case Measure.Ipis it -> cpu(it.source()) + ", " + cpu(it.target());
            case Measure.Interrupts it -> String.valueOf(it.cpu());
            case Measure.Runnable it -> of(it.statistic(), String.valueOf(it.cpu()));
            case Measure.Utilisation it -> String.valueOf(it.cpu());
            case Measure.Fairness it -> JavaText.string(it.threads());
        };
        String kind = imports.use(Measure.class) + "." + measure.getClass().getSimpleName();
        return "new " + kind + "(" + arguments + ")";
    }

    private String of(Statistic statistic, String what) {
        return imports.qualified(statistic) + ", " + what;
    }

    private static String cpu(int cpu) {
        return cpu == Measure.ANY_CPU ? "Measure.ANY_CPU" : String.valueOf(cpu);
    }
}
