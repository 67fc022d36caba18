// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.Locale;

/** Threads come and go. All run on their own CPU, in the context of the current thread. */
@Ports("sys/kern/lwkt_thread.c")
public final class ThreadLifecycle {
    /** {@code MAXCOMLEN}. */
    private static final int COMM_MAX = 16;

    private static final int ACTIVE = ThreadFlag.RUNNING | ThreadFlag.PREEMPT_LOCK;

    private final GlobalData gd;
    private final Kernel kernel;

    ThreadLifecycle(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
    }

    /** Boot: makes this CPU's idle thread and makes it current. It starts in one critical section. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_gdinit")
    void initIdleThread() {
        LwktThread idle = gd.idleThread;
        int stack = KernelMemory.NO_STACK;
        initStructure(idle, stack, KernelMemory.THREAD_STACK, 0, gd);
        gd.tdallq.insertTail(idle);
        kernel.observer.dschedEnterThread(idle);
        idle.flags |= ThreadFlag.RUNNING;
        idle.pri = ThreadPriority.IDLE_THREAD;
    }

    /**
     * Makes a thread that is not yet scheduled; it is {@link LwktThread#created} of the caller. Context: thread.
     *
     * @param template the structure to use, or null: one that exited here, or one from the object cache
     * @param cpu where the thread is to live, or -1: the rotator chooses
     */
    @Ports("sys/kern/lwkt_thread.c#lwkt_alloc_thread")
    public Flow alloc(LwktThread template, int stackSize, int cpu, int flags) {
        long place = (long) stackSize << Integer.SIZE | cpu & 0xffffffffL;
        if (template != null) {
            return allocStack(template, place, flags);
        }
        LwktThread self = gd.curThread;
        self.critCount++;
        LwktThread td = gd.freeTd;
        if (td != null) {
            assertInactive(td);
            gd.freeTd = null;
        } else {
            td = kernel.memory.getThread();
            assertInactive(td);
        }
        if (gd.critical.exitIfNothingPended(self)) {
            return allocAfterGet(td, place, flags);
        }
        self.kernelStack.push(Frame.ALLOC_AFTER_GET, place, flags, td);
        return gd.critical.exitQuick(self);
    }

    private void assertInactive(LwktThread td) {
        if (td.has(ThreadFlag.RUNNING | ThreadFlag.PREEMPT_LOCK | ThreadFlag.RUNQ)) {
            kernel.kassert.failed(
                    "lwkt_alloc_thread", "(td->td_flags & (TDF_RUNNING|TDF_PREEMPT_LOCK| TDF_RUNQ)) == 0");
        }
    }

    /** {@link #alloc} from where it has a structure of its own. */
    Flow allocAfterGet(LwktThread td, long place, int flags) {
        if ((td.flags & (ThreadFlag.ALLOCATED_THREAD | ACTIVE)) != ThreadFlag.ALLOCATED_THREAD) {
            String flagsText = Integer.toHexString(td.flags).toUpperCase(Locale.ROOT);
            kernel.kassert.panicked("lwkt_alloc_thread", "lwkt_alloc_thread: corrupted td flags 0x" + flagsText);
        }
        return allocStack(td, place, flags | td.flags & (ThreadFlag.ALLOCATED_THREAD | ThreadFlag.ALLOCATED_STACK));
    }

    /** Uses the stack that the structure comes with again if the size is right. */
    private Flow allocStack(LwktThread td, long place, int wantedFlags) {
        int stackSize = (int) (place >>> Integer.SIZE);
        int cpu = (int) place;
        int flags = wantedFlags;
        int stack = td.stack;
        if (stack != KernelMemory.NO_STACK && td.stackSize != stackSize && (flags & ThreadFlag.ALLOCATED_STACK) != 0) {
            kernel.memory.freeStack(stack, td.stackSize);
            stack = KernelMemory.NO_STACK;
        }
        if (stack == KernelMemory.NO_STACK) {
            stack = kernel.memory.allocStack(stackSize, cpu);
            flags |= ThreadFlag.ALLOCATED_STACK;
        }
        if (cpu < 0) {
            cpu = Integer.remainderUnsigned(++kernel.cpuRotator, kernel.ncpus());
        }
        return init(td, stack, stackSize, flags, kernel.cpu(cpu));
    }

