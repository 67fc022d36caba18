// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.DoMessage;
import org.lwkt.dsl.lwkt.DropMessage;
import org.lwkt.dsl.lwkt.ForwardMessage;
import org.lwkt.dsl.lwkt.GetPort;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.MessageDeclaration;
import org.lwkt.dsl.lwkt.PortDeclaration;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.SendMessage;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.WaitMessage;
import org.lwkt.dsl.lwkt.WaitPort;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Handlers;
import org.lwkt.dsl.model.KernelFlags;
import org.lwkt.dsl.model.MachineFacts;
import org.lwkt.dsl.model.Outcomes;
import org.lwkt.dsl.model.PortSort;
import org.lwkt.runtime.kernel.MsgFlag;
import org.lwkt.runtime.program.Opcode;

/** What panics with a port or a message of its sort; silent where a scenario expects a panic. */
public class MessageChecks extends Checks {
    private static final LwktPackage LWKT = LwktPackage.eINSTANCE;

    @Check
    public void thePortTakesMessages(SendMessage statement) {
        checkTarget(statement.getPort(), statement, LWKT.getSendMessage_Port(), Opcode.SENDMSG);
    }

    @Check
    public void thePortTakesMessages(ForwardMessage statement) {
        checkTarget(statement.getPort(), statement, LWKT.getForwardMessage_Port(), Opcode.FORWARDMSG);
    }

    @Check
    public void thePortTakesMessages(DoMessage statement) {
        checkTarget(statement.getPort(), statement, LWKT.getDoMessage_Port(), Opcode.DOMSG);
    }

    private void checkTarget(Ref reference, EObject statement, EReference place, Opcode call) {
        Optional<PortSort> sort = portOf(reference).map(PortSort::of);
        if (sort.isPresent() && !sort.get().takesMessages()) {
            panics("nothing is sent to " + sort.get().title(), call, statement, place);
        }
    }

    @Check
    public void thePortKeepsMessages(GetPort statement) {
        checkSource(statement.getPort(), statement, LWKT.getGetPort_Port(), Opcode.GETPORT);
    }

    @Check
    public void thePortKeepsMessages(WaitPort statement) {
        checkSource(statement.getPort(), statement, LWKT.getWaitPort_Port(), Opcode.WAITPORT);
    }

    private void checkSource(Ref reference, EObject statement, EReference place, Opcode call) {
        portOf(reference).ifPresent(port -> {
            PortSort sort = PortSort.of(port);
            if (!sort.keepsMessages()) {
                panics("no messages are taken from " + sort.title(), call, statement, place);
            } else if (sort == PortSort.THREAD) {
                checkOwner(port, statement, place, call);
            }
        });
    }

    /** Which element of an array runs is not known, nor which thread a handler runs on. */
    private void checkOwner(PortDeclaration port, EObject statement, EReference place, Opcode call) {
        ThreadDeclaration owner = Declarations.thread(port.getThread());
        ThreadDeclaration runs = Declarations.threadOf(statement);
        if (owner != null
                && runs != null
                && owner != runs
                && Handlers.around(statement) == null
                && checksAssertions(statement)) {
            panics(
                    "'" + port.getName() + "' is the port of thread '" + owner.getName()
                            + "', and no other thread waits there",
                    call,
                    statement,
                    place);
        }
    }

    @Check
    public void thePortTakesReplies(MessageDeclaration message) {
        Optional<PortSort> sort = portOf(message.getReplyPort()).map(PortSort::of);
        if (sort.isPresent() && !sort.get().takesReplies()) {
            panics(
                    "no reply comes to " + sort.get().title(),
                    Opcode.REPLYMSG,
                    message,
                    LWKT.getMessageDeclaration_ReplyPort());
        }
    }

    @Check
    public void theReplyIsWaitedFor(WaitMessage statement) {
        checkReply(statement.getMessage(), statement, LWKT.getWaitMessage_Message(), Opcode.WAITMSG);
    }

    /** The function behind a put-only port is done with the message at once. */
    @Check
    public void theReplyIsWaitedFor(DoMessage statement) {
        Optional<PortSort> target = portOf(statement.getPort()).map(PortSort::of);
        if (target.isPresent() && target.get().keepsMessages()) {
            checkReply(statement.getMessage(), statement, LWKT.getDoMessage_Message(), Opcode.DOMSG);
        }
    }

    private void checkReply(Ref reference, EObject statement, EReference place, Opcode call) {
        messageOf(reference).ifPresent(message -> {
            Optional<PortDeclaration> port = portOf(message.getReplyPort());
            Optional<PortSort> sort = port.map(PortSort::of);
            if (sort.isPresent() && !sort.get().keepsMessages()) {
                panics("nobody waits for replies at " + sort.get().title(), call, statement, place);
            } else if (isDropable(message) && checksAssertions(statement)) {
                panics("nobody waits for a message that is MSGF_DROPABLE", call, statement, place);
            } else if (sort.equals(Optional.of(PortSort.THREAD))) {
                checkOwner(port.get(), statement, place, call);
            }
        });
    }

    @Check
    public void theMessageIsDropable(DropMessage statement) {
        messageOf(statement.getMessage()).ifPresent(message -> {
            if (!isDropable(message) && checksAssertions(statement)) {
                panics(
                        "message '" + message.getName() + "' is not MSGF_DROPABLE",
                        Opcode.DROPMSG,
                        statement,
                        LWKT.getDropMessage_Message());
            }
        });
    }

    private static boolean isDropable(MessageDeclaration message) {
        return (KernelFlags.value(message.getFlags()) & MsgFlag.DROPABLE) != 0;
    }

    private static Optional<PortDeclaration> portOf(Ref reference) {
        return Declarations.symbol(reference) instanceof PortDeclaration port ? Optional.of(port) : Optional.empty();
    }

    private static Optional<MessageDeclaration> messageOf(Ref reference) {
        return Declarations.symbol(reference) instanceof MessageDeclaration message
                ? Optional.of(message)
                : Optional.empty();
    }

    /** On which machine a procedure runs is not known. */
    private static boolean checksAssertions(EObject statement) {
        ScenarioDeclaration scenario = Declarations.scenarioOf(statement);
        return scenario == null || MachineFacts.of(scenario).checksAssertions();
    }

    private void panics(String why, Opcode call, EObject owner, EReference place) {
        if (!Outcomes.isPanicExpected(owner)) {
            warning(why + ": " + call.cName() + "() panics", owner, place, IssueCodes.PORT_PANIC);
        }
    }
}
