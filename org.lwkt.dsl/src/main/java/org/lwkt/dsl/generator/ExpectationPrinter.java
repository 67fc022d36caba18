// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Moment;

/** Prints the calls that declare expectations. */
final class ExpectationPrinter {
    private final Imports imports;

    ExpectationPrinter(Imports imports) {
        this.imports = imports;
    }

    String print(Expectation expectation) {
        String call = switch (expectation) {
            case Expectation.Preempts it ->
                "expectPreempts(" + JavaText.string(it.preemptor()) + ", " + JavaText.string(it.preempted());
            case Expectation.Before it -> "expectBefore(" + moment(it.earlier()) + ", " + moment(it.later());
            case Expectation.BeforeTime it ->
                "expectBefore(" + moment(it.moment()) + ", " + JavaText.number(it.limitNs());
            case Expectation.Total it -> "expectTotal(" + measure(it.measure()) + ", " + bounds(it.bounds());
            case Expectation.Panics it -> "expectPanic(" + JavaText.string(it.message());
            case Expectation.LostWakeup it -> "expectLostWakeup(" + JavaText.string(it.thread());
            case Expectation.Ends it -> "expectEnds(" + imports.qualified(it.ending());
        };
        return call + ", " + JavaText.string(expectation.text()) + ")";
    }

    private String moment(Moment moment) {
        imports.use(Moment.class);
        return switch (moment) {
            case Moment.Start it -> "new Moment.Start(" + JavaText.string(it.thread()) + ")";
            case Moment.End it -> "new Moment.End(" + JavaText.string(it.thread()) + ")";
            case Moment.Mark it -> "new Moment.Mark(" + JavaText.string(it.name()) + ")";
            case Moment.Panic it -> "new Moment.Panic()";
        };
    }

    private String measure(Measure measure) {
        imports.use(Measure.class);
        return switch (measure) {
            case Measure.CpuTime it -> "new Measure.CpuTime(" + JavaText.string(it.thread()) + ")";
            case Measure.SwitchesOfCpu it -> "new Measure.SwitchesOfCpu(" + it.cpu() + ")";
            case Measure.SwitchesToThread it -> "new Measure.SwitchesToThread(" + JavaText.string(it.thread()) + ")";
        };
    }

    private String bounds(Bounds bounds) {
        imports.use(Bounds.class);
        if (bounds.least() == bounds.most()) {
            return "Bounds.exactly(" + JavaText.number(bounds.least()) + ")";
        }
        if (bounds.most() == Long.MAX_VALUE) {
            return "Bounds.atLeast(" + JavaText.number(bounds.least()) + ")";
        }
        return bounds.least() == Long.MIN_VALUE
                ? "Bounds.atMost(" + JavaText.number(bounds.most()) + ")"
                : "new Bounds(" + JavaText.number(bounds.least()) + ", " + JavaText.number(bounds.most()) + ")";
    }
}