    /** Makes the structure a thread of {@code target}: in a critical section, at KERN_DAEMON, on no run queue. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_init_thread")
    private Flow init(LwktThread td, int stack, int stackSize, int flags, GlobalData target) {
        initStructure(td, stack, stackSize, flags, target);
        LwktThread self = gd.curThread;
        if (target != gd) {
            self.kernelStack.push(Frame.INIT_AFTER_TDALLQ, 0, 0, td);
            return gd.ipi.send(target, IpiFunction.INIT_THREAD_REMOTE, td, 0);
        }
        self.critCount++;
        target.tdallq.insertTail(td);
        if (gd.critical.exitIfNothingPended(self)) {
            return initAfterTdallq(self, td);
        }
        self.kernelStack.push(Frame.INIT_AFTER_TDALLQ, 0, 0, td);
        return gd.critical.exitQuick(self);
    }

    private void initStructure(LwktThread td, int stack, int stackSize, int flags, GlobalData target) {
        if (td.runq != null) {
            throw new KernelPanic("tailq", "bzero td_threadq " + kernel.observer.name(td));
        }
        td.bzero();
        td.stack = stack;
        td.stackSize = stackSize;
        td.flags = flags;
        td.gd = target;
        td.pri = ThreadPriority.KERN_DAEMON;
        td.critCount = 1;
        boolean spinPort = kernel.sysctls.useSpinPort || (flags & ThreadFlag.FORCE_SPINPORT) != 0;
        td.kernelStack.clear();
        td.initPort(spinPort, (flags & ThreadFlag.FIXEDCPU) != 0);
        kernel.observer.threadInitialised(gd, td, spinPort, (flags & ThreadFlag.FIXEDCPU) != 0);
    }

    /** The end of {@link #init}, and with it of {@link #alloc}. */
    Flow initAfterTdallq(LwktThread self, LwktThread td) {
        kernel.observer.dschedEnterThread(td);
        self.created = td;
        return Flow.RETURN;
    }

    /** The IPI function by which another CPU gives a new thread to this one. Context: critical section. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_init_thread_remote")
    void initThreadRemote(LwktThread td) {
        td.gd.tdallq.insertTail(td);
    }

    /** {@code cpu_set_thread_handler()}: the context with which the thread starts. */
    @Ports("sys/platform/pc64/x86_64/vm_machdep.c#cpu_set_thread_handler")
    public void setThreadHandler(LwktThread td, ThreadBody body) {
        td.body = body;
        td.kernelStack.clear();
        td.kernelStack.push(Frame.FETCH);
        td.kernelStack.push(Frame.FIRST_ACTIVATION);
    }

