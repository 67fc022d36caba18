// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.hover;

import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.Parameter;
import org.lwkt.dsl.lwkt.PortDeclaration;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.SweepParameter;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.Arrays;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Kind;
import org.lwkt.dsl.model.MachineFacts;
import org.lwkt.dsl.model.Parameters;
import org.lwkt.dsl.model.PortSort;
import org.lwkt.dsl.model.SweepParameters;
import org.lwkt.dsl.model.ThreadFacts;
import org.lwkt.runtime.scenario.ThreadSpec;
import org.lwkt.runtime.source.TimeText;

/** A declaration in one line, with the defaults that it leaves unsaid. */
public final class Headlines {
    private Headlines() {}

    /** Empty for what is no declaration. */
    public static String of(EObject element) {
        return switch (element) {
            case ThreadDeclaration thread -> thread(thread);
            case MachineDeclaration machine -> machine(machine);
            case VariableDeclaration variable -> "variable";
            case ProcedureDeclaration procedure -> "procedure(" + Parameters.list(procedure.getParameters()) + ")";
            case Parameter parameter -> Kind.of(parameter).map(Kind::noun).orElse("") + ", given by whoever calls";
            case SweepParameter parameter -> parameter(parameter);
            case ResourceDeclaration resource -> resource(resource);
            case ScenarioDeclaration scenario -> scenario(scenario);
            default -> "";
        };
    }

    private static String thread(ThreadDeclaration thread) {
        StringBuilder text = new StringBuilder(sort(thread));
        ThreadFacts.cpu(thread).ifPresent(cpu -> text.append(cpu == ThreadSpec.ANY_CPU ? ", any cpu" : ", cpu " + cpu));
        ThreadFacts.priority(thread)
                .ifPresent(priority -> text.append(", priority ").append(priority));
        return text.toString();
    }

    private static String sort(ThreadDeclaration thread) {
        if (thread.isInterrupt()) {
            return "interrupt thread";
        }
        if (thread.isSupport()) {
            return "interrupt-support thread";
        }
        return thread.isUser() ? "user thread" : "thread";
    }

    private static String resource(ResourceDeclaration resource) {
        String kind = resource instanceof PortDeclaration port
                ? PortSort.of(port).noun()
                : Kind.of(resource).orElseThrow().noun();
        Long size = Arrays.size(resource);
        return size == null ? kind : "array of " + counted(Arrays.elements(resource), kind);
    }

    private static String parameter(SweepParameter parameter) {
        return SweepParameters.kind(parameter).map(Kind::noun).orElse("fraction") + ", "
                + counted(parameter.getValues().size(), "value");
    }

    private static String machine(MachineDeclaration machine) {
        MachineFacts facts = MachineFacts.of(machine);
        StringBuilder text = new StringBuilder("machine");
        facts.cpus().ifPresent(it -> text.append(it == 1 ? ", 1 CPU" : ", " + it + " CPUs"));
        facts.hz().ifPresent(it -> text.append(", hz ").append(it));
        facts.ipiLatencyNs().ifPresent(it -> text.append(", IPI latency ").append(TimeText.of(it)));
        facts.horizonNs().ifPresent(it -> text.append(", horizon ").append(TimeText.of(it)));
        return text.toString();
    }

    private static String scenario(ScenarioDeclaration scenario) {
        int threads = Declarations.threads(scenario).size();
        int expectations = Declarations.expectations(scenario).size();
        return "scenario, " + counted(threads, "thread") + ", " + counted(expectations, "expectation");
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
