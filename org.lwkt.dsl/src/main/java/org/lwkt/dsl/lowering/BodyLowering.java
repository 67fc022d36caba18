// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import static org.lwkt.runtime.program.Statement.NOWHERE;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.lwkt.dsl.lwkt.AnsweringCall;
import org.lwkt.dsl.lwkt.Assert;
import org.lwkt.dsl.lwkt.Assignment;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Choose;
import org.lwkt.dsl.lwkt.Critical;
import org.lwkt.dsl.lwkt.Else;
import org.lwkt.dsl.lwkt.Exit;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.Forever;
import org.lwkt.dsl.lwkt.GetToken;
import org.lwkt.dsl.lwkt.If;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.IpiStatement;
import org.lwkt.dsl.lwkt.Log;
import org.lwkt.dsl.lwkt.Lwpsignal;
import org.lwkt.dsl.lwkt.Mark;
import org.lwkt.dsl.lwkt.MessageStatement;
import org.lwkt.dsl.lwkt.Migrate;
import org.lwkt.dsl.lwkt.Parameter;
import org.lwkt.dsl.lwkt.PlainCall;
import org.lwkt.dsl.lwkt.Priority;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ReleaseToken;
import org.lwkt.dsl.lwkt.Repeat;
import org.lwkt.dsl.lwkt.Run;
import org.lwkt.dsl.lwkt.SerializerCall;
import org.lwkt.dsl.lwkt.SetPriority;
import org.lwkt.dsl.lwkt.SetUserPriority;
import org.lwkt.dsl.lwkt.SpinLock;
import org.lwkt.dsl.lwkt.SpinUnlock;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.Switch;
import org.lwkt.dsl.lwkt.Syscall;
import org.lwkt.dsl.lwkt.ThreadCall;
import org.lwkt.dsl.lwkt.ThreadCallKind;
import org.lwkt.dsl.lwkt.TsleepInterlock;
import org.lwkt.dsl.lwkt.UserYield;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.lwkt.Wait;
import org.lwkt.dsl.lwkt.Wakeup;
import org.lwkt.dsl.lwkt.While;
import org.lwkt.dsl.lwkt.With;
import org.lwkt.dsl.lwkt.Yield;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.KernelFlags;
import org.lwkt.dsl.model.Kind;
import org.lwkt.dsl.model.Procedures;
import org.lwkt.dsl.model.ThreadFacts;
import org.lwkt.runtime.kernel.LockFlag;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.program.Question;
import org.lwkt.runtime.source.SourcePosition;

/** The statements of one body as data. */
final class BodyLowering {
    private final Positions positions;
    private final Map<VariableDeclaration, Integer> locals = new HashMap<>();
    private final Map<EObject, Expr> values;
    private final ExprLowering expressions;
    private final HandlerLowering handlers;
    private final CallLowering calls;

    BodyLowering(Positions positions, Numbering numbers) {
        this(positions, numbers, Map.of());
    }

    /** @param given values of what is declared outside of the body */
    BodyLowering(Positions positions, Numbering numbers, Map<EObject, Expr> given) {
        this.positions = positions;
        values = new HashMap<>(given);
        expressions = new ExprLowering(numbers, values);
        handlers = new HandlerLowering(positions, numbers, values);
        calls = new CallLowering(expressions, handlers);
    }

    void lower(Block block, ProgramBuilder out) {
        block.getStatements().forEach(it -> lower(it, out));
    }

    private void lower(Statement statement, ProgramBuilder out) {
        if (statement instanceof Invocation it) {
            invoke(it, out);
            return;
        }
        out.at(positions.of(statement));
        switch (statement) {
            case Run it -> out.run(expressions.lower(it.getDuration()));
            case Wait it -> out.call(Opcode.WAIT);
            case Exit it -> out.exit();
            case Mark it -> out.mark(it.getText());
            case Log it ->
                out.log(
                        it.getText(),
                        it.getValues().stream().map(expressions::lower).toArray(Expr[]::new));
            case Assert it ->
                out.assertTrue(expressions.lower(it.getCondition()), it.getText() == null ? source(it) : it.getText());
            case VariableDeclaration it -> {
                int local = out.local();
                set(local, it.getCall(), it.getValue(), out);
                locals.put(it, local);
                values.put(it, Expr.local(local));
            }
            case Assignment it -> set(locals.get(Declarations.variableOf(it)), it.getCall(), it.getValue(), out);
            case Repeat it -> out.repeat(expressions.lower(it.getTurns()), body -> lower(it.getBody(), body));
            case Forever it -> out.forever(body -> lower(it.getBody(), body));
            case While it -> out.whileTrue(expressions.lower(it.getCondition()), body -> lower(it.getBody(), body));
            case If it -> branch(it.getCondition(), it.getThen(), it.getOtherwise(), out);
            case Choose it ->
                out.choose(it.getBranches().stream()
                        .<Consumer<ProgramBuilder>>map(branch -> body -> lower(branch, body))
                        .toList());
            case With it -> with(it, out);
            case Critical it -> out.critical(body -> lower(it.getBody(), body));
            case Syscall it -> out.around(Opcode.USERENTER, Opcode.USEREXIT, body -> lower(it.getBody(), body));
            case AnsweringCall it -> calls.lower(it, NOWHERE, out);
            case IpiStatement it -> handlers.lower(it, out);
            default -> call(statement, out);
        }
    }