    /** Names the thread; more than 16 characters are cut. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_set_comm")
    public void setComm(LwktThread td, String comm) {
        td.comm = cut(comm);
        kernel.observer.newThread(td);
    }

    private static String cut(String comm) {
        return comm.length() <= COMM_MAX ? comm : comm.substring(0, COMM_MAX);
    }

    /** Keeps the thread from being destroyed; it may still migrate. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_hold")
    public void hold(LwktThread td) {
        td.refs++;
    }

    /** Takes back one {@link #hold}. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_rele")
    public void rele(LwktThread td) {
        if (td.refs <= 0) {
            kernel.kassert.failed("lwkt_rele", "td->td_refs > 0");
        }
        td.refs--;
    }

    /** Gives the structure back: to the object cache, or only its stack if the caller supplied it. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_free_thread")
    public void free(LwktThread td) {
        if (td.refs != 0) {
            kernel.kassert.failed("lwkt_free_thread", "td->td_refs == 0");
        }
        if (td.has(ACTIVE | ThreadFlag.RUNQ | ThreadFlag.TSLEEPQ | ThreadFlag.KERNELFP)) {
            kernel.kassert.failed(
                    "lwkt_free_thread",
                    "(td->td_flags & (TDF_RUNNING | TDF_PREEMPT_LOCK | TDF_RUNQ | TDF_TSLEEPQ | TDF_KERNELFP)) == 0");
        }
        if (td.fpuContext) {
            kernel.observer.fpuContextFreed();
            td.fpuContext = false;
        }
        if (td.has(ThreadFlag.ALLOCATED_THREAD)) {
            kernel.memory.putThread(td);
        } else if (td.has(ThreadFlag.ALLOCATED_STACK)) {
            if (td.stack == KernelMemory.NO_STACK || td.stackSize <= 0) {
                kernel.kassert.panicked("lwkt_free_thread", "lwkt_free_thread: corrupted stack");
            }
            kernel.memory.freeStack(td.stack, td.stackSize);
            td.stack = KernelMemory.NO_STACK;
            td.stackSize = 0;
        }
        kernel.observer.deadThread(td);
    }

    /** Makes a thread that runs {@code request.body()}, and schedules it unless TDF_NOSTART is given. Context: thread. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_create")
    public Flow create(NewThread request) {
        gd.curThread.kernelStack.push(Frame.CREATE_AFTER_ALLOC, 0, 0, request);
        return alloc(request.template(), KernelMemory.THREAD_STACK, request.cpu(), request.flags());
    }

    Flow createAfterAlloc(LwktThread self, NewThread request) {
        LwktThread td = self.created;
        setThreadHandler(td, request.body());
        td.comm = cut(request.comm());
        if (td.has(ThreadFlag.NOSTART)) {
            td.flags &= ~ThreadFlag.NOSTART;
            return Flow.RETURN;
        }
        return gd.scheduler.schedule(td);
    }

    /** The current thread's function has returned. Waits until nobody holds the thread; never comes back. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_exit")
    public Flow exit() {
        LwktThread td = gd.curThread;
        kernel.observer.threadExits(gd, td);
        td.critCount++;
        return exitLoop(td);
    }

    Flow exitLoop(LwktThread td) {
        if (td.refs != 0) {
            td.kernelStack.push(Frame.EXIT_LOOP);
            return gd.sleepQueue.tsleep(td, 0, "tdreap", 1);
        }
        LwktThread last = gd.freeTd;
        if (last != null) {
            if (last.has(ACTIVE)) {
                kernel.kassert.failed("lwkt_exit", "(std->td_flags & (TDF_RUNNING|TDF_PREEMPT_LOCK)) == 0");
            }
            gd.freeTd = null;
            kernel.memory.putThread(last);
        }
        gd.sleepQueue.removeIfQueued(td);
        LwktScheduler.dequeue(td);
        removeTdallq(td);
        if (td.refs != 0) {
            kernel.kassert.failed("lwkt_exit", "td->td_refs == 0");
        }
        if (gd.freeTd != null) {
            kernel.kassert.failed("lwkt_exit", "gd->gd_freetd == NULL");
        }
        if (td.has(ThreadFlag.ALLOCATED_THREAD)) {
            gd.freeTd = td;
        }
        return threadExit(td);
    }

    /** The exit of a thread with an lwp, which its reaper frees; never comes back. */
    @Ports("sys/platform/pc64/x86_64/vm_machdep.c#cpu_lwp_exit")
    public Flow lwpExit() {
        LwktThread td = gd.curThread;
        gd.vSwtch++;
        td.critCount++;
        gd.sleepQueue.removeIfQueued(td);
        LwktScheduler.dequeue(td);
        removeTdallq(td);
        return threadExit(td);
    }

    @Ports("sys/platform/pc64/x86_64/vm_machdep.c#cpu_thread_exit")
    private Flow threadExit(LwktThread td) {
        td.exitSwitch = true;
        td.flags |= ThreadFlag.EXITING;
        return gd.scheduler.switchThread();
    }

    /** Takes the thread off this CPU's list of all threads. Context: critical section, the thread's CPU. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_remove_tdallq")
    public void removeTdallq(LwktThread td) {
        if (td.gd != gd) {
            kernel.kassert.failed("lwkt_remove_tdallq", "td->td_gd == mycpu");
        }
        td.gd.tdallq.remove(td);
    }
}
