// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.program.Opcode;

/** The calls of user threads alone. */
final class UserCalls {
    private final Operands operands;

    UserCalls(Operands operands) {
        this.operands = operands;
    }

    Flow call(GlobalData gd, Activation activation, Opcode opcode) {
        throw new ScriptError(opcode.cName() + ": the thread has no lwp");
    }
}
