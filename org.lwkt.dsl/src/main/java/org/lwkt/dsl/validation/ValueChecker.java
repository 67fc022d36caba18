// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.AnsweringCall;
import org.lwkt.dsl.lwkt.Assert;
import org.lwkt.dsl.lwkt.Assignment;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.CpuSet;
import org.lwkt.dsl.lwkt.CpusyncCall;
import org.lwkt.dsl.lwkt.Create;
import org.lwkt.dsl.lwkt.Else;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.GetPort;
import org.lwkt.dsl.lwkt.If;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.IpiSend;
import org.lwkt.dsl.lwkt.IpiWait;
import org.lwkt.dsl.lwkt.Lockmgr;
import org.lwkt.dsl.lwkt.Log;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Migrate;
import org.lwkt.dsl.lwkt.Nobody;
import org.lwkt.dsl.lwkt.OnCpu;
import org.lwkt.dsl.lwkt.Parameter;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.Repeat;
import org.lwkt.dsl.lwkt.ReplyMessage;
import org.lwkt.dsl.lwkt.Run;
import org.lwkt.dsl.lwkt.SetCall;
import org.lwkt.dsl.lwkt.SetPriority;
import org.lwkt.dsl.lwkt.SetUserPriority;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.TryCall;
import org.lwkt.dsl.lwkt.Tsleep;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.lwkt.WaitPort;
import org.lwkt.dsl.lwkt.Wakeup;
import org.lwkt.dsl.lwkt.While;
import org.lwkt.dsl.model.Arrays;
import org.lwkt.dsl.model.BlockVariables;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Handlers;
import org.lwkt.dsl.model.Kind;
import org.lwkt.dsl.model.MessageVariables;
import org.lwkt.dsl.model.Parameters;
import org.lwkt.dsl.model.Procedures;
import org.lwkt.dsl.model.SweepParameters;
import org.lwkt.dsl.model.ThreadFacts;
import org.lwkt.runtime.kernel.ThreadPriority;
import org.lwkt.runtime.program.Operand;

/** Checks the values in the statements of one body, in source order, so that the kind of a variable is known where it is used. */
final class ValueChecker {
    private final Checks checks;
    private final ExpressionChecker values;
    /** The variables of the body that are given messages; null: not looked for. */
    private Set<VariableDeclaration> givenMessages;

    /** @param checks who takes the errors */
    ValueChecker(Checks checks) {
        this.checks = checks;
        values = new ExpressionChecker(checks);
    }

    void check(ThreadDeclaration thread) {
        ThreadFacts.option(thread, OnCpu.class).ifPresent(it -> cpuOf(thread, it));
        check(thread.getBody());
    }

    void check(ProcedureDeclaration procedure) {
        check(procedure.getBody());
    }

    /** The CPU of each element is known before the run. */
    private void cpuOf(ThreadDeclaration thread, OnCpu place) {
        if (place.getCpu() == null || !values.isA(Kind.INT, place.getCpu())) {
            return;
        }
        for (int index = 0; index < Arrays.elements(thread); index++) {
            OptionalLong cpu = Constants.ofElement(place.getCpu(), index);
            if (cpu.isEmpty() && SweepParameters.isOpen(place.getCpu())) {
                return;
            }
            if (cpu.isEmpty()) {
                checks.report(
                        "the CPU that a thread starts on is known before the run",
                        place.getCpu(),
                        null,
                        IssueCodes.TYPE);
                return;
            }
            if (!values.isCpu(cpu.getAsLong(), place.getCpu())) {
                return;
            }
        }
    }

    private void check(Block block) {
        if (block != null) {
            block.getStatements().forEach(this::check);
        }
    }

    private void check(Statement statement) {
        switch (statement) {
            case Run it -> values.time(it.getDuration());
            case Repeat it -> values.expect(Kind.INT, it.getTurns());
            case While it -> values.expect(Kind.BOOL, it.getCondition());
            case If it -> {
                values.expect(Kind.BOOL, it.getCondition());
                check(it.getThen());
                for (Else branch : it.getOtherwise()) {
                    values.expect(Kind.BOOL, branch.getCondition());
                    check(branch.getBody());
                }
                return;
            }
            case Assert it -> values.expect(Kind.BOOL, it.getCondition());
            case Log it -> log(it);
            case VariableDeclaration it -> {
                Kind kind = kindOf(it);
                if (kind != null) {
                    values.declare(it, kind);
                }
            }
            case Assignment it -> assign(it);
            case Invocation it -> arguments(it);
            case AnsweringCall it -> kindOf(it);
            case Migrate it -> values.cpu(it.getCpu());
            case ReplyMessage it -> {
                values.element(it.getMessage());
                values.expect(Kind.INT, it.getError());
            }
            case SetUserPriority it -> {
                values.expect(Kind.INT, it.getLevel());
                values.element(it.getThread());
            }
            case SetPriority it -> {
                if (it.getPriority() != null) {
                    values.expect(Kind.INT, it.getPriority().getValue());
                    values.range(it.getPriority().getValue(), 0, ThreadPriority.MAX, "a priority");
                }
                values.element(it.getThread());
            }
            case Wakeup it -> {
                values.element(it.getChannel());
                values.cpu(it.getCpu());
            }
            case IpiWait it -> values.cpu(it.getCpu());
            case SetCall it -> cpus(it.getCpus());
            case CpusyncCall it -> {
                values.element(it.getCpusync());
                cpus(it.getCpus());
            }
            default -> elements(statement);
        }
        Handlers.allBlocksOf(statement).forEach(this::check);
    }

