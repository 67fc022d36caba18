// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.conversion.Durations;
import org.lwkt.dsl.conversion.MalformedValueException;
import org.lwkt.dsl.conversion.Numbers;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.diagnostics.Replacement;
import org.lwkt.dsl.lwkt.AnsweringCall;
import org.lwkt.dsl.lwkt.Assert;
import org.lwkt.dsl.lwkt.Assignment;
import org.lwkt.dsl.lwkt.Binary;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.CpuQuestion;
import org.lwkt.dsl.lwkt.CpuQuestionKind;
import org.lwkt.dsl.lwkt.CpuSet;
import org.lwkt.dsl.lwkt.CpusyncCall;
import org.lwkt.dsl.lwkt.Create;
import org.lwkt.dsl.lwkt.Draw;
import org.lwkt.dsl.lwkt.Else;
import org.lwkt.dsl.lwkt.ErrnoValue;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.GetPort;
import org.lwkt.dsl.lwkt.Held;
import org.lwkt.dsl.lwkt.HolderQuestion;
import org.lwkt.dsl.lwkt.If;
import org.lwkt.dsl.lwkt.IndexValue;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.IpiSend;
import org.lwkt.dsl.lwkt.IpiWait;
import org.lwkt.dsl.lwkt.Literal;
import org.lwkt.dsl.lwkt.Lockmgr;
import org.lwkt.dsl.lwkt.Log;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.MessageQuestion;
import org.lwkt.dsl.lwkt.Migrate;
import org.lwkt.dsl.lwkt.Negation;
import org.lwkt.dsl.lwkt.Nobody;
import org.lwkt.dsl.lwkt.Not;
import org.lwkt.dsl.lwkt.OnCpu;
import org.lwkt.dsl.lwkt.OwnQuestion;
import org.lwkt.dsl.lwkt.Parameter;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.Repeat;
import org.lwkt.dsl.lwkt.ReplyMessage;
import org.lwkt.dsl.lwkt.Run;
import org.lwkt.dsl.lwkt.SetCall;
import org.lwkt.dsl.lwkt.SetPriority;
import org.lwkt.dsl.lwkt.SetUserPriority;
import org.lwkt.dsl.lwkt.SleepersQuestion;
import org.lwkt.dsl.lwkt.StateCondition;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.ThreadQuestion;
import org.lwkt.dsl.lwkt.Truism;
import org.lwkt.dsl.lwkt.TryCall;
import org.lwkt.dsl.lwkt.Tsleep;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.lwkt.WaitPort;
import org.lwkt.dsl.lwkt.Wakeup;
import org.lwkt.dsl.lwkt.WhenEvent;
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
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.program.Arithmetic;
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Operand;

/** Computes what the expressions of one thread come to, in source order, so that the kind of a variable is known where it is used. */
final class ValueChecker {
    /** The runtime refuses deeper ones. */
    private static final int DEPTH_MAX = 90;

    private final Map<VariableDeclaration, Kind> variables = new HashMap<>();

    private final Checks checks;
    /** The variables of the body that are given messages; null: not looked for. */
    private Set<VariableDeclaration> givenMessages;

    /** @param checks who takes the errors */
    ValueChecker(Checks checks) {
        this.checks = checks;
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
        if (place.getCpu() == null || !isA(Kind.INT, place.getCpu())) {
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
            if (!isCpu(cpu.getAsLong(), place.getCpu())) {
                return;
            }
        }
    }

    /** Whether it is a number; if not, that is reported. */
    boolean isNumber(Expression expression) {
        return isA(Kind.INT, expression);
    }

    /** A condition that nobody in particular asks. */
    void check(StateCondition condition) {
        expect(Kind.BOOL, condition.getTruth());
    }

    /** As of an expectation. */
    void check(WhenEvent event) {
        expect(Kind.BOOL, event.getCondition());
    }

    private void check(Block block) {
        if (block != null) {
            block.getStatements().forEach(this::check);
        }
    }

