// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.Lwp;
import org.lwkt.runtime.program.Opcode;

/** The calls by which a user thread crosses between user mode and the kernel, and the signals that others send it. */
final class UserCalls {
    private static final int SIGNAL_MAX = 64;

    private final Operands operands;
    private final Costs costs;

    UserCalls(Operands operands, Costs costs) {
        this.operands = operands;
        this.costs = costs;
    }

    Flow call(GlobalData gd, Activation activation, Opcode opcode) {
        return switch (opcode) {
            case USERENTER -> {
                activation.owner().inKernel = true;
                costs.charge(gd.cpuId(), costs.syscallNs);
                gd.userMode().enter();
                yield Flow.RETURN;
            }
            case USEREXIT -> {
                activation.owner().inKernel = false;
                yield gd.userMode().returnToUser();
            }
            case SIGNAL -> signal(gd, activation);
            default -> throw new IllegalStateException("not of a user thread: " + opcode);
        };
    }

    private Flow signal(GlobalData gd, Activation activation) {
        SimThread target = operands.thread(gd, activation, 0);
        Lwp lp = target.td.lwp();
        if (lp == null) {
            throw new ScriptError("lwpsignal: " + target.config.name() + " is no user thread");
        }
        long signal = operands.value(gd, activation, 1);
        if (signal < 1 || signal > SIGNAL_MAX) {
            throw new ScriptError("lwpsignal: no such signal: " + signal);
        }
        return gd.signals().lwpsignal(lp, (int) signal);
    }
}