    /**
     * The body of the procedure in place of the call. All arguments are computed before any of them is known in there: the same
     * procedure may be called with what it was given itself.
     */
    private void invoke(Invocation invocation, ProgramBuilder out) {
        ProcedureDeclaration procedure = Procedures.procedureOf(invocation);
        SourcePosition position = positions.of(invocation);
        Map<EObject, Expr> given = new LinkedHashMap<>();
        for (Parameter parameter : procedure.getParameters()) {
            Expression argument = invocation.getArguments().get(given.size());
            Expr value = expressions.lower(argument);
            given.put(parameter, isKnownToSuit(parameter, argument, value) ? value : copied(value, out.at(position)));
        }
        values.putAll(given);
        lower(procedure.getBody(), out);
    }

    /** A wrong number is wrong at the statement that uses it, and not before the run; parameters do not change. */
    private static boolean isKnownToSuit(Parameter parameter, Expression argument, Expr value) {
        return value instanceof Expr.Constant constant
                        && constant.value() >= 0
                        && Kind.of(parameter).orElseThrow() != Kind.INT
                || argument instanceof Ref reference && reference.getSymbol() instanceof Parameter;
    }

    private void set(int local, AnsweringCall call, Expression value, ProgramBuilder out) {
        if (call == null) {
            out.set(local, expressions.lower(value));
        } else {
            calls.lower(call, local, out);
        }
    }

    /** {@code else if} is an if in the branch that is taken otherwise. */
    private void branch(Expression condition, Block then, List<Else> otherwise, ProgramBuilder out) {
        out.ifElse(expressions.lower(condition), body -> lower(then, body), body -> {
            if (otherwise.isEmpty()) {
                return;
            }
            Else next = otherwise.get(0);
            if (next.getCondition() == null) {
                lower(next.getBody(), body);
            } else {
                body.at(positions.of(next));
                branch(next.getCondition(), next.getBody(), otherwise.subList(1, otherwise.size()), body);
            }
        });
    }

    private void with(With with, ProgramBuilder out) {
        if (with.getToken() != null) {
            Opcode enter = with.isShared() ? Opcode.GETTOKEN_SHARED : Opcode.GETTOKEN;
            around(enter, Opcode.RELTOKEN, with.getToken(), with, out);
        } else if (with.getSpinlock() != null) {
            Opcode enter = with.isShared() ? Opcode.SPIN_LOCK_SHARED : Opcode.SPIN_LOCK;
            Opcode leave = with.isShared() ? Opcode.SPIN_UNLOCK_SHARED : Opcode.SPIN_UNLOCK;
            around(enter, leave, with.getSpinlock(), with, out);
        } else if (with.getSerializer() != null) {
            around(Opcode.SERIALIZE_ENTER, Opcode.SERIALIZE_EXIT, with.getSerializer(), with, out);
        } else {
            SourcePosition position = positions.of(with);
            Expr lock = settled(with.getLock(), out);
            int type = with.isShared() ? LockFlag.SHARED : LockFlag.EXCLUSIVE;
            out.call(Opcode.LOCKMGR, lock, Expr.constant(type), Expr.ZERO);
            lower(with.getBody(), out);
            out.at(position).call(Opcode.LOCKMGR, lock, Expr.constant(LockFlag.RELEASE), Expr.ZERO);
        }
    }

    private void around(Opcode enter, Opcode leave, Ref reference, With with, ProgramBuilder out) {
        out.around(enter, leave, body -> lower(with.getBody(), body), settled(reference, out));
    }

    /** What is released is what was taken, whatever the body does to variables. */
    private Expr settled(Ref reference, ProgramBuilder out) {
        Expr number = expressions.reference(reference);
        return number instanceof Expr.Constant ? number : copied(number, out);
    }

