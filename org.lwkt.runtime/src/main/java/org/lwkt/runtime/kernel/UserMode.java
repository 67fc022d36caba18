// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** A user thread crosses between user mode and the kernel: trap.c, as far as it schedules. */
@Ports("sys/platform/pc64/x86_64/trap.c")
public final class UserMode {
    private final GlobalData gd;
    private final Kernel kernel;

    UserMode(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
    }

    /** The current thread enters the kernel, and gives the current-process designation up only if it blocks. */
    @Ports("sys/platform/pc64/x86_64/trap.c#userenter")
    public void enter() {
        LwktThread td = gd.curThread;
        td.flags &= ~ThreadFlag.USERMODE;
        td.release = true;
    }

    /** The current thread returns to user mode. Context: no critical section, tokens or spin locks. */
    @Ports({"sys/platform/pc64/x86_64/trap.c#userexit", "sys/sys/thread2.h#lwkt_passive_recover"})
    Flow exit() {
        LwktThread td = gd.curThread;
        gd.signals.userret(td);
        if (!td.release) {
            td.kernelStack.push(Frame.USEREXIT_AFTER_SETPRI);
            return gd.scheduler.setPrioritySelf(ThreadPriority.USER_NORM);
        }
        return exitAcquire(td);
    }

    Flow exitAcquire(LwktThread td) {
        td.release = false;
        td.kernelStack.push(Frame.USEREXIT_ACQUIRED);
        return kernel.userScheduler.acquireCurproc(gd, td.lwp);
    }

    Flow exitDone(LwktThread td) {
        td.flags |= ThreadFlag.USERMODE;
        return Flow.RETURN;
    }

    /** {@link #exit} with the {@code doreti()} that ends a system call. */
    public Flow returnToUser() {
        assertClean(gd.curThread);
        gd.curThread.kernelStack.push(Frame.DORETI);
        return exit();
    }

    /** A system call leaves nothing behind. */
    @Ports("sys/platform/pc64/x86_64/trap.c#syscall2")
    private void assertClean(LwktThread td) {
        if (td.critCount != 0) {
            kernel.kassert.panicked("syscall2", "syscall: critical section count mismatch! 0/" + td.pri());
        }
        if (td.tokenCount() != 0) {
            kernel.kassert.panicked("syscall2", "syscall: " + td.tokenCount() + " extra tokens held after trap!");
        }
    }

    /** The thread was asked something while in user mode: enters the kernel, where the way back looks after it. */
    @Ports("sys/platform/pc64/x86_64/trap.c#trap")
    Flow ast(LwktThread td) {
        kernel.observer.ast(gd, td);
        enter();
        td.kernelStack.push(Frame.AST_LEAVE);
        return kernel.userScheduler.ast(gd);
    }
}
