// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * Signals as far as they schedule: each has a handler, of which only the time of its call is modelled, the way back to user
 * mode. Of several that are pending the lowest counts.
 */
@Ports("sys/kern/kern_sig.c")
public final class Signals {
    private final GlobalData gd;

    Signals(GlobalData gd) {
        this.gd = gd;
    }

    /**
     * Sends a signal to {@code lp}: ends its sleep, if that was begun with {@link SleepQueue#PCATCH}; takes it into the
     * kernel, if it is in user mode. Context: thread; waits for {@code lwp_token}.
     *
     * @param signal its number, from 1
     */
    @Ports("sys/kern/kern_sig.c#lwpsignal")
    public Flow lwpsignal(Lwp lp, int signal) {
        gd.curThread.kernelStack.push(Frame.LWPSIGNAL_LOCKED, signal, 0, lp);
        return gd.tokens.get(lp.token);
    }

    Flow lwpsignalLocked(Lwp lp, int signal) {
        LwktThread td = lp.thread;
        td.signal = td.signal == 0 ? signal : Math.min(td.signal, signal);
        gd.curThread.kernelStack.push(Frame.LWPSIGNAL_DONE, 0, 0, lp);
        return lwpSignotify(lp);
    }

    Flow lwpsignalDone(Lwp lp) {
        gd.tokens.release(lp.token);
        return Flow.RETURN;
    }

    /** Context: {@code lwp_token} held. */
    @Ports("sys/kern/kern_sig.c#lwp_signotify")
    private Flow lwpSignotify(Lwp lp) {
        LwktThread td = lp.thread;
        gd.critical.enter();
        gd.curThread.kernelStack.push(Frame.CRIT_EXIT);
        if (lp == gd.preemption.preemptedProc()) {
            signotify();
            return Flow.RETURN;
        }
        boolean interruptible = isInterruptible(lp);
        if (td.gd != gd) {
            if (interruptible && lp.stat == Lwp.LSSTOP) {
                lp.stat = Lwp.LSSLEEP;
            }
            return gd.ipi.send(td.gd, IpiFunction.LWP_SIGNOTIFY_REMOTE, lp, 0);
        }
        return interruptible ? gd.sleepQueue.setrunnable(lp) : Flow.RETURN;
    }

    /** Context: IPI, critical section. */
    @Ports("sys/kern/kern_sig.c#lwp_signotify_remote")
    Flow lwpSignotifyRemote(Lwp lp) {
        LwktThread td = lp.thread;
        if (lp == gd.preemption.preemptedProc()) {
            signotify();
            return Flow.RETURN;
        }
        if (td.gd != gd) {
            return gd.ipi.send(td.gd, IpiFunction.LWP_SIGNOTIFY_REMOTE, lp, 0);
        }
        return isInterruptible(lp) ? gd.scheduler.schedule(td) : Flow.RETURN;
    }

    /** Whether it is in a sleep that signals end. */
    private static boolean isInterruptible(Lwp lp) {
        return lp.thread.lwp == lp && (lp.interruptible || lp.thread.has(ThreadFlag.SINTR));
    }

    /** Asks for an AST of the thread that is in user mode here. */
    @Ports("sys/platform/pc64/include/cpu.h#signotify")
    private void signotify() {
        gd.reqFlags |= ReqFlag.AST_SIGNAL;
    }

    /** The thread is about to return to user mode: the handler of what is pending is called there. */
    @Ports("sys/platform/pc64/x86_64/trap.c#userret")
    void userret(LwktThread td) {
        td.signal = 0;
    }
}