    /** Computed once, here. */
    private static Expr copied(Expr value, ProgramBuilder out) {
        int local = out.local();
        out.set(local, value);
        return Expr.local(local);
    }

    /** The kernel calls that answer nothing. */
    private void call(Statement statement, ProgramBuilder out) {
        switch (statement) {
            case Yield it -> out.call(it.isQuick() ? Opcode.YIELD_QUICK : Opcode.YIELD);
            case UserYield it -> out.call(Opcode.USER_YIELD);
            case Switch it -> out.call(Opcode.SWITCH);
            case PlainCall it -> out.call(Opcode.valueOf(it.getCall().name()));
            case ThreadCall it
            when it.getCall() == ThreadCallKind.DESCHEDULE && it.getThread().isSelf() ->
                out.call(Opcode.DESCHEDULE_SELF);
            case ThreadCall it -> out.call(Opcode.valueOf(it.getCall().name()), expressions.reference(it.getThread()));
            case SetPriority it when it.getThread() == null -> out.call(Opcode.SETPRI_SELF, priority(it.getPriority()));
            case SetPriority it ->
                out.call(Opcode.SETPRI, expressions.reference(it.getThread()), priority(it.getPriority()));
            case SetUserPriority it ->
                out.call(
                        Opcode.SET_UPRI,
                        it.getThread() == null ? Expr.ask(Question.SELF) : expressions.reference(it.getThread()),
                        expressions.lower(it.getLevel()));
            case Migrate it -> out.call(Opcode.MIGRATE, expressions.lower(it.getCpu()));
            case GetToken it ->
                out.call(
                        it.isShared() ? Opcode.GETTOKEN_SHARED : Opcode.GETTOKEN, expressions.reference(it.getToken()));
            case ReleaseToken it -> out.call(Opcode.RELTOKEN, expressions.reference(it.getToken()));
            case SpinLock it ->
                out.call(
                        it.isShared() ? Opcode.SPIN_LOCK_SHARED : Opcode.SPIN_LOCK,
                        expressions.reference(it.getSpinlock()));
            case SpinUnlock it ->
                out.call(
                        it.isShared() ? Opcode.SPIN_UNLOCK_SHARED : Opcode.SPIN_UNLOCK,
                        expressions.reference(it.getSpinlock()));
            case SerializerCall it ->
                out.call(Opcode.valueOf(it.getCall().name()), expressions.reference(it.getSerializer()));
            case TsleepInterlock it ->
                out.call(
                        Opcode.TSLEEP_INTERLOCK,
                        expressions.reference(it.getChannel()),
                        Expr.constant(KernelFlags.value(it.getFlags())));
            case MessageStatement it -> new MessageLowering(expressions).lower(it, out);
            case Wakeup it -> wakeup(it, out);
            case Lwpsignal it ->
                out.call(
                        Opcode.SIGNAL,
                        expressions.reference(it.getThread()),
                        Expr.constant(ThreadFacts.signal(it.getSignal()).orElseThrow()));
            default ->
                throw new IllegalStateException("a statement that cannot be lowered: "
                        + statement.eClass().getName());
        }
    }

    private Expr priority(Priority priority) {
        return priority.getValue() != null
                ? expressions.lower(priority.getValue())
                : Expr.constant(ThreadFacts.priority(priority).orElseThrow());
    }

    private void wakeup(Wakeup wakeup, ProgramBuilder out) {
        Expr channel = expressions.reference(wakeup.getChannel());
        boolean one = wakeup.isOne();
        if (wakeup.isMycpu()) {
            out.call(one ? Opcode.WAKEUP_MYCPU_ONE : Opcode.WAKEUP_MYCPU, channel);
        } else if (wakeup.getCpu() != null) {
            Expr cpu = expressions.lower(wakeup.getCpu());
            out.call(one ? Opcode.WAKEUP_ONCPU_ONE : Opcode.WAKEUP_ONCPU, cpu, channel);
        } else if (wakeup.getDomain() != null) {
            int domain = KernelFlags.DOMAIN.value(wakeup.getDomain()).orElseThrow();
            out.call(one ? Opcode.WAKEUP_DOMAIN_ONE : Opcode.WAKEUP_DOMAIN, channel, Expr.constant(domain));
        } else {
            out.call(one ? Opcode.WAKEUP_ONE : Opcode.WAKEUP, channel);
        }
    }

    private static String source(Assert statement) {
        return SourceText.of(NodeModelUtils.findActualNodeFor(statement.getCondition()));
    }
}
