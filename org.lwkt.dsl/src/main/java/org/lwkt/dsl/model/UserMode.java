// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import org.lwkt.dsl.lwkt.Assert;
import org.lwkt.dsl.lwkt.Assignment;
import org.lwkt.dsl.lwkt.Choose;
import org.lwkt.dsl.lwkt.Exit;
import org.lwkt.dsl.lwkt.Forever;
import org.lwkt.dsl.lwkt.If;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.Log;
import org.lwkt.dsl.lwkt.Mark;
import org.lwkt.dsl.lwkt.Repeat;
import org.lwkt.dsl.lwkt.Run;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.Syscall;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.lwkt.Wait;
import org.lwkt.dsl.lwkt.While;

/** What a user thread may do outside of system calls. */
public final class UserMode {
    private UserMode() {}

    /** Whether the statement itself, not one in its blocks and not what a procedure does, needs the kernel. */
    public static boolean callsKernel(Statement statement) {
        return switch (statement) {
            case Run it -> false;
            case Syscall it -> false;
            case Exit it -> false;
            case Mark it -> false;
            case Log it -> false;
            case Assert it -> false;
            case VariableDeclaration it -> it.getCall() != null;
            case Assignment it -> it.getCall() != null;
            case Invocation it -> false;
            case Repeat it -> false;
            case Forever it -> false;
            case While it -> false;
            case If it -> false;
            case Choose it -> false;
            // Has an error of its own.
            case Wait it -> false;
            default -> true;
        };
    }
}
