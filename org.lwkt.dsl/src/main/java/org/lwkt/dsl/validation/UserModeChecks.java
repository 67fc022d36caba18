// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.Syscall;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.model.Flow;
import org.lwkt.dsl.model.ProcedureFacts;
import org.lwkt.dsl.model.Procedures;
import org.lwkt.dsl.model.UserMode;

/** A user thread calls the kernel inside of system calls, which only user threads make. */
public class UserModeChecks extends Checks {
    @Check
    public void kernelCallsStandInSystemCalls(ThreadDeclaration thread) {
        String kernelMode = thread.isUser()
                ? "a system call inside of a system call"
                : "only a user thread makes system calls, and '" + thread.getName() + "' is none";
        new Walk(thread, kernelMode).check(thread.getBody(), thread.isUser());
    }

    /** Who calls a procedure decides on its mode; both at once is nobody's. */
    @Check
    public void proceduresAreForOneMode(ProcedureDeclaration procedure) {
        ProcedureFacts facts = Procedures.around(procedure).factsOf(procedure);
        boolean userMode = facts.systemCall() != null;
        new Walk(procedure, "a system call inside of a system call").check(procedure.getBody(), userMode);
    }

    /** One body, from its beginning to its end. */
    private final class Walk {
        private final Procedures procedures;
        private final String inKernelMode;

        /** @param inKernelMode what is wrong with a system call there */
        Walk(EObject owner, String inKernelMode) {
            procedures = Procedures.around(owner);
            this.inKernelMode = inKernelMode;
        }

        void check(Block block, boolean userMode) {
            if (block != null) {
                block.getStatements().forEach(it -> check(it, userMode));
            }
        }

        private void check(Statement statement, boolean userMode) {
            if (statement instanceof Syscall && !userMode) {
                error(inKernelMode, statement, null, IssueCodes.SYSTEM_CALL);
                return;
            }
            if (statement instanceof Invocation call) {
                check(call, procedures.factsOf(call), userMode);
                return;
            }
            if (userMode && UserMode.callsKernel(statement)) {
                error(
                        "this calls the kernel from user mode: it needs 'syscall { }' around it",
                        statement,
                        null,
                        IssueCodes.USER_MODE);
                return;
            }
            boolean inside = userMode && !(statement instanceof Syscall);
            Flow.blocksOf(statement).forEach(it -> check(it, inside));
        }

        private void check(Invocation call, ProcedureFacts facts, boolean userMode) {
            if (!userMode && facts.systemCall() != null) {
                error(
                        inKernelMode + ": what is called here makes one in " + placeOf(facts.systemCall(), call),
                        call,
                        null,
                        IssueCodes.SYSTEM_CALL);
            } else if (userMode && facts.kernelCall() != null && facts.systemCall() == null) {
                error(
                        "this calls the kernel from user mode, in " + placeOf(facts.kernelCall(), call)
                                + ": it needs 'syscall { }' around it",
                        call,
                        null,
                        IssueCodes.USER_MODE);
            }
        }
    }
}