    /** A set of CPUs is a word of bits. */
    private void cpus(CpuSet set) {
        if (set == null) {
            return;
        }
        Set<Long> seen = new HashSet<>();
        for (Expression number : set.getNumbers()) {
            if (!values.isA(Kind.INT, number)) {
                continue;
            }
            OptionalLong cpu = Constants.of(number);
            if (cpu.isEmpty() || !values.isCpu(cpu.getAsLong(), number)) {
                continue;
            }
            if (cpu.getAsLong() >= Operand.MASK_CPUS) {
                checks.report(
                        "a set names the CPUs 0 .. " + (Operand.MASK_CPUS - 1) + " by their numbers, and others by"
                                + " 'all cpus' and 'all other cpus' alone",
                        number,
                        null,
                        IssueCodes.CPU_RANGE);
            } else if (!seen.add(cpu.getAsLong())) {
                checks.report(
                        "cpu " + cpu.getAsLong() + " is in this set already", number, null, IssueCodes.DUPLICATE_VALUE);
            }
        }
    }

    /** What the statement itself refers to. */
    private void elements(EObject statement) {
        for (EObject part : statement.eContents()) {
            if (part instanceof Ref reference) {
                values.element(reference);
            }
        }
    }

    private void log(Log log) {
        log.getValues().forEach(values::kindOf);
        String text = log.getText();
        if (text == null) {
            return;
        }
        int places = 0;
        for (int at = text.indexOf("{}"); at >= 0; at = text.indexOf("{}", at + 2)) {
            places++;
        }
        int values = log.getValues().size();
        if (places != values) {
            checks.report(
                    "the text has " + places + " places {} for values, and " + values + " follow it",
                    log,
                    LwktPackage.eINSTANCE.getLog_Text(),
                    IssueCodes.PLACEHOLDERS);
        }
    }

    private void assign(Assignment assignment) {
        VariableDeclaration variable = Declarations.variableOf(assignment);
        Kind wanted = variable == null ? null : values.kindOf(variable);
        if (wanted == null) {
            if (assignment.getCall() == null) {
                values.kindOf(assignment.getValue());
            } else {
                kindOf(assignment.getCall());
            }
        } else if (assignment.getCall() == null) {
            values.expect(wanted, assignment.getValue());
        } else {
            values.mismatch(wanted, kindOf(assignment.getCall()), assignment.getCall());
        }
    }

    private void arguments(Invocation call) {
        ProcedureDeclaration procedure = Procedures.procedureOf(call);
        List<Expression> given = call.getArguments();
        if (procedure == null) {
            given.forEach(values::kindOf);
            return;
        }
        List<Parameter> wanted = procedure.getParameters();
        for (int i = 0; i < Math.min(given.size(), wanted.size()); i++) {
            Expression argument = given.get(i);
            Kind.of(wanted.get(i)).ifPresent(kind -> values.expect(kind, argument));
        }
        if (given.size() != wanted.size()) {
            checks.report(
                    "procedure '" + procedure.getName() + "' takes " + Parameters.text(wanted) + ", and "
                            + (given.isEmpty() ? "nothing" : "" + given.size()) + " is given",
                    call,
                    null,
                    IssueCodes.ARGUMENTS);
        }
    }

    private Kind kindOf(AnsweringCall call) {
        elements(call);
        switch (call) {
            case Create it -> values.cpu(it.getCpu());
            case IpiSend it -> values.cpu(it.getCpu());
            case Lockmgr it -> values.time(it.getTimeout());
            case Tsleep it -> values.time(it.getTimeout());
            default -> {}
        }
        return switch (call) {
            case Create it -> Kind.THREAD;
            case GetPort it -> Kind.MESSAGE;
            case WaitPort it -> Kind.MESSAGE;
            case TryCall it -> Kind.BOOL;
            default -> Kind.INT;
        };
    }

    /** What begins as none is what it is given later. */
    private Kind kindOf(VariableDeclaration variable) {
        if (variable.getCall() != null) {
            return kindOf(variable.getCall());
        }
        return variable.getValue() instanceof Nobody && holdsMessages(variable)
                ? Kind.MESSAGE
                : values.kindOf(variable.getValue());
    }

    private boolean holdsMessages(VariableDeclaration variable) {
        if (givenMessages == null) {
            givenMessages =
                    MessageVariables.in(BlockVariables.blocksAround(variable).getLast());
        }
        return givenMessages.contains(variable);
    }
}
