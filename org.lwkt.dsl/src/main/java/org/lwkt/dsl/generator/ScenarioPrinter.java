// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.dsl.lowering.LoweredScenario;
import org.lwkt.runtime.machine.FaultSpec;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.scenario.Budget;
import org.lwkt.runtime.scenario.EventSpec;
import org.lwkt.runtime.scenario.ResourceSpec;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.ScenarioBuilder;
import org.lwkt.runtime.scenario.ThreadSpec;
import org.lwkt.runtime.source.SourcePosition;

/** Prints the calls that build a scenario: one method for the scenario, one for each thread's body. */
final class ScenarioPrinter {
    private final LoweredScenario lowered;
    private final Scenario scenario;
    private final String className;
    private final MethodPool pool = new MethodPool();
    private final Imports imports = new Imports();
    private final Constants constants;
    private final ExprPrinter expressions;
    private final StatementWriter out;

    private ScenarioPrinter(LoweredScenario lowered, String className) {
        this.lowered = lowered;
        this.scenario = lowered.scenario();
        this.className = className;
        this.constants = new Constants(scenario);
        this.expressions = new ExprPrinter(imports, constants);
        JavaMethod declarations = pool.create("scenario", "ScenarioBuilder", "scenario", List.of());
        this.out = new StatementWriter(pool, declarations, "scenario", 0);
        List.of(Scenario.class, ScenarioBuilder.class, Result.class, Runner.class)
                .forEach(imports::use);
    }

    static ScenarioClass print(LoweredScenario lowered, String packageName, String className) {
        ScenarioPrinter printer = new ScenarioPrinter(lowered, className);
        printer.print();
        return new ScenarioClass(
                packageName,
                className,
                printer.scenario.name(),
                printer.scenario.position(),
                commentLines(lowered.documentation()),
                printer.imports.constants(),
                printer.imports.types(),
                printer.constants.declarations(),
                printer.pool.own(),
                printer.pool.parts());
    }

    private void print() {
        if (!scenario.machine().equals(MachineSpec.DEFAULT)) {
            out.statement("machine(" + new MachinePrinter(imports).print(scenario.machine()) + ")", 1);
        }
        scenario.budget().places().forEach((limit, place) -> {
            imports.use(Budget.class);
            long most = scenario.budget().of(limit);
            out.statement(at(place) + "budget(Budget.Limit." + limit + ", " + JavaText.number(most) + ")", 1);
        });
        DeclarationPrinter declarations = new DeclarationPrinter(imports, expressions);
        for (ResourceSpec resource : scenario.resources()) {
            out.statement(at(resource.position()) + "resource(" + declarations.print(resource) + ")", 1);
        }
        for (ThreadSpec thread : scenario.threads()) {
            JavaMethod body = body(thread);
            out.statement(
                    at(thread.position()) + "thread(" + declarations.print(thread) + ", " + reference(body) + ")", 1);
        }
        EventPrinter events = new EventPrinter(imports, expressions);
        for (EventSpec event : scenario.events()) {
            out.statement(at(event.position()) + events.print(event), EventPrinter.weight(event));
        }
        FaultPrinter faults = new FaultPrinter(imports);
        for (FaultSpec fault : scenario.faults()) {
            out.statement(at(fault.position()) + "fault(" + faults.print(fault) + ")", 1);
        }
        ExpectationPrinter expectations = new ExpectationPrinter(imports, expressions);
        scenario.expectations()
                .forEach(
                        it -> out.statement(at(it.position()) + expectations.print(it), ExpectationPrinter.weight(it)));
    }

    private JavaMethod body(ThreadSpec thread) {
        imports.use(ProgramBuilder.class);
        List<String> comment = commentLines(lowered.documentationOf(thread.name()));
        JavaMethod method = pool.create(thread.name() + "Body", "ProgramBuilder", "body", comment);
        StatementWriter statements = new StatementWriter(pool, method, "body", 0);
        new BodyPrinter(statements, scenario.position().file(), imports, expressions).print(thread.body());
        return method;
    }

    /** {@code Scenario::body}, or {@code Part1::body}. */
    private String reference(JavaMethod method) {
        String qualified = method.qualifiedName();
        int dot = qualified.lastIndexOf('.');
        return (dot < 0 ? className : qualified.substring(0, dot)) + "::" + method.name();
    }

    private String at(SourcePosition position) {
        String place = position.line() + ", " + position.column();
        return position.file().equals(scenario.position().file())
                ? "at(" + place + ")."
                : "at(new " + imports.use(SourcePosition.class) + "(" + JavaText.string(position.file()) + ", " + place
                        + ")).";
    }

    static List<String> commentLines(String documentation) {
        List<String> lines = new ArrayList<>();
        documentation.strip().lines().map(JavaText::comment).forEach(lines::add);
        return lines;
    }
}
