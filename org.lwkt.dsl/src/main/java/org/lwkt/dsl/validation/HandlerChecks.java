// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.Assignment;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.CpuSet;
import org.lwkt.dsl.lwkt.CpusyncCall;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.IpiSend;
import org.lwkt.dsl.lwkt.IpiSendKind;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Migrate;
import org.lwkt.dsl.lwkt.SetCall;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Flow;
import org.lwkt.dsl.model.Handlers;
import org.lwkt.dsl.model.InHandler;
import org.lwkt.dsl.model.Outcomes;
import org.lwkt.dsl.model.ProcedureFacts;
import org.lwkt.dsl.model.Procedures;
import org.lwkt.dsl.model.ThreadFacts;

/** What handlers do: they run at one instant, elsewhere, and mostly in an interrupt. */
public class HandlerChecks extends Checks {
    @Check
    public void handlersDoWhatTheyCan(Block handler) {
        if (Handlers.ofCall(handler.eContainer()) == handler) {
            checkRefusals(handler, Procedures.around(handler));
        }
    }

    private void checkRefusals(Block block, Procedures procedures) {
        for (Statement statement : block.getStatements()) {
            String refusal = InHandler.refusal(statement);
            if (!refusal.isEmpty()) {
                error(refusal, statement, null, IssueCodes.IN_HANDLER);
                continue;
            }
            if (statement instanceof Invocation call) {
                Statement refused = procedures.factsOf(call).refusedInHandlers();
                if (refused != null) {
                    error(
                            InHandler.refusal(refused) + ": what is called here does so in " + placeOf(refused, call),
                            call,
                            null,
                            IssueCodes.IN_HANDLER);
                }
            }
            Flow.blocksOf(statement).forEach(it -> checkRefusals(it, procedures));
        }
    }

    /** The body around it may be over when the handler runs. */
    @Check
    public void handlersSetVariablesOfTheirOwn(Assignment assignment) {
        Block handler = Handlers.around(assignment);
        VariableDeclaration variable = Declarations.variableOf(assignment);
        if (handler != null && variable != null && !EcoreUtil2.isAncestor(handler, variable)) {
            error(
                    "'" + variable.getName()
                            + "' is a variable of the body around this handler, which has a copy of it from"
                            + " the time of the call: it can read it, and not set it",
                    assignment,
                    LwktPackage.eINSTANCE.getAssignment_Variable(),
                    IssueCodes.COPIED_VARIABLE);
        }
    }

    /** On the CPU of the sender a handler is an ordinary call. */
    @Check
    public void handlersInInterruptsDoNotSwitch(Block handler) {
        if (Handlers.ofCall(handler.eContainer()) == handler
                && Handlers.isInterrupt(handler)
                && runsElsewhere(handler.eContainer())
                && !Outcomes.isPanicExpected(handler)) {
            checkSwitches(handler, Procedures.around(handler));
        }
    }

    /** Only what comes in any case: not what stands behind a condition. */
    private void checkSwitches(Block block, Procedures procedures) {
        for (Statement statement : block.getStatements()) {
            if (InHandler.switches(statement)) {
                warnOfSwitch(statement, "this switches");
                return;
            }
            if (statement instanceof Invocation call) {
                ProcedureFacts facts = procedures.factsOf(call);
                if (facts.switching() != null) {
                    warnOfSwitch(call, "what is called here switches in " + placeOf(facts.switching(), call));
                    return;
                }
            }
            Flow.blocksOf(statement).forEach(it -> checkSwitches(it, procedures));
        }
    }

    private void warnOfSwitch(Statement statement, String what) {
        warning(
                what + " to another thread, and the handler runs in an interrupt, where a switch panics",
                statement,
                null,
                IssueCodes.SWITCH_IN_HANDLER);
    }

    private static boolean runsElsewhere(EObject call) {
        return switch (call) {
            case IpiSend it -> isElsewhere(it.getCpu(), call);
            case SetCall it -> runsElsewhere(it.getCpus(), call);
            case CpusyncCall it -> runsElsewhere(it.getCpus(), call);
            default -> false;
        };
    }

    private static boolean runsElsewhere(CpuSet cpus, EObject call) {
        if (cpus == null) {
            return false;
        }
        List<Expression> numbers = cpus.getNumbers();
        return numbers.isEmpty() || numbers.stream().anyMatch(it -> isElsewhere(it, call));
    }

    /** Whether it is not known to be the CPU that the thread starts on. */
    private static boolean isElsewhere(Expression cpu, EObject call) {
        OptionalLong number = Constants.of(cpu);
        OptionalInt own = startOf(call);
        return own.isEmpty() || number.isEmpty() || number.getAsLong() != own.getAsInt();
    }

    private static OptionalInt startOf(EObject part) {
        ThreadDeclaration thread = Declarations.threadOf(part);
        return thread == null ? OptionalInt.empty() : ThreadFacts.cpu(thread);
    }

    @Check
    public void passiveMessagesGoToOthers(IpiSend send) {
        ThreadDeclaration thread = Declarations.threadOf(send);
        if (send.getCall() != IpiSendKind.SEND_IPIQ_PASSIVE
                || thread == null
                || Handlers.around(send) != null
                || !EcoreUtil2.eAllOfType(thread, Migrate.class).isEmpty()
                || !EcoreUtil2.eAllOfType(thread, Invocation.class).isEmpty()) {
            return;
        }
        OptionalLong cpu = Constants.of(send.getCpu());
        OptionalInt own = ThreadFacts.cpu(thread);
        if (cpu.isPresent()
                && own.isPresent()
                && cpu.getAsLong() == own.getAsInt()
                && !Outcomes.isPanicExpected(send)) {
            warning(
                    "this sends to the CPU that '" + thread.getName() + "' runs on, and lwkt_send_ipiq_passive() panics"
                            + " there: 'send_ipiq' calls the handler at once",
                    LwktPackage.eINSTANCE.getIpiSend_Cpu(),
                    IssueCodes.PASSIVE_TO_SELF);
        }
    }
}
