// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.Assert;
import org.lwkt.dsl.lwkt.Assignment;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Choose;
import org.lwkt.dsl.lwkt.Exit;
import org.lwkt.dsl.lwkt.Forever;
import org.lwkt.dsl.lwkt.If;
import org.lwkt.dsl.lwkt.Log;
import org.lwkt.dsl.lwkt.Mark;
import org.lwkt.dsl.lwkt.Repeat;
import org.lwkt.dsl.lwkt.Run;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.Syscall;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.lwkt.Wait;
import org.lwkt.dsl.lwkt.While;
import org.lwkt.dsl.model.Flow;

/** A user thread calls the kernel inside of system calls, which only user threads make. */
public class UserModeChecks extends Checks {
    @Check
    public void kernelCallsStandInSystemCalls(ThreadDeclaration thread) {
        check(thread.getBody(), thread.isUser(), thread);
    }

    private void check(Block block, boolean userMode, ThreadDeclaration thread) {
        if (block != null) {
            block.getStatements().forEach(it -> check(it, userMode, thread));
        }
    }

    private void check(Statement statement, boolean userMode, ThreadDeclaration thread) {
        if (statement instanceof Syscall && !userMode) {
            error(
                    thread.isUser()
                            ? "a system call inside of a system call"
                            : "only a user thread makes system calls, and '" + thread.getName() + "' is none",
                    statement,
                    null,
                    IssueCodes.SYSTEM_CALL);
            return;
        }
        if (userMode && !mayStandInUserMode(statement)) {
            error(
                    "this calls the kernel from user mode: it needs 'syscall { }' around it",
                    statement,
                    null,
                    IssueCodes.USER_MODE);
            return;
        }
        boolean inside = userMode && !(statement instanceof Syscall);
        Flow.blocksOf(statement).forEach(it -> check(it, inside, thread));
    }

    private static boolean mayStandInUserMode(Statement statement) {
        return switch (statement) {
            case Run it -> true;
            case Syscall it -> true;
            case Exit it -> true;
            case Mark it -> true;
            case Log it -> true;
            case Assert it -> true;
            case VariableDeclaration it -> it.getCall() == null;
            case Assignment it -> it.getCall() == null;
            case Repeat it -> true;
            case Forever it -> true;
            case While it -> true;
            case If it -> true;
            case Choose it -> true;
            // Has an error of its own.
            case Wait it -> true;
            default -> false;
        };
    }
}
