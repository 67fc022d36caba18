// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.OptionalLong;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.CpuQuestion;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.Syscall;
import org.lwkt.dsl.lwkt.Wait;

/** Reads one procedure, whose callees have been read. */
final class ProcedureReader {
    private final Function<Invocation, ProcedureFacts> callees;
    private long statements;
    private int levels;
    private Statement kernelCall;
    private Statement systemCall;
    private Statement wait;
    private Statement refused;
    private Statement switching;
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
                refused,
                switching,
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
                default -> {}
            }
            note(statement);
            if (!inSystemCall && kernelCall == null && UserMode.callsKernel(statement)) {
                kernelCall = statement;
            }
            boolean inside = inSystemCall || statement instanceof Syscall;
            Flow.blocksOf(statement).forEach(it -> read(it, level + 1, inside));
            handler(Handlers.of(statement), level + 1);
        }
    }

    private void note(Statement statement) {
        CpuNumbers.of(statement).forEach(this::cpu);
        if (refused == null && !InHandler.refusal(statement).isEmpty()) {
            refused = statement;
        }
        if (switching == null && InHandler.switches(statement)) {
            switching = statement;
        }
    }

    /** Of what a handler does only the size and the CPUs matter to who calls: what it must not do is reported in the procedure. */
    private void handler(Block handler, int level) {
        if (handler == null) {
            return;
        }
        ProcedureReader reader = new ProcedureReader(callees);
        reader.read(handler, level, true);
        statements = Math.min(ProcedureFacts.MANY, statements + reader.statements);
        levels = Math.max(levels, reader.levels);
        higher(reader.cpu, reader.highestCpu);
    }

    private void add(ProcedureFacts called, int level, boolean inSystemCall) {
        statements = Math.min(ProcedureFacts.MANY, statements + called.statements());
        levels = Math.max(levels, level + called.levels());
        systemCall = systemCall == null ? called.systemCall() : systemCall;
        wait = wait == null ? called.interruptWait() : wait;
        if (!inSystemCall && kernelCall == null) {
            kernelCall = called.kernelCall();
        }
        refused = refused == null ? called.refusedInHandlers() : refused;
        switching = switching == null ? called.switching() : switching;
        higher(called.cpu(), called.highestCpu());
    }

    private void higher(long other, EObject place) {
        if (other > cpu) {
            cpu = other;
            highestCpu = place;
        }
    }

    private void cpu(Expression expression) {
        OptionalLong known = Constants.of(expression);
        known.ifPresent(it -> higher(it, expression));
    }
}
