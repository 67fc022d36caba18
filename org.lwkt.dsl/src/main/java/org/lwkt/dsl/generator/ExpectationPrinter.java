// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.util.List;
import java.util.stream.Collectors;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.expect.Interval;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.program.Expr;

/** Prints the calls that declare expectations. */
final class ExpectationPrinter {
    private final Imports imports;
    private final ExprPrinter expressions;
    private final MeasurePrinter measures;

    ExpectationPrinter(Imports imports, ExprPrinter expressions) {
        this.imports = imports;
        this.expressions = expressions;
        measures = new MeasurePrinter(imports);
    }

    String print(Expectation expectation) {
        String call = switch (expectation) {
            case Expectation.Preempts it ->
                "expectPreempts(" + JavaText.string(it.preemptor()) + ", " + JavaText.string(it.preempted());
            case Expectation.Before it -> "expectBefore(" + moment(it.earlier()) + ", " + moment(it.later());
            case Expectation.BeforeTime it ->
                "expectBefore(" + moment(it.moment()) + ", " + JavaText.number(it.limitNs());
            case Expectation.Total it ->
                "expectTotal(" + measures.print(it.measure()) + interval(it.interval()) + ", " + bounds(it.bounds());
            case Expectation.Always it -> "expectAlways(" + conditions(it.conditions());
            case Expectation.Never it -> "expectNever(" + conditions(it.conditions());
            case Expectation.Eventually it ->
                "expectEventually(" + conditions(it.conditions()) + ", " + JavaText.number(it.withinNs());
            case Expectation.At it -> "expectAt(" + JavaText.number(it.timeNs()) + ", " + conditions(it.conditions());
            case Expectation.Panics it -> "expectPanic(" + JavaText.string(it.message());
            case Expectation.LostWakeup it -> "expectLostWakeup(" + JavaText.string(it.thread());
            case Expectation.Ends it -> "expectEnds(" + imports.qualified(it.ending());
        };
        return call + ", " + JavaText.string(expectation.text()) + ")";
    }

    /** How many things the expectation is made of. */
    static int weight(Expectation expectation) {
        return 1
                + switch (expectation) {
                    case Expectation.Always it -> ExprPrinter.weight(it.conditions());
                    case Expectation.Never it -> ExprPrinter.weight(it.conditions());
                    case Expectation.Eventually it -> ExprPrinter.weight(it.conditions());
                    case Expectation.At it -> ExprPrinter.weight(it.conditions());
                    default -> 0;
                };
    }

    private String conditions(List<Expr> conditions) {
        return conditions.stream()
                .map(expressions::print)
                .collect(Collectors.joining(", ", imports.use(List.class) + ".of(", ")"));
    }

    private String moment(Moment moment) {
        imports.use(Moment.class);
        return switch (moment) {
            case Moment.Start it -> "new Moment.Start(" + JavaText.string(it.thread()) + ")";
            case Moment.End it -> "new Moment.End(" + JavaText.string(it.thread()) + ")";
            case Moment.Mark it -> "new Moment.Mark(" + JavaText.string(it.name()) + ")";
            case Moment.Wakeup it -> "new Moment.Wakeup(" + JavaText.string(it.channel()) + ")";
            case Moment.Migrate it -> "new Moment.Migrate(" + JavaText.string(it.thread()) + ")";
            case Moment.Panic it -> "new Moment.Panic()";
        };
    }

    private String interval(Interval interval) {
        if (interval.equals(Interval.RUN)) {
            return "";
        }
        return ", new " + imports.use(Interval.class) + "(" + JavaText.number(interval.fromNs()) + ", "
                + JavaText.number(interval.untilNs()) + ")";
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