    private void check(Statement statement) {
        switch (statement) {
            case Run it -> time(it.getDuration());
            case Repeat it -> expect(Kind.INT, it.getTurns());
            case While it -> expect(Kind.BOOL, it.getCondition());
            case If it -> {
                expect(Kind.BOOL, it.getCondition());
                check(it.getThen());
                for (Else branch : it.getOtherwise()) {
                    expect(Kind.BOOL, branch.getCondition());
                    check(branch.getBody());
                }
                return;
            }
            case Assert it -> expect(Kind.BOOL, it.getCondition());
            case Log it -> log(it);
            case VariableDeclaration it -> {
                Kind kind = kindOf(it);
                if (kind != null) {
                    variables.put(it, kind);
                }
            }
            case Assignment it -> assign(it);
            case Invocation it -> arguments(it);
            case AnsweringCall it -> kindOf(it);
            case Migrate it -> cpu(it.getCpu());
            case ReplyMessage it -> {
                element(it.getMessage());
                expect(Kind.INT, it.getError());
            }
            case SetUserPriority it -> {
                expect(Kind.INT, it.getLevel());
                element(it.getThread());
            }
            case SetPriority it -> {
                if (it.getPriority() != null) {
                    expect(Kind.INT, it.getPriority().getValue());
                    range(it.getPriority().getValue(), 0, ThreadPriority.MAX, "a priority");
                }
                element(it.getThread());
            }
            case Wakeup it -> {
                element(it.getChannel());
                cpu(it.getCpu());
            }
            case IpiWait it -> cpu(it.getCpu());
            case SetCall it -> cpus(it.getCpus());
            case CpusyncCall it -> {
                element(it.getCpusync());
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
            if (!isA(Kind.INT, number)) {
                continue;
            }
            OptionalLong cpu = Constants.of(number);
            if (cpu.isEmpty() || !isCpu(cpu.getAsLong(), number)) {
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
                element(reference);
            }
        }
    }

    private void log(Log log) {
        log.getValues().forEach(this::kindOf);
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
        Kind wanted = variable == null ? null : variables.get(variable);
        if (wanted == null) {
            if (assignment.getCall() == null) {
                kindOf(assignment.getValue());
            } else {
                kindOf(assignment.getCall());
            }
        } else if (assignment.getCall() == null) {
            expect(wanted, assignment.getValue());
        } else {
            mismatch(wanted, kindOf(assignment.getCall()), assignment.getCall());
        }
    }

    private void arguments(Invocation call) {
        ProcedureDeclaration procedure = Procedures.procedureOf(call);
        List<Expression> given = call.getArguments();
        if (procedure == null) {
            given.forEach(this::kindOf);
            return;
        }
        List<Parameter> wanted = procedure.getParameters();
        for (int i = 0; i < Math.min(given.size(), wanted.size()); i++) {
            Expression argument = given.get(i);
            Kind.of(wanted.get(i)).ifPresent(kind -> expect(kind, argument));
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
            case Create it -> cpu(it.getCpu());
            case IpiSend it -> cpu(it.getCpu());
            case Lockmgr it -> time(it.getTimeout());
            case Tsleep it -> time(it.getTimeout());
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
                : kindOf(variable.getValue());
    }

    private boolean holdsMessages(VariableDeclaration variable) {
        if (givenMessages == null) {
            givenMessages =
                    MessageVariables.in(BlockVariables.blocksAround(variable).getLast());
        }
        return givenMessages.contains(variable);
    }

    private void time(Expression expression) {
        expect(Kind.TIME, expression);
        OptionalLong value = Constants.of(expression);
        if (value.isPresent() && value.getAsLong() < 0) {
            checks.report("a time is not negative here", expression, null, IssueCodes.VALUE_RANGE);
        }
    }

    private void cpu(Expression expression) {
        if (expression != null && isA(Kind.INT, expression)) {
            OptionalLong cpu = Constants.of(expression);
            if (cpu.isPresent()) {
                isCpu(cpu.getAsLong(), expression);
            }
        }
    }

    private boolean isCpu(long cpu, Expression place) {
        if (Declarations.procedureAround(place) != null) {
            // Who calls the procedure is checked against the machine.
            range(place, 0, MachineSpec.CPUS_MAX - 1, "a CPU");
            return cpu >= 0 && cpu < MachineSpec.CPUS_MAX;
        }
        return checks.isCpu(cpu, Declarations.scenarioOf(place), null, place);
    }

    private void range(Expression expression, long least, long most, String title) {
        OptionalLong value = Constants.of(expression);
        if (value.isPresent() && (value.getAsLong() < least || value.getAsLong() > most)) {
            checks.report(
                    title + " is " + least + " .. " + most + ", not " + value.getAsLong(),
                    expression,
                    null,
                    IssueCodes.VALUE_RANGE);
        }
    }

    private void expect(Kind wanted, Expression expression) {
        if (expression != null) {
            isA(wanted, expression);
        }
    }

    /** Reports what is not of the kind; what has an error already counts as not of it. */
    private boolean isA(Kind wanted, Expression expression) {
        if (expression instanceof Literal literal && (wanted == Kind.TIME || wanted == Kind.INT)) {
            return isReadable(wanted, literal);
        }
        if (expression instanceof Nobody && wanted.isAnswered()) {
            return true;
        }
        Kind kind = kindOf(expression);
        return kind != null && !mismatch(wanted, kind, expression);
    }

    private boolean mismatch(Kind wanted, Kind found, EObject place) {
        if (found == null || found == wanted) {
            return false;
        }
        checks.report("expected " + wanted.title() + ", and this is " + found.title(), place, null, IssueCodes.TYPE);
        return true;
    }

    /** Reports a literal that is neither a number nor a time. */
    boolean isReadable(Expression literal) {
        return literal instanceof Literal it && isReadable(Constants.isTime(it) ? Kind.TIME : Kind.INT, it);
    }

    private boolean isReadable(Kind wanted, Literal literal) {
        if (literal.getText() == null) {
            return false;
        }
        try {
            if (wanted == Kind.TIME) {
                Durations.parseNs(literal.getText());
            } else {
                Numbers.parse(literal.getText());
            }
            return true;
        } catch (MalformedValueException malformed) {
            checks.report(
                    malformed.getMessage(), literal, null, IssueCodes.VALUE, Replacement.data(malformed.replacement()));
            return false;
        }
    }

    /** {@code null} where an error is reported, or a name means nothing. */
    private Kind kindOf(Expression expression) {
        return kindOf(expression, 0);
    }

    private Kind kindOf(Expression expression, int depth) {
        if (depth >= DEPTH_MAX && expression != null && !expression.eContents().isEmpty()) {
            checks.report(
                    "this is too long: an expression has at most " + DEPTH_MAX + " levels",
                    expression,
                    null,
                    IssueCodes.TOO_COMPLEX);
            return null;
        }
        return switch (expression) {
            case Literal it -> {
                Kind kind = Constants.isTime(it) ? Kind.TIME : Kind.INT;
                yield isReadable(kind, it) ? kind : null;
            }
            case Truism it -> Kind.BOOL;
            case Nobody it -> Kind.THREAD;
            case Ref it -> element(it);
            case Not it -> {
                Kind operand = kindOf(it.getOperand(), depth + 1);
                yield operand == null || mismatch(Kind.BOOL, operand, it.getOperand()) ? null : Kind.BOOL;
            }
            case Negation it -> {
                Kind operand = kindOf(it.getOperand(), depth + 1);
                yield operand == null || operand == Kind.TIME || mismatch(Kind.INT, operand, it.getOperand())
                        ? operand == Kind.TIME ? operand : null
                        : Kind.INT;
            }
            case Held it -> {
                element(it.getThread());
                yield isHeld(it.getResource(), depth) ? Kind.BOOL : null;
            }
            case HolderQuestion it -> isHeld(it.getResource(), depth) ? Kind.THREAD : null;
            case Binary it -> kindOf(it, depth);
            case IndexValue it -> Kind.INT;
            case ErrnoValue it -> it.getName() == null ? null : Kind.INT;
            case Draw it -> kindOf(it, depth);
            case OwnQuestion it ->
                switch (it.getQuestion()) {
                    case NOW -> Kind.TIME;
                    case CPU -> Kind.INT;
                    case SELF -> Kind.THREAD;
                };
            case ThreadQuestion it -> {
                element(it.getThread());
                yield switch (it.getQuestion()) {
                    case PRIORITY, CPU_OF -> Kind.INT;
                    case RUNNING, ASLEEP, STARTED, ENDED -> Kind.BOOL;
                };
            }
            case CpuQuestion it -> {
                cpu(it.getCpu());
                yield it.getQuestion() == CpuQuestionKind.CURRENT ? Kind.THREAD : Kind.INT;
            }
            case SleepersQuestion it -> {
                element(it.getChannel());
                yield Kind.INT;
            }
            case MessageQuestion it -> {
                element(it.getMessage());
                yield Kind.BOOL;
            }
            case null, default -> null;
        };
    }

    private boolean isHeld(Expression resource, int depth) {
        Kind kind = kindOf(resource, depth + 1);
        if (kind == null || resource instanceof Ref && kind.isLock()) {
            return true;
        }
        checks.report(
                "what is held is a token or a lock, and this is " + kind.title(), resource, null, IssueCodes.TYPE);
        return false;
    }

    private Kind kindOf(Draw draw, int depth) {
        if (!Declarations.isInBody(draw)) {
            checks.report("random numbers are drawn in bodies alone", draw, null, IssueCodes.TYPE);
            return null;
        }
        Kind kind = null;
        for (Expression parameter : draw.getParameters()) {
            Kind next = kindOf(parameter, depth + 1);
            if (next == null || kind != null && mismatch(kind, next, parameter)) {
                return null;
            }
            kind = next;
        }
        return new DrawCheck(checks, draw).hasItsParameters(kind) ? kind : null;
    }

    private Kind kindOf(Binary binary, int depth) {
        Kind left = kindOf(binary.getLeft(), depth + 1);
        Kind right = kindOf(binary.getRight(), depth + 1);
        if (left == null || right == null) {
            return null;
        }
        // There is none of either.
        if (binary.getLeft() instanceof Nobody && right.isAnswered()) {
            left = right;
        } else if (binary.getRight() instanceof Nobody && left.isAnswered()) {
            right = left;
        }
        Kind kind = Operators.kind(Constants.operator(binary), left, right);
        if (kind == null) {
            checks.report(
                    "'" + binary.getOperator() + "' does not go with " + left.title() + " and " + right.title(),
                    binary,
                    LwktPackage.eINSTANCE.getBinary_Operator(),
                    IssueCodes.TYPE);
            return null;
        }
        return hasValue(binary) ? kind : null;
    }

    private boolean hasValue(Binary binary) {
        OptionalLong left = Constants.of(binary.getLeft());
        OptionalLong right = Constants.of(binary.getRight());
        boolean divides = Constants.operator(binary) == BinaryOperator.DIVIDE
                || Constants.operator(binary) == BinaryOperator.REMAINDER;
        if (right.isEmpty() || left.isEmpty() && !(divides && right.getAsLong() == 0)) {
            return true;
        }
        try {
            Arithmetic.apply(Constants.operator(binary), left.orElse(0), right.getAsLong());
            return true;
        } catch (ArithmeticException noValue) {
            String message = left.isEmpty() ? "division by zero" : noValue.getMessage();
            checks.report(message, binary, LwktPackage.eINSTANCE.getBinary_Operator(), IssueCodes.NO_VALUE);
            return false;
        }
    }

    /** What is referred to; the index, if there is one, is within the array. */
    private Kind element(Ref reference) {
        if (reference == null) {
            return null;
        }
        if (reference.isSelf()) {
            return Kind.THREAD;
        }
        EObject symbol = Declarations.symbol(reference);
        if (symbol == null) {
            return null;
        }
        if (reference.getIndex() != null) {
            expect(Kind.INT, reference.getIndex());
        }
        if (!checks.checkIndex(reference, symbol)) {
            return null;
        }
        Kind kind = Kind.of(symbol).orElseGet(() -> variables.get(symbol));
        Optional<Kind> wanted = Kind.wantedAt(reference);
        return wanted.isPresent() && mismatch(wanted.get(), kind, reference) ? null : kind;
    }
}
