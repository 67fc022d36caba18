// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * {@code struct thread}. Belongs to the CPU {@link #gd()}; nobody else may change it, but for {@code td_mpflags} and
 * {@code td_refs}. The structure outlives the thread and is used again, as in the kernel.
 */
public final class LwktThread extends WaitIdent {
    static final int NO_TOKENS_HAVE = -1;

    // td_threadq: the run queue that the thread is on, and its links there.
    RunQueue runq;
    LwktThread runqNext;
    LwktThread runqPrev;
    final TailQueue.Link allqLink = new TailQueue.Link();
    final TailQueue.Link sleepqLink = new TailQueue.Link();

    GlobalData gd;
    Lwp lwp;
    String wmesg;
    Object wchan;
    int wdomain;
    int pri;
    int critCount;
    int flags;
    int mpFlags;
    boolean preemptable;
    boolean release;
    int stack = KernelMemory.NO_STACK;
    int stackSize;
    int refs;
    int nestCount;
    int contended;
    int csCount;
    int wakeFromCpu;
    int upri;
    String comm = "";
    LwktThread preempted;
    GlobalData migrateGd;
    boolean fpuContext;
    boolean timeoutArmed;
    // The arguments of the tsleep() that the thread is in.
    Object sleepIdent;
    /** What {@code CURSIG()} finds pending for the lwp, 0: nothing. */
    int signal;

    int sleepFlags;
    String sleepMesg;
    int sleepTimo;
    InterruptSource interruptSource;
    ThreadBody body;

    // td_toks_array, allocated on first use; have is an index, stop the number of references.
    TokenRef[] toks;
    int toksHave = NO_TOKENS_HAVE;
    int toksStop;

    /** What the thread still has to do inside the kernel; empty: it has no context to switch to. */
    final KernelStack kernelStack = new KernelStack();

    /** Set by {@code cpu_thread_exit()}: the next switch away saves nothing. */
    boolean exitSwitch;

    /** {@code td_msgport}, made when it is first asked for. */
    private MsgPort msgPort;

    /** Whether {@link #msgPort} is a spin port, and to which CPU it is fixed, -1: to none. */
    private boolean spinPort;

    private int portCpu;
    // Variables on the thread's stack whose address others know.
    IpiBarrier barrier;
    CpuSync stackSync;

    /** The message that the last call that takes one took, or null. */
    LwktMsg message;

    /** What the last kernel call with a result answered: 0 or an errno. */
    int result;

    /** The thread that the last {@code lwkt_alloc_thread()} or {@code lwkt_create()} made. */
    LwktThread created;

    /** Counts {@code lwkt_init_thread()}, so that what refers to an earlier use of the structure can be told. */
    int incarnation;

    /** Number of the object in the cache that it came from, or -1. */
    final int objectNumber;

    LwktThread(int objectNumber) {
        this.objectNumber = objectNumber;
    }

    /** A structure that the caller supplies, as {@code lwkt_create()}'s template: zeroed, not from the object cache. */
    public static LwktThread template() {
        return new LwktThread(-1);
    }

    /** {@code bzero(td, sizeof(struct thread))}. */
    void bzero() {
        runq = null;
        runqNext = null;
        runqPrev = null;
        allqLink.reset();
        sleepqLink.reset();
        gd = null;
        lwp = null;
        wmesg = null;
        wchan = null;
        wdomain = 0;
        pri = 0;
        critCount = 0;
        flags = 0;
        mpFlags = 0;
        preemptable = false;
        release = false;
        stack = KernelMemory.NO_STACK;
        stackSize = 0;
        refs = 0;
        nestCount = 0;
        contended = 0;
        csCount = 0;
        wakeFromCpu = 0;
        upri = 0;
        comm = "";
        preempted = null;
        migrateGd = null;
        fpuContext = false;
        timeoutArmed = false;
        sleepIdent = null;
        sleepFlags = 0;
        signal = 0;
        message = null;
        sleepMesg = null;
        sleepTimo = 0;
        interruptSource = null;
        body = null;
        toksHave = NO_TOKENS_HAVE;
        toksStop = 0;
        exitSwitch = false;
        result = 0;
        created = null;
        incarnation++;
    }

    /** {@code lwkt_init_thread()} initialises the port of the thread. */
    void initPort(boolean spin, boolean fixedCpu) {
        int cpu = spin && fixedCpu ? gd.cpuId : -1;
        if (msgPort != null && spin == spinPort) {
            msgPort.reset(cpu);
        } else {
            msgPort = null;
        }
        spinPort = spin;
        portCpu = cpu;
    }

    /** {@code td_msgport}. */
    public MsgPort msgPort() {
        if (msgPort == null) {
            msgPort = spinPort ? new SpinMsgPort(gd.kernel, this, false) : new ThreadMsgPort(gd.kernel, this);
            msgPort.reset(portCpu);
        }
        return msgPort;
    }

