// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * What the ports of a spin lock and of a serializer have in common: waiting for a message, in a sleep that leaves the lock
 * meanwhile.
 */
@Ports("sys/kern/lwkt_msgport.c")
abstract sealed class LockedMsgPort extends MsgPort permits SpinMsgPort, SerializeMsgPort {
    static final int WAITMSG_LOCKED = 0;
    static final int WAITPORT_LOCKED = 1;
    /** The first of the steps that a kind has for itself. */
    static final int FIRST_OWN_STEP = 2;

    private static final int WAITMSG_AWAKE = -1;
    private static final int WAITMSG_ABORT = -2;
    private static final int WAITMSG_RELOCK = -3;
    private static final int WAITPORT_AWAKE = -4;

    LockedMsgPort(Kernel kernel, LwktThread owner) {
        super(kernel, owner);
    }

    abstract Flow lock(GlobalData gd);

    abstract Flow unlock(GlobalData gd);

    /** Leaves the lock as far as the routine that waits has taken it itself. */
    abstract Flow endWait(GlobalData gd);

    /** The thread is about to sleep on a message that is sent synchronously. */
    abstract void markWaiting(LwktMsg msg);

    abstract Flow sleep(GlobalData gd, Object ident, int sleepFlags, String wmesg);

    /** Waits for the message to be done. Context: the lock held. */
    final Flow awaitMsgLoop(GlobalData gd, LwktMsg msg, int sleepFlags, int sentAbort) {
        if (msg.isDone()) {
            if (sentAbort != 0 && msg.error == SleepQueue.EINTR) {
                msg.error = sentAbort;
            }
            pullIfQueued(msg);
            pushResult(gd, msg);
            return endWait(gd);
        }
        Object ident = msg;
        if (msg.has(MsgFlag.SYNC)) {
            markWaiting(msg);
        } else {
            ident = ident();
            waiting = true;
        }
        if ((sleepFlags & SleepQueue.PCATCH) != 0 && sentAbort == 0) {
            pushReplyStep(gd, WAITMSG_AWAKE, sleepFlags, 0, msg);
            return sleep(gd, ident, SleepQueue.PCATCH, "waitmsg");
        }
        pushReplyStep(gd, WAITMSG_LOCKED, sleepFlags, sentAbort, msg);
        return sleep(gd, ident, 0, "waitmsg");
    }

    /** After a signal the message is aborted, which may reply to it, and the wait goes on. */
    private Flow awaitMsgAwake(GlobalData gd, LwktMsg msg, int sleepFlags) {
        int error = gd.curThread.result;
        if (error == 0) {
            return awaitMsgLoop(gd, msg, sleepFlags, 0);
        }
        pushReplyStep(gd, WAITMSG_RELOCK, sleepFlags, error, msg);
        pushReplyStep(gd, WAITMSG_ABORT, sleepFlags, error, msg);
        return unlock(gd);
    }

    private Flow relock(GlobalData gd, LwktMsg msg, int sleepFlags, int sentAbort) {
        pushReplyStep(gd, WAITMSG_LOCKED, sleepFlags, sentAbort, msg);
        return lock(gd);
    }

    /** Takes the next message, and waits for it. Context: the lock held. */
    final Flow awaitPortLoop(GlobalData gd, int sleepFlags) {
        LwktMsg msg = take();
        gd.curThread.message = msg;
        if (msg != null) {
            return endWait(gd);
        }
        waiting = true;
        pushStep(gd, WAITPORT_AWAKE, sleepFlags);
        return sleep(gd, ident(), sleepFlags, "waitport");
    }

    @Override
    Flow step(GlobalData gd, int step, int flags, int sentAbort, LwktMsg msg) {
        return switch (step) {
            case WAITMSG_LOCKED -> awaitMsgLoop(gd, msg, flags, sentAbort);
            case WAITMSG_AWAKE -> awaitMsgAwake(gd, msg, flags);
            case WAITMSG_ABORT -> msg.abort(gd);
            case WAITMSG_RELOCK -> relock(gd, msg, flags, sentAbort);
            case WAITPORT_LOCKED -> awaitPortLoop(gd, flags);
            default -> gd.curThread.result != 0 ? endWait(gd) : awaitPortLoop(gd, flags);
        };
    }
}
