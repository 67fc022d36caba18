// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Continuation;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Statement;

/** Makes the kernel call of an instruction, by subject, and stores what it answers when it is complete. */
final class KernelCalls implements Continuation {
    private final SchedulingCalls scheduling;
    private final TokenCalls tokens;
    private final LockCalls locks;
    private final SleepCalls sleeps;
    private final IpiCalls ipis;
    private final MessageCalls messages;
    private final UserCalls users;
    private final SimClock clock;
    private final CommandLog log;

    KernelCalls(
            SimClock clock,
            SchedulingCalls scheduling,
            TokenCalls tokens,
            LockCalls locks,
            SleepCalls sleeps,
            IpiCalls ipis,
            MessageCalls messages,
            UserCalls users,
            CommandLog log) {
        this.scheduling = scheduling;
        this.tokens = tokens;
        this.locks = locks;
        this.sleeps = sleeps;
        this.ipis = ipis;
        this.messages = messages;
        this.users = users;
        this.clock = clock;
        this.log = log;
    }

    /** The call of a thread's instruction at {@code pc}. */
    Flow callOf(GlobalData gd, SimThread thread, Opcode opcode, int pc) {
        thread.resource = Activation.NO_RESOURCE;
        thread.calledNs = clock.nowNs;
        log.called(gd.cpuId(), thread.index, thread.program, pc);
        if (thread.program.result(pc) != Statement.NOWHERE || LockCalls.isNoted(opcode)) {
            gd.pushContinuation(this, 0);
        }
        return call(gd, thread, opcode, pc);
    }

    /** A call of a thread is complete. */
    @Override
    public Flow resume(GlobalData gd, LwktThread td, long operand) {
        complete(gd, (SimThread) td.body());
        return Flow.RETURN;
    }

    /** The call of the instruction at {@code pc}, also of a handler's. */
    Flow call(GlobalData gd, Activation activation, Opcode opcode, int pc) {
        return switch (opcode) {
            case YIELD,
                    YIELD_QUICK,
                    USER_YIELD,
                    SWITCH,
                    WAIT,
                    EXIT,
                    CRIT_ENTER,
                    CRIT_EXIT,
                    SCHEDULE,
                    DESCHEDULE,
                    DESCHEDULE_SELF,
                    SETPRI,
                    SETPRI_SELF,
                    SET_UPRI,
                    MIGRATE,
                    GIVEAWAY,
                    ACQUIRE,
                    HOLD,
                    RELE,
                    CREATE,
                    INT_SUPPORT -> scheduling.call(gd, activation, opcode);
            case GETTOKEN, GETTOKEN_SHARED, TRYTOKEN, RELTOKEN, TOKEN_SWAP -> tokens.call(gd, activation, opcode);
            case SPIN_LOCK,
                    SPIN_LOCK_SHARED,
                    SPIN_TRYLOCK,
                    SPIN_UNLOCK,
                    SPIN_UNLOCK_SHARED,
                    SERIALIZE_ENTER,
                    SERIALIZE_ADAPTIVE_ENTER,
                    SERIALIZE_TRY,
                    SERIALIZE_EXIT,
                    SERIALIZE_HANDLER_DISABLE,
                    SERIALIZE_HANDLER_ENABLE,
                    SERIALIZE_HANDLER_CALL,
                    SERIALIZE_HANDLER_TRY,
                    LOCKMGR -> locks.call(gd, activation, opcode);
            case TSLEEP,
                    TSLEEP_INTERLOCK,
                    SSLEEP,
                    ZSLEEP,
                    LKSLEEP,
                    LWKT_SLEEP,
                    WAKEUP,
                    WAKEUP_ONE,
                    WAKEUP_MYCPU,
                    WAKEUP_MYCPU_ONE,
                    WAKEUP_ONCPU,
                    WAKEUP_ONCPU_ONE,
                    WAKEUP_DOMAIN,
                    WAKEUP_DOMAIN_ONE,
                    WAKEUP_START_DELAYED,
                    WAKEUP_END_DELAYED -> sleeps.call(gd, activation, opcode);
            case SEND_IPIQ,
                    SEND_IPIQ_PASSIVE,
                    SEND_IPIQ_MASK,
                    WAIT_IPIQ,
                    SYNCHRONIZE_IPIQS,
                    CPUSYNC_SIMPLE,
                    CPUSYNC_INTERLOCK,
                    CPUSYNC_DEINTERLOCK,
                    CPUSYNC_QUICK -> ipis.call(gd, activation, opcode);
            case SENDMSG, DOMSG, FORWARDMSG, GETPORT, WAITPORT, WAITMSG, REPLYMSG, ABORTMSG, DROPMSG ->
                messages.call(gd, activation, opcode);
            case SIGNAL, USERENTER, USEREXIT -> users.call(gd, activation, opcode);
            case RUN, SET, JUMP, BRANCH, LOOP_ENTER, LOOP_NEXT, MARK, LOG, ASSERT ->
                throw new IllegalStateException("not a kernel call: " + opcode);
        };
    }

    /** The call of the instruction that ran last is complete: stores its answer. */
    void complete(GlobalData gd, Activation activation) {
        int pc = activation.linePc;
        Opcode opcode = activation.program.opcode(pc);
        if (LockCalls.isNoted(opcode)) {
            locks.complete(gd, activation, opcode);
        }
        int slot = activation.program.result(pc);
        if (slot != Statement.NOWHERE) {
            activation.slots[slot] = answer(gd, activation, opcode);
        }
    }

    private long answer(GlobalData gd, Activation activation, Opcode opcode) {
        return switch (opcode) {
            case TRYTOKEN, SERIALIZE_TRY, CREATE -> activation.answer;
            case SEND_IPIQ, SEND_IPIQ_PASSIVE -> ipis.sequence(gd, activation);
            case GETPORT, WAITPORT -> messages.taken(gd);
            default -> gd.curThread().result();
        };
    }
}
