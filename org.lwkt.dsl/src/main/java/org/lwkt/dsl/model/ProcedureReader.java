// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.OptionalLong;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.lwkt.dsl.lwkt.Assignment;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.CpuQuestion;
import org.lwkt.dsl.lwkt.Create;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.Migrate;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.Syscall;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.lwkt.Wait;
import org.lwkt.dsl.lwkt.Wakeup;

/** Reads one procedure, whose callees have been read. */
final class ProcedureReader {
    private final Function<Invocation, ProcedureFacts> callees;
    private long statements;
    private int levels;
    private Statement kernelCall;
    private Statement systemCall;
    private Statement wait;
    private EObject highestCpu;
    private long cpu = -1;

    ProcedureReader(Function<Invocation, ProcedureFacts> callees) {
        this.callees = callees;
    }

    ProcedureFacts read(ProcedureDeclaration procedure) {
        Block body = procedure.getBody();
        if (body == null) {
            return ProcedureFacts.UNKNOWN;
        }
        read(body, 1, false);
        EcoreUtil2.eAllOfType(body, CpuQuestion.class).forEach(it -> cpu(it.getCpu()));
        Flow flow = new Flow(callees);
        return new ProcedureFacts(
                statements,
                levels,
                flow.completes(body),
                flow.exits(body),
                flow.letsTimePass(body),
                kernelCall,
                systemCall,
                wait,
                highestCpu,
                cpu);
    }

    private void read(Block block, int level, boolean inSystemCall) {
        levels = Math.max(levels, level);
        for (Statement statement : block.getStatements()) {
            statements = Math.min(ProcedureFacts.MANY, statements + 1);
            switch (statement) {
                case Invocation it -> add(callees.apply(it), level, inSystemCall);
                case Syscall it -> systemCall = systemCall == null ? it : systemCall;
                case Wait it -> wait = wait == null ? it : wait;
                case Migrate it -> cpu(it.getCpu());
                case Wakeup it -> cpu(it.getCpu());
                case Create it -> cpu(it.getCpu());
                case VariableDeclaration it when it.getCall() instanceof Create call -> cpu(call.getCpu());
                case Assignment it when it.getCall() instanceof Create call -> cpu(call.getCpu());
                default -> {}
            }
            if (!inSystemCall && kernelCall == null && UserMode.callsKernel(statement)) {
                kernelCall = statement;
            }
            boolean inside = inSystemCall || statement instanceof Syscall;
            Flow.blocksOf(statement).forEach(it -> read(it, level + 1, inside));
        }
    }

    private void add(ProcedureFacts called, int level, boolean inSystemCall) {
        statements = Math.min(ProcedureFacts.MANY, statements + called.statements());
        levels = Math.max(levels, level + called.levels());
        systemCall = systemCall == null ? called.systemCall() : systemCall;
        wait = wait == null ? called.interruptWait() : wait;
        if (!inSystemCall && kernelCall == null) {
            kernelCall = called.kernelCall();
        }
        if (called.cpu() > cpu) {
            cpu = called.cpu();
            highestCpu = called.highestCpu();
        }
    }

    private void cpu(Expression expression) {
        OptionalLong known = Constants.of(expression);
        if (known.isPresent() && known.getAsLong() > cpu) {
            cpu = known.getAsLong();
            highestCpu = expression;
        }
    }
}
