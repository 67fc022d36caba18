// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.program.Opcode;

/** The calls of lwkt_thread.c. */
final class SchedulingCalls {
    private final Operands operands;
    private final KernelEvents events;
    private final SimClock clock;
    private final MachineObserver observer;
    private final CreateCall creation;

    SchedulingCalls(
            Operands operands, KernelEvents events, SimClock clock, MachineObserver observer, CreateCall creation) {
        this.operands = operands;
        this.creation = creation;
        this.events = events;
        this.clock = clock;
        this.observer = observer;
    }

    Flow call(GlobalData gd, Activation activation, Opcode opcode) {
        return switch (opcode) {
            case YIELD -> gd.scheduler().yieldThread();
            case YIELD_QUICK -> gd.scheduler().yieldQuick();
            case USER_YIELD -> gd.scheduler().userYield();
            case SWITCH -> gd.scheduler().switchThread();
            case WAIT -> {
                observer.turnOver(clock.nowNs, gd.cpuId(), activation.owner().index);
                yield gd.ithreads().awaitInterrupt();
            }
            case EXIT -> exit(gd, activation.owner());
            case CRIT_ENTER -> {
                gd.critical().enter();
                yield Flow.RETURN;
            }
            case CRIT_EXIT -> gd.critical().exit();
            case SCHEDULE -> schedule(gd, operands.thread(gd, activation, 0));
            case DESCHEDULE -> gd.scheduler().deschedule(operands.td(gd, activation, 0));
            case DESCHEDULE_SELF -> gd.scheduler().descheduleSelf(gd.curThread());
            case SETPRI ->
                gd.scheduler().setPriority(operands.td(gd, activation, 0), operands.priority(gd, activation, 1));
            case SETPRI_SELF -> gd.scheduler().setPrioritySelf(operands.priority(gd, activation, 0));
            case SET_UPRI -> {
                operands.td(gd, activation, 0).setUpri(operands.word(gd, activation, 1));
                yield Flow.RETURN;
            }
            case MIGRATE ->
                gd.migration().migrateCpu(operands.cpu(gd, activation, 0).cpuId());
            case GIVEAWAY -> gd.migration().giveaway(operands.td(gd, activation, 0));
            case ACQUIRE -> gd.migration().acquire(operands.td(gd, activation, 0));
            case HOLD -> {
                gd.lifecycle().hold(operands.td(gd, activation, 0));
                yield Flow.RETURN;
            }
            case RELE -> {
                gd.lifecycle().rele(operands.td(gd, activation, 0));
                yield Flow.RETURN;
            }
            case INT_SUPPORT -> gd.scheduler().setInterruptSupportThread();
            case CREATE -> creation.call(gd, activation);
            default -> throw new IllegalStateException("not of lwkt_thread.c: " + opcode);
        };
    }

    private Flow schedule(GlobalData gd, SimThread target) {
        target.scheduledNs = clock.nowNs;
        if (target.isDormant()) {
            events.madeRunnable(target);
        }
        return gd.scheduler().schedule(target.td);
    }

    private Flow exit(GlobalData gd, SimThread thread) {
        thread.ended = true;
        observer.ended(clock.nowNs, gd.cpuId(), thread.index);
        if (thread.user) {
            if (!thread.inKernel) {
                thread.inKernel = true;
                gd.userMode().enter();
            }
            return gd.lwps().exit();
        }
        return gd.lifecycle().exit();
    }
}
