// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code lwkt_initport_spin()}: a port behind a spin lock, that any thread may take messages from. */
@Ports("sys/kern/lwkt_msgport.c#lwkt_initport_spin")
public final class SpinMsgPort extends MsgPort {
    private static final int GET_LOCKED = 0;
    private static final int PUT_LOCKED = 1;
    private static final int PUT_ONCPU_LOCKED = 2;
    private static final int PUT_UNLOCKED = 3;
    private static final int PUT_ONCPU_UNLOCKED = 4;
    private static final int WAITMSG_LOCKED = 5;
    private static final int WAITMSG_AWAKE = 6;
    private static final int WAITMSG_ABORT = 7;
    private static final int WAITMSG_RELOCK = 8;
    private static final int WAITPORT_LOCKED = 9;
    private static final int WAITPORT_AWAKE = 10;
    private static final int REPLY_LOCKED = 11;
    private static final int REPLY_SYNC_UNLOCKED = 12;
    private static final int REPLY_UNLOCKED = 13;
    private static final int DROP_LOCKED = 14;

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

    private Flow awaitMsgLoop(GlobalData gd, LwktMsg msg, int sleepFlags, int sentAbort) {
        if (msg.isDone()) {
            if (sentAbort != 0 && msg.error == SleepQueue.EINTR) {
                msg.error = sentAbort;
            }
            pullIfQueued(msg);
            pushResult(gd, msg);
            return spin.unlock(gd);
        }
        WaitIdent ident = this;
        if (msg.has(MsgFlag.SYNC)) {
            ident = msg;
            msg.flags |= MsgFlag.WAITING;
        } else {
            waiting = true;
        }
        if ((sleepFlags & SleepQueue.PCATCH) != 0 && sentAbort == 0) {
            pushReplyStep(gd, WAITMSG_AWAKE, sleepFlags, 0, msg);
            return gd.sleepQueue.ssleep(ident, spin, SleepQueue.PCATCH, "waitmsg", 0);
        }
        pushReplyStep(gd, WAITMSG_LOCKED, sleepFlags, sentAbort, msg);
        return gd.sleepQueue.ssleep(ident, spin, 0, "waitmsg", 0);
    }

    private Flow awaitMsgAwake(GlobalData gd, LwktMsg msg, int sleepFlags) {
        int error = gd.curThread.result;
        if (error == 0) {
            return awaitMsgLoop(gd, msg, sleepFlags, 0);
        }
        pushReplyStep(gd, WAITMSG_RELOCK, sleepFlags, error, msg);
        pushReplyStep(gd, WAITMSG_ABORT, sleepFlags, error, msg);
        return spin.unlock(gd);
    }

    private Flow relock(GlobalData gd, LwktMsg msg, int sleepFlags, int sentAbort) {
        pushReplyStep(gd, WAITMSG_LOCKED, sleepFlags, sentAbort, msg);
        return spin.lock(gd);
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_spin_waitport")
    @Override
    public Flow awaitPort(GlobalData gd, int sleepFlags) {
        pushStep(gd, WAITPORT_LOCKED, sleepFlags);
        return spin.lock(gd);
    }

    private Flow awaitPortLoop(GlobalData gd, int sleepFlags) {
        LwktMsg msg = take();
        gd.curThread.message = msg;
        if (msg != null) {
            return spin.unlock(gd);
        }
        waiting = true;
        pushStep(gd, WAITPORT_AWAKE, sleepFlags);
        return gd.sleepQueue.ssleep(this, spin, sleepFlags, "waitport", 0);
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
        int error = LwktMsg.ENOENT;
        if ((msg.flags & (MsgFlag.REPLY | MsgFlag.QUEUED)) == MsgFlag.QUEUED) {
            pull(msg);
            msg.flags |= MsgFlag.DONE;
            error = 0;
        }
        gd.curThread.result = error;
        return spin.unlock(gd);
    }

    @Override
    Flow step(GlobalData gd, int step, int flags, int sentAbort, LwktMsg msg) {
        return switch (step) {
            case GET_LOCKED -> getLocked(gd);
            case PUT_LOCKED -> putLocked(gd, msg, PUT_UNLOCKED);
            case PUT_ONCPU_LOCKED -> putLocked(gd, msg, PUT_ONCPU_UNLOCKED);
            case PUT_UNLOCKED, REPLY_UNLOCKED -> gd.sleepQueue.wakeup(this);
            case PUT_ONCPU_UNLOCKED -> gd.sleepQueue.wakeupMyCpu(this, false);
            case WAITMSG_LOCKED -> awaitMsgLoop(gd, msg, flags, sentAbort);
            case WAITMSG_AWAKE -> awaitMsgAwake(gd, msg, flags);
            case WAITMSG_ABORT -> msg.abort(gd);
            case WAITMSG_RELOCK -> relock(gd, msg, flags, sentAbort);
            case WAITPORT_LOCKED -> awaitPortLoop(gd, flags);
            case WAITPORT_AWAKE -> gd.curThread.result != 0 ? spin.unlock(gd) : awaitPortLoop(gd, flags);
            case REPLY_LOCKED -> replyLocked(gd, msg);
            case REPLY_SYNC_UNLOCKED -> gd.sleepQueue.wakeup(msg);
            default -> dropLocked(gd, msg);
        };
    }
}
