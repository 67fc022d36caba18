// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.util.List;
import java.util.stream.Collectors;
import org.lwkt.runtime.machine.Occasion;
import org.lwkt.runtime.machine.ScriptedEvent;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.scenario.EventSpec;
import org.lwkt.runtime.scenario.ThreadSpec;

/** Prints the calls that declare events: the builder's own where it has one. */
final class EventPrinter {
    private final Imports imports;
    private final ExprPrinter expressions;

    EventPrinter(Imports imports, ExprPrinter expressions) {
        this.imports = imports;
        this.expressions = expressions;
    }

    String print(EventSpec event) {
        return switch (event.occasion()) {
            case Occasion.At it -> at(event, it);
            case Occasion.Every it
            when event.kind() == ScriptedEvent.Kind.INTERRUPT ->
                "interruptEvery(" + JavaText.string(event.subject()) + ", " + cpu(event.cpu()) + ", "
                        + JavaText.number(it.periodNs()) + ", " + JavaText.number(it.firstNs()) + ", "
                        + JavaText.number(it.untilNs())
                        + (it.jitterNs() == 0 ? "" : ", " + JavaText.number(it.jitterNs())) + ")";
            case Occasion.Every it ->
                "event(" + what(event) + ".every(" + JavaText.number(it.periodNs()) + ", "
                        + JavaText.number(it.firstNs()) + ", " + JavaText.number(it.untilNs()) + ", "
                        + JavaText.number(it.jitterNs()) + "))";
            case Occasion.When it ->
                "event(" + what(event) + ".when(" + conditions(it.conditions())
                        + (it.once() || it.afterNs() != 0
                                ? ", " + it.once() + ", " + JavaText.number(it.afterNs())
                                : "")
                        + "))";
        };
    }

    /** How many things the event is made of. */
    static int weight(EventSpec event) {
        return event.occasion() instanceof Occasion.When it ? 1 + ExprPrinter.weight(it.conditions()) : 1;
    }

    private String at(EventSpec event, Occasion.At at) {
        String when = event.cpu() + ", " + JavaText.number(at.timeNs()) + ")";
        return switch (event.kind()) {
            case STOP_CPU -> "stopCpuAt(" + when;
            case RESTART_CPU -> "restartCpuAt(" + when;
            case SPURIOUS_INTERRUPT -> "spuriousInterruptAt(" + when;
            case INTERRUPT ->
                "interruptAt(" + JavaText.string(event.subject()) + ", " + cpu(event.cpu()) + ", "
                        + JavaText.number(at.timeNs()) + ")";
            case START, WAKEUP, WAKEUP_ONE -> "event(" + what(event) + ".at(" + JavaText.number(at.timeNs()) + "))";
        };
    }

    private String what(EventSpec event) {
        String subject = "(" + JavaText.string(event.subject()) + ")";
        String cpu = "(" + event.cpu() + ")";
        return imports.use(EventSpec.class) + "."
                + switch (event.kind()) {
                    case INTERRUPT -> "interrupt" + subject + onCpu(event, ThreadSpec.ANY_CPU);
                    case START -> "start" + subject;
                    case WAKEUP -> "wakeup" + subject + onCpu(event, 0);
                    case WAKEUP_ONE -> "wakeupOne" + subject + onCpu(event, 0);
                    case STOP_CPU -> "stopCpu" + cpu;
                    case RESTART_CPU -> "restartCpu" + cpu;
                    case SPURIOUS_INTERRUPT -> "spuriousInterrupt" + cpu;
                };
    }

    private static String onCpu(EventSpec event, int preset) {
        return event.cpu() == preset ? "" : ".onCpu(" + event.cpu() + ")";
    }

    private String cpu(int cpu) {
        return cpu == ThreadSpec.ANY_CPU ? imports.use(ThreadSpec.class) + ".ANY_CPU" : String.valueOf(cpu);
    }

    private String conditions(List<Expr> conditions) {
        return conditions.stream()
                .map(expressions::print)
                .collect(Collectors.joining(", ", imports.use(List.class) + ".of(", ")"));
    }
}