    /** {@code td_msgport} if anybody has asked for it, else null. */
    public MsgPort msgPortIfUsed() {
        return msgPort;
    }

    /** {@code td_wchan}: what the thread sleeps or is about to sleep on. */
    public Object wchan() {
        return wchan;
    }

    /** The signal that is pending for the thread's lwp, 0: none. */
    public int signal() {
        return signal;
    }

    public void setSignal(int newSignal) {
        signal = newSignal;
    }

    /** {@code td_wdomain}. */
    public int wdomain() {
        return wdomain;
    }

    /** {@code td_wakefromcpu}. */
    public int wakeFromCpu() {
        return wakeFromCpu;
    }

    /** The message that the last call that takes one took, or null. */
    public LwktMsg message() {
        return message;
    }

    /** An interrupt's function gives back what {@link #result} and {@link #message} were before it. */
    public void restoreAnswer(int oldResult, LwktMsg oldMessage) {
        result = oldResult;
        message = oldMessage;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** {@code TD_TOKS_HELD}. */
    boolean holdsTokens() {
        return toksStop != 0;
    }

    /** {@code td_comm}: at most 16 characters. */
    public String comm() {
        return comm;
    }

    /** {@code td_gd}: the CPU that the thread belongs to. */
    public GlobalData gd() {
        return gd;
    }

    public int pri() {
        return pri;
    }

    /** {@code td_upri}: the priority among threads of equal {@link #pri}. */
    public int upri() {
        return upri;
    }

    /** Sets {@code td_upri} and leaves the thread where it is queued. */
    public void setUpri(int newUpri) {
        if (upri != newUpri) {
            upri = newUpri;
            if (has(ThreadFlag.RUNQ)) {
                gd.runQueue.upriChanged(this);
            }
        }
    }

    public int critCount() {
        return critCount;
    }

    public int nestCount() {
        return nestCount;
    }

    /** {@code td_flags}, of {@link ThreadFlag}. */
    public int flags() {
        return flags;
    }

    /** Sets or clears bits of {@code td_flags} that code outside the scheduler owns. */
    public void setFlags(int mask, boolean on) {
        flags = on ? flags | mask : flags & ~mask;
    }

    /** {@code td_mpflags}, of {@link ThreadMpFlag}. */
    public int mpFlags() {
        return mpFlags;
    }

    public void setMpFlags(int newMpFlags) {
        mpFlags = newMpFlags;
    }

    /** {@code td_contended}, unsigned. */
    public int contended() {
        return contended;
    }

    public int refs() {
        return refs;
    }

    public int csCount() {
        return csCount;
    }

    /** {@code td_cscount}: more than 0 while the thread is the master of a cpusync. */
    public void setCsCount(int newCsCount) {
        csCount = newCsCount;
    }

    /** {@code td_preempted}: the thread that this one preempted. */
    public LwktThread preempted() {
        return preempted;
    }

    /** {@code td_migrate_gd}: where the thread is on its way to. */
    public GlobalData migrateGd() {
        return migrateGd;
    }

    /** {@code td_wmesg}: what the thread waits for, in a word. */
    public String wmesg() {
        return wmesg;
    }

    /** Whether {@code td_release} is set: the lwp still has the current-process designation. */
    public boolean release() {
        return release;
    }

    public Lwp lwp() {
        return lwp;
    }

    public void setLwp(Lwp newLwp) {
        lwp = newLwp;
    }

    /** {@code td_preemptable = lwkt_preempt}: scheduling the thread may preempt the current one. */
    public void setPreemptable(boolean on) {
        preemptable = on;
    }

    /** A kernel FPU context to be freed with the thread. */
    public void setFpuContext() {
        fpuContext = true;
    }

    public boolean timeoutArmed() {
        return timeoutArmed;
    }

    public InterruptSource interruptSource() {
        return interruptSource;
    }

    public ThreadBody body() {
        return body;
    }

    /** 0 or the errno of the last kernel call that has a result. */
    public int result() {
        return result;
    }

    /** The thread that this thread's last create or alloc made. */
    public LwktThread created() {
        return created;
    }

    public int objectNumber() {
        return objectNumber;
    }

    /** Number of token references. */
    public int tokenCount() {
        return toksStop;
    }

    /** Token reference {@code index}, 0 the first taken. */
    public TokenRef token(int index) {
        return toks[index];
    }

    public int incarnation() {
        return incarnation;
    }

    /** Whether the thread is on the {@code gd_tdallq} of a CPU. */
    public boolean isOnTdallq() {
        return allqLink.queue != null;
    }

    /** Whether the thread has a context, so that it can be switched to. */
    boolean hasContext() {
        return !kernelStack.isEmpty();
    }

    @Override
    public String toString() {
        return comm;
    }
}
