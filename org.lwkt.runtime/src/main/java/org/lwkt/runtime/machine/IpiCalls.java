// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.CpuMask;
import org.lwkt.runtime.kernel.CpuSync;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.IpiFunction;
import org.lwkt.runtime.program.Opcode;

/** The calls of lwkt_ipiq.c. */
final class IpiCalls {
    private static final String SYNCHRONIZE_WMESG = "syncq";

    private final Operands operands;
    /** Set when the machine is put together. */
    HandlerRuns handlers;

    IpiCalls(Operands operands) {
        this.operands = operands;
    }

    Flow call(GlobalData gd, Activation activation, Opcode opcode) {
        return switch (opcode) {
            case SEND_IPIQ -> gd.ipi().send(target(gd, activation), IpiFunction.EXTERNAL, handler(gd, activation), 0);
            case SEND_IPIQ_PASSIVE ->
                gd.ipi().sendPassive(target(gd, activation), IpiFunction.EXTERNAL, handler(gd, activation), 0);
            case SEND_IPIQ_MASK -> {
                CpuMask mask = operands.mask(gd, activation, 0);
                yield gd.ipi().sendMask(mask, IpiFunction.EXTERNAL, handler(gd, activation), 0);
            }
            case WAIT_IPIQ -> {
                GlobalData target = operands.cpu(gd, activation, 0);
                yield gd.ipi().awaitIpi(target, gd.ipi().sequence(target));
            }
            case SYNCHRONIZE_IPIQS -> gd.ipi().synchronize(SYNCHRONIZE_WMESG);
            case CPUSYNC_SIMPLE -> CpuSync.simple(gd, operands.mask(gd, activation, 0), handler(gd, activation));
            case CPUSYNC_INTERLOCK -> prepared(gd, activation).interlock(gd);
            case CPUSYNC_QUICK -> prepared(gd, activation).quick(gd);
            case CPUSYNC_DEINTERLOCK ->
                operands.resource(gd, activation, 0, CpuSync.class).deinterlock(gd);
            default -> throw new IllegalStateException("not of lwkt_ipiq.c: " + opcode);
        };
    }

    private HandlerCall handler(GlobalData gd, Activation activation) {
        return operands.handler(gd, activation, handlers);
    }

    private GlobalData target(GlobalData gd, Activation activation) {
        GlobalData target = operands.cpu(gd, activation, 0);
        activation.answer = target.cpuId();
        return target;
    }

    /** What a send answers when it is complete. */
    long sequence(GlobalData gd, Activation activation) {
        return gd.ipi().sequence(gd.kernel().cpu((int) activation.answer));
    }

    private CpuSync prepared(GlobalData gd, Activation activation) {
        CpuSync sync = operands.resource(gd, activation, 0, CpuSync.class);
        sync.init(operands.mask(gd, activation, 1), handler(gd, activation));
        return sync;
    }
}
