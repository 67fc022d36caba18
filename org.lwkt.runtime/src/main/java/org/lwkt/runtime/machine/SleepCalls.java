// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Continuation;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LockmgrLock;
import org.lwkt.runtime.kernel.LwktSerializer;
import org.lwkt.runtime.kernel.SleepQueue;
import org.lwkt.runtime.kernel.SpinLock;
import org.lwkt.runtime.kernel.WaitChannel;
import org.lwkt.runtime.program.Opcode;

/** The calls of kern_synch.c. */
final class SleepCalls {
    /** {@code lwkt_sleep()} is called in a critical section, which ends with it. */
    private static final Continuation LEAVE = (gd, td, operand) -> gd.critical().exit();

    private final Operands operands;

    SleepCalls(Operands operands) {
        this.operands = operands;
    }

    Flow call(GlobalData gd, Activation activation, Opcode opcode) {
        return switch (opcode) {
            case TSLEEP_INTERLOCK ->
                gd.sleepQueue().tsleepInterlock(channel(gd, activation, 0), operands.word(gd, activation, 1));
            case LWKT_SLEEP -> lwktSleep(gd, operands.word(gd, activation, 0));
            case TSLEEP, SSLEEP, ZSLEEP, LKSLEEP -> sleep(gd, activation, opcode);
            default -> wakeup(gd, activation, opcode);
        };
    }

    private WaitChannel channel(GlobalData gd, Activation activation, int index) {
        return operands.resource(gd, activation, index, WaitChannel.class);
    }

    private static Flow lwktSleep(GlobalData gd, int flags) {
        gd.critical().enter();
        gd.pushContinuation(LEAVE, 0);
        return gd.sleepQueue().lwktSleep("lwkt_sleep", flags);
    }

    /** All take the channel first, flags and timeout last. */
    private Flow sleep(GlobalData gd, Activation activation, Opcode opcode) {
        SleepQueue queue = gd.sleepQueue();
        int last = opcode.operands().size() - 1;
        int flags = operands.word(gd, activation, last - 1);
        int ticks = operands.ticks(gd, activation, last);
        // The channel is what the instruction is about: it comes last.
        return switch (opcode) {
            case TSLEEP -> {
                WaitChannel channel = channel(gd, activation, 0);
                yield queue.tsleep(channel, flags, channel.toString(), ticks);
            }
            case SSLEEP -> {
                SpinLock lock = operands.resource(gd, activation, 1, SpinLock.class);
                WaitChannel channel = channel(gd, activation, 0);
                yield queue.ssleep(channel, lock, flags, channel.toString(), ticks);
            }
            case ZSLEEP -> {
                LwktSerializer serializer = operands.resource(gd, activation, 1, LwktSerializer.class);
                WaitChannel channel = channel(gd, activation, 0);
                yield queue.zsleep(channel, serializer, flags, channel.toString(), ticks);
            }
            case LKSLEEP -> {
                LockmgrLock lock = operands.resource(gd, activation, 1, LockmgrLock.class);
                WaitChannel channel = channel(gd, activation, 0);
                yield queue.lksleep(channel, lock, flags, channel.toString(), ticks);
            }
            default -> throw new IllegalStateException("not a sleep: " + opcode);
        };
    }

    private Flow wakeup(GlobalData gd, Activation activation, Opcode opcode) {
        SleepQueue queue = gd.sleepQueue();
        return switch (opcode) {
            case WAKEUP -> queue.wakeup(channel(gd, activation, 0));
            case WAKEUP_ONE -> queue.wakeupOne(channel(gd, activation, 0));
            case WAKEUP_MYCPU -> queue.wakeupMyCpu(channel(gd, activation, 0), false);
            case WAKEUP_MYCPU_ONE -> queue.wakeupMyCpu(channel(gd, activation, 0), true);
            case WAKEUP_ONCPU, WAKEUP_ONCPU_ONE -> {
                GlobalData target = operands.cpu(gd, activation, 0);
                yield queue.wakeupOnCpu(target, channel(gd, activation, 1), opcode == Opcode.WAKEUP_ONCPU_ONE);
            }
            case WAKEUP_DOMAIN, WAKEUP_DOMAIN_ONE -> {
                WaitChannel channel = channel(gd, activation, 0);
                int domain = operands.word(gd, activation, 1);
                yield queue.wakeupDomain(channel, domain, opcode == Opcode.WAKEUP_DOMAIN_ONE);
            }
            case WAKEUP_START_DELAYED -> queue.wakeupStartDelayed();
            case WAKEUP_END_DELAYED -> queue.wakeupEndDelayed();
            default -> throw new IllegalStateException("not of kern_synch.c: " + opcode);
        };
    }
}
