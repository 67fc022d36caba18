// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lwkt.dsl.lowering.BodySink;
import org.lwkt.dsl.lowering.LoweringException;
import org.lwkt.dsl.lowering.ScenarioSink;
import org.lwkt.dsl.lowering.ScenarioWalk;
import org.lwkt.dsl.lowering.ThreadHead;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.Ending;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.scenario.EventSpec;
import org.lwkt.runtime.scenario.MachineSpec;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.ScenarioBuilder;
import org.lwkt.runtime.scenario.ThreadSpec;
import org.lwkt.runtime.source.SourcePosition;

/** Prints the calls that build a scenario: one method for the scenario, one for each thread's body. */
final class ScenarioPrinter implements ScenarioSink {
    private static final String RUNTIME = "org.lwkt.runtime.scenario.";

    private final String className;
    private final MethodPool pool = new MethodPool();
    private final TreeSet<String> imports = new TreeSet<>();
    private final StatementWriter out;

    private ScenarioPrinter(String className) {
        this.className = className;
        JavaMethod declarations = pool.create("scenario", "ScenarioBuilder", "scenario", List.of());
        this.out = new StatementWriter(pool, declarations, "scenario", 0);
        Stream.of(Scenario.class, ScenarioBuilder.class).forEach(this::use);
        imports.add(RUNTIME + "Result");
        imports.add(RUNTIME + "Runner");
    }

    /** @throws LoweringException where the scenario has errors */
    static ScenarioClass print(ScenarioWalk walk, String packageName, String className) throws LoweringException {
        ScenarioPrinter printer = new ScenarioPrinter(className);
        walk.tell(printer);
        return new ScenarioClass(
                packageName,
                className,
                walk.name(),
                walk.position(),
                commentLines(walk.documentation()),
                List.copyOf(printer.imports),
                printer.pool.own(),
                printer.pool.parts());
    }

    @Override
    public void machine(MachineSpec machine) {
        MachineSpec preset = MachineSpec.DEFAULT;
        if (machine.equals(preset)) {
            return;
        }
        use(MachineSpec.class);
        StringBuilder text = new StringBuilder("MachineSpec.DEFAULT.named(" + JavaText.string(machine.name()) + ")");
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
        out.statement("machine(" + text + ")");
    }

    @Override
    public void thread(ThreadHead head, Consumer<BodySink> body) {
        use(ProgramBuilder.class);
        JavaMethod method =
                pool.create(head.name() + "Body", "ProgramBuilder", "body", commentLines(head.documentation()));
        body.accept(new BodyPrinter(new StatementWriter(pool, method, "body", 0)));
        String kind = head.kind() == ThreadSpec.Kind.INTERRUPT ? "interruptThread(" : "thread(";
        out.statement(at(head.position()) + kind + JavaText.string(head.name()) + ", " + cpu(head.cpu()) + ", "
                + head.priority() + ", " + reference(method) + ")");
    }

    @Override
    public void event(EventSpec event) {
        String target = JavaText.string(event.thread()) + ", " + cpu(event.cpu()) + ", ";
        if (event.periodNs() == 0) {
            out.statement(at(event.position()) + "interruptAt(" + target + JavaText.number(event.firstNs()) + ")");
        } else {
            out.statement(at(event.position()) + "interruptEvery(" + target + JavaText.number(event.periodNs()) + ", "
                    + JavaText.number(event.firstNs()) + ", " + JavaText.number(event.untilNs()) + ")");
        }
    }

    @Override
    public void expect(Expectation expectation) {
        String call = switch (expectation) {
            case Expectation.Preempts it ->
                "expectPreempts(" + JavaText.string(it.preemptor()) + ", " + JavaText.string(it.preempted());
            case Expectation.Before it -> "expectBefore(" + moment(it.earlier()) + ", " + moment(it.later());
            case Expectation.BeforeTime it ->
                "expectBefore(" + moment(it.moment()) + ", " + JavaText.number(it.limitNs());
            case Expectation.Total it -> "expectTotal(" + measure(it.measure()) + ", " + bounds(it.bounds());
            case Expectation.Panics it -> "expectPanic(" + JavaText.string(it.message());
            case Expectation.Ends it -> "expectEnds(" + ending(it.ending());
        };
        out.statement(at(expectation.position()) + call + ", " + JavaText.string(expectation.text()) + ")");
    }

    private String moment(Moment moment) {
        use(Moment.class);
        return switch (moment) {
            case Moment.Start it -> "new Moment.Start(" + JavaText.string(it.thread()) + ")";
            case Moment.End it -> "new Moment.End(" + JavaText.string(it.thread()) + ")";
            case Moment.Panic it -> "new Moment.Panic()";
        };
    }

    private String measure(Measure measure) {
        use(Measure.class);
        return switch (measure) {
            case Measure.CpuTime it -> "new Measure.CpuTime(" + JavaText.string(it.thread()) + ")";
            case Measure.SwitchesOfCpu it -> "new Measure.SwitchesOfCpu(" + it.cpu() + ")";
            case Measure.SwitchesToThread it -> "new Measure.SwitchesToThread(" + JavaText.string(it.thread()) + ")";
        };
    }

    private String bounds(Bounds bounds) {
        use(Bounds.class);
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

    private String ending(Ending ending) {
        use(Ending.class);
        return "Ending." + ending.name();
    }

    /** {@code Scenario::body}, or {@code Part1::body}. */
    private String reference(JavaMethod method) {
        String qualified = method.qualifiedName();
        int dot = qualified.lastIndexOf('.');
        return (dot < 0 ? className : qualified.substring(0, dot)) + "::" + method.name();
    }

    private String cpu(int cpu) {
        if (cpu == ThreadSpec.ANY_CPU) {
            use(ThreadSpec.class);
            return "ThreadSpec.ANY_CPU";
        }
        return String.valueOf(cpu);
    }

    private void use(Class<?> type) {
        imports.add(type.getName());
    }

    private static String at(SourcePosition position) {
        return "at(" + position.line() + ", " + position.column() + ").";
    }

    private static List<String> commentLines(String documentation) {
        List<String> lines = new ArrayList<>();
        documentation.strip().lines().map(JavaText::comment).forEach(lines::add);
        return lines;
    }
}
