// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code lwkt_initport_spin()}: a port behind a spin lock, that any thread may take messages from. */
@Ports("sys/kern/lwkt_msgport.c#lwkt_initport_spin")
public final class SpinMsgPort extends LockedMsgPort {
    private static final int GET_LOCKED = FIRST_OWN_STEP;
    private static final int PUT_LOCKED = FIRST_OWN_STEP + 1;
    private static final int PUT_ONCPU_LOCKED = FIRST_OWN_STEP + 2;
    private static final int PUT_UNLOCKED = FIRST_OWN_STEP + 3;
    private static final int PUT_ONCPU_UNLOCKED = FIRST_OWN_STEP + 4;
    private static final int REPLY_LOCKED = FIRST_OWN_STEP + 5;
    private static final int REPLY_SYNC_UNLOCKED = FIRST_OWN_STEP + 6;
    private static final int REPLY_UNLOCKED = FIRST_OWN_STEP + 7;
    private static final int DROP_LOCKED = FIRST_OWN_STEP + 8;

    private final SpinLock spin = new SpinLock();

    /**
     * @param owner who may drop messages, or null: nobody
     * @param fixedCpu whether the owner stays on its CPU, so that others there may use the shorter way
     */
    public SpinMsgPort(Kernel kernel, LwktThread owner, boolean fixedCpu) {
        super(kernel, owner);
        if (fixedCpu) {
            cpuId = owner.gd.cpuId;
        }
    }

    @Override
    void reset(int newCpuId) {
        super.reset(newCpuId);
        spin.init();
    }

    @Override
    public int lockWord() {
        return spin.word();
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_spin_getport")
    @Override
    public Flow getPort(GlobalData gd) {
        pushStep(gd, GET_LOCKED, 0);
        return spin.lock(gd);
    }

    private Flow getLocked(GlobalData gd) {
        gd.curThread.message = take();
        return spin.unlock(gd);
    }

    @Ports({"sys/kern/lwkt_msgport.c#lwkt_spin_putport", "sys/kern/lwkt_msgport.c#lwkt_spin_putport_only"})
    @Override
    Flow putPort(GlobalData gd, LwktMsg msg) {
        return put(gd, msg, PUT_LOCKED);
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_spin_putport_oncpu")
    @Override
    Flow putPortOnCpu(GlobalData gd, LwktMsg msg) {
        if (cpuId < 0) {
            return super.putPortOnCpu(gd, msg);
        }
        if (cpuId != gd.cpuId) {
            kernel.kassert.panicked(
                    "lwkt_spin_putport_oncpu",
                    "cpu mismatch, can't do oncpu putport; port cpu" + cpuId + ", curcpu cpu" + gd.cpuId);
        }
        return put(gd, msg, PUT_ONCPU_LOCKED);
    }

    private Flow put(GlobalData gd, LwktMsg msg, int locked) {
        assertNotReplied(msg, "lwkt_spin_putport_only");
        msg.targetPort = this;
        pushTargetStep(gd, locked, msg);
        return spin.lock(gd);
    }

    private Flow putLocked(GlobalData gd, LwktMsg msg, int unlocked) {
        push(gd, msg);
        gd.curThread.result = LwktMsg.EASYNC;
        if (waiting) {
            waiting = false;
            pushTargetStep(gd, unlocked, msg);
        }
        return spin.unlock(gd);
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_spin_waitmsg")
    @Override
    Flow awaitMsg(GlobalData gd, LwktMsg msg, int sleepFlags) {
        assertNotDropable(msg, "lwkt_spin_waitmsg");
        pushReplyStep(gd, WAITMSG_LOCKED, sleepFlags, 0, msg);
        return spin.lock(gd);
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_spin_waitport")
    @Override
    public Flow awaitPort(GlobalData gd, int sleepFlags) {
        pushStep(gd, WAITPORT_LOCKED, sleepFlags);
        return spin.lock(gd);
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_spin_replyport")
    @Override
    Flow replyPort(GlobalData gd, LwktMsg msg) {
        if (msg.has(MsgFlag.DONE | MsgFlag.QUEUED)) {
            kernel.kassert.failed("lwkt_spin_replyport", "(msg->ms_flags & (MSGF_DONE|MSGF_QUEUED)) == 0");
        }
        pushReplyStep(gd, REPLY_LOCKED, 0, 0, msg);
        return spin.lock(gd);
    }

    private Flow replyLocked(GlobalData gd, LwktMsg msg) {
        if (msg.has(MsgFlag.SYNC)) {
            msg.flags |= MsgFlag.DONE | MsgFlag.REPLY;
            if (msg.has(MsgFlag.WAITING)) {
                msg.flags &= ~MsgFlag.WAITING;
                pushReplyStep(gd, REPLY_SYNC_UNLOCKED, 0, 0, msg);
            }
        } else {
            enqueueReply(gd, msg);
            if (waiting) {
                waiting = false;
                pushReplyStep(gd, REPLY_UNLOCKED, 0, 0, msg);
            }
        }
        return spin.unlock(gd);
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_spin_dropmsg")
    @Override
    Flow dropMsg(GlobalData gd, LwktMsg msg) {
        if (owner == null) {
            return super.dropMsg(gd, msg);
        }
        if (owner != gd.curThread) {
            kernel.kassert.panicked(
                    "lwkt_spin_dropmsg",
                    "message could only be dropped in the same thread as the message target port thread");
        }
        pushTargetStep(gd, DROP_LOCKED, msg);
        return spin.lock(gd);
    }

    private Flow dropLocked(GlobalData gd, LwktMsg msg) {
        gd.curThread.result = dropQueued(msg);
        return spin.unlock(gd);
    }

    @Override
    Flow lock(GlobalData gd) {
        return spin.lock(gd);
    }

    @Override
    Flow unlock(GlobalData gd) {
        return spin.unlock(gd);
    }

    @Override
    Flow endWait(GlobalData gd) {
        return spin.unlock(gd);
    }

    @Override
    void markWaiting(LwktMsg msg) {
        msg.flags |= MsgFlag.WAITING;
    }

    @Override
    Flow sleep(GlobalData gd, Object ident, int sleepFlags, String wmesg) {
        return gd.sleepQueue.ssleep(ident, spin, sleepFlags, wmesg, 0);
    }

    @Override
    Flow step(GlobalData gd, int step, int flags, int sentAbort, LwktMsg msg) {
        return switch (step) {
            case GET_LOCKED -> getLocked(gd);
            case PUT_LOCKED -> putLocked(gd, msg, PUT_UNLOCKED);
            case PUT_ONCPU_LOCKED -> putLocked(gd, msg, PUT_ONCPU_UNLOCKED);
            case PUT_UNLOCKED, REPLY_UNLOCKED -> gd.sleepQueue.wakeup(ident());
            case PUT_ONCPU_UNLOCKED -> gd.sleepQueue.wakeupMyCpu(ident(), false);
            case REPLY_LOCKED -> replyLocked(gd, msg);
            case REPLY_SYNC_UNLOCKED -> gd.sleepQueue.wakeup(msg);
            case DROP_LOCKED -> dropLocked(gd, msg);
            default -> super.step(gd, step, flags, sentAbort, msg);
        };
    }
}
