// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import static org.lwkt.runtime.program.Statement.NOWHERE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.CpuSet;
import org.lwkt.dsl.lwkt.CpusyncCall;
import org.lwkt.dsl.lwkt.CpusyncDeinterlock;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.HandlerCall;
import org.lwkt.dsl.lwkt.HandlerTry;
import org.lwkt.dsl.lwkt.IpiSend;
import org.lwkt.dsl.lwkt.IpiStatement;
import org.lwkt.dsl.lwkt.IpiWait;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.SetCall;
import org.lwkt.dsl.model.Constants;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Operand;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.program.Question;

/**
 * Calls that are about other CPUs, and those that take a handler. A handler has variables of its own; those of the body around
 * it that it names, it is given as arguments.
 */
final class HandlerLowering {
    private final Positions positions;
    private final Numbering numbers;
    private final Map<EObject, Expr> values;
    private final ExprLowering expressions;

    /** @param values of the variables of the body around, as far as they are declared, and of its parameters */
    HandlerLowering(Positions positions, Numbering numbers, Map<EObject, Expr> values) {
        this.positions = positions;
        this.numbers = numbers;
        this.values = values;
        expressions = new ExprLowering(numbers, values);
    }

    void lower(IpiStatement statement, ProgramBuilder out) {
        switch (statement) {
            case SetCall it -> {
                Expr cpus = cpus(it.getCpus());
                with(it.getHandler(), NOWHERE, Opcode.valueOf(it.getCall().name()), List.of(cpus), out);
            }
            case CpusyncCall it -> {
                List<Expr> operands = List.of(expressions.reference(it.getCpusync()), cpus(it.getCpus()));
                with(it.getHandler(), NOWHERE, Opcode.valueOf(it.getCall().name()), operands, out);
            }
            case IpiWait it -> out.call(Opcode.WAIT_IPIQ, expressions.lower(it.getCpu()));
            case CpusyncDeinterlock it -> out.call(Opcode.CPUSYNC_DEINTERLOCK, expressions.reference(it.getCpusync()));
            case HandlerCall it ->
                with(
                        it.getHandler(),
                        NOWHERE,
                        Opcode.SERIALIZE_HANDLER_CALL,
                        List.of(expressions.reference(it.getSerializer())),
                        out);
            default ->
                throw new IllegalStateException(
                        "a call that cannot be lowered: " + statement.eClass().getName());
        }
    }

    void lower(IpiSend send, int result, ProgramBuilder out) {
        Opcode opcode = Opcode.valueOf(send.getCall().name());
        with(send.getHandler(), result, opcode, List.of(expressions.lower(send.getCpu())), out);
    }

    void lower(HandlerTry call, int result, ProgramBuilder out) {
        List<Expr> operands = List.of(expressions.reference(call.getSerializer()));
        with(call.getHandler(), result, Opcode.SERIALIZE_HANDLER_TRY, operands, out);
    }

    private void with(Block handler, int result, Opcode opcode, List<Expr> operands, ProgramBuilder out) {
        List<Expr> arguments = new ArrayList<>(operands);
        Map<EObject, Expr> given = new HashMap<>();
        int copies = 0;
        for (Ref reference : EcoreUtil2.eAllOfType(handler, Ref.class)) {
            EObject symbol = reference.getSymbol();
            Expr value = values.get(symbol);
            if (value instanceof Expr.Constant) {
                given.put(symbol, value);
            } else if (value != null && !given.containsKey(symbol)) {
                given.put(symbol, Expr.local(copies++));
                arguments.add(value);
            }
        }
        int locals = copies;
        out.callInto(
                result,
                body -> new BodyLowering(positions, numbers, given).lower(handler, body.locals(locals)),
                opcode,
                arguments.toArray(Expr[]::new));
    }

    private Expr cpus(CpuSet cpus) {
        if (cpus.getNumbers().isEmpty()) {
            return Expr.constant(cpus.isOthers() ? Operand.OTHER_CPUS : Operand.ALL_CPUS);
        }
        long known = 0;
        List<Expression> computed = new ArrayList<>();
        for (Expression number : cpus.getNumbers()) {
            OptionalLong cpu = Constants.of(number);
            if (cpu.isPresent()) {
                known |= 1L << cpu.getAsLong();
            } else {
                computed.add(number);
            }
        }
        Expr set = Expr.constant(known);
        for (Expression number : computed) {
            set = Expr.ask(Question.CPU_SET, set, expressions.lower(number));
        }
        return set;
    }
}
