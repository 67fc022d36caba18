// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * {@code struct lwkt_cpusync}: a set of CPUs that a master holds in a known place, and a function that all of them run. The
 * methods take the CPU that calls, {@code mycpu}.
 */
@Ports("sys/kern/lwkt_ipiq.c")
public final class CpuSync {
    /** {@code cpusync_func_t}: what every CPU of the set runs. Context: critical section, perhaps hard code section. */
    public interface Function {
        Flow call(GlobalData gd);
    }

    /** The thread on whose stack it is, or null. */
    private final LwktThread owner;

    private final CpuMask mask;
    private final CpuMask mack;
    /** The master's local variable: whom it waits for. */
    private final CpuMask awaited;

    private Function function;

    /** Made once, {@link #init initialised} for each use. */
    public CpuSync(Kernel kernel) {
        this(kernel, null);
    }

    private CpuSync(Kernel kernel, LwktThread owner) {
        this.owner = owner;
        this.mask = new CpuMask(kernel.ncpus());
        this.mack = new CpuMask(kernel.ncpus());
        this.awaited = new CpuMask(kernel.ncpus());
    }

    /** {@code cs_mask}. */
    public CpuMask mask() {
        return mask;
    }

    /** {@code cs_mack}: who is held, and later who has run the function. */
    public CpuMask mack() {
        return mack;
    }

    public LwktThread owner() {
        return owner;
    }

    @Ports("sys/sys/thread2.h#lwkt_cpusync_init")
    public void init(CpuMask newMask, Function newFunction) {
        mask.copyFrom(newMask);
        mack.clearAll();
        function = newFunction;
    }

    /** Runs {@code function} on the CPUs of {@code mask}, all of them held meanwhile. Context: thread. */
    @Ports("sys/kern/lwkt_ipiq.c#lwkt_cpusync_simple")
    public static Flow simple(GlobalData gd, CpuMask mask, Function function) {
        LwktThread td = gd.curThread;
        if (td.stackSync == null) {
            td.stackSync = new CpuSync(gd.kernel, td);
        }
        CpuSync sync = td.stackSync;
        sync.init(mask, function);
        td.kernelStack.push(Frame.CPUSYNC_DEINTERLOCK, 0, 0, sync);
        return sync.interlock(gd);
    }

    /** Holds the other CPUs of the set; leaves the caller in a critical section. Context: thread. */
    @Ports("sys/kern/lwkt_ipiq.c#lwkt_cpusync_interlock")
    public Flow interlock(GlobalData gd) {
        prepare(gd);
        if (awaited.isEmpty()) {
            return Flow.RETURN;
        }
        becomeMaster(gd);
        gd.curThread.kernelStack.push(Frame.CPUSYNC_INTERLOCK_WAIT, 0, 0, this);
        return gd.ipi.sendMask(awaited, IpiFunction.CPUSYNC_REMOTE1, this, 0);
    }

    private void prepare(GlobalData gd) {
        awaited.copyFrom(mask);
        awaited.clear(gd.cpuId);
        awaited.retain(gd.kernel.activeCpus);
        mack.clearAll();
        gd.critical.enter();
    }

    private static void becomeMaster(GlobalData gd) {
        gd.ipi.stats().csCount++;
        gd.curThread.csCount++;
    }

    Flow interlockWait(GlobalData gd) {
        return isComplete() ? Flow.RETURN : poll(gd, Frame.CPUSYNC_INTERLOCK_WAIT);
    }

    private boolean isComplete() {
        return mack.sameAs(awaited);
    }

    /** One turn of a master's loop: takes messages, pauses, and then looks again in the frame {@code loop}. */
    private Flow poll(GlobalData gd, int loop) {
        gd.curThread.kernelStack.push(Frame.CPUSYNC_PAUSE, loop, 0, this);
        return gd.ipi.process();
    }

    Flow pause(GlobalData gd, long loop) {
        gd.curThread.kernelStack.push(Frame.CPUSYNC_POLL, loop, 0, this);
        return Flow.SPIN;
    }

    Flow polled(GlobalData gd, long loop) {
        gd.curThread.kernelStack.push((int) loop, 0, 0, this);
        return Flow.RETURN;
    }

    /** Lets the held CPUs run the function, after this one, and go on when all are done. Context: as interlock left it. */
    @Ports("sys/kern/lwkt_ipiq.c#lwkt_cpusync_deinterlock")
    public Flow deinterlock(GlobalData gd) {
        awaited.copyFrom(mack);
        mack.clearAll();
        gd.curThread.kernelStack.push(Frame.CPUSYNC_DEINTERLOCK_WAIT, 0, 0, this);
        return callHere(gd);
    }

    private Flow callHere(GlobalData gd) {
        return function != null && mask.contains(gd.cpuId) ? function.call(gd) : Flow.RETURN;
    }

    Flow deinterlockWait(GlobalData gd) {
        if (!awaited.isEmpty()) {
            if (!isComplete()) {
                return poll(gd, Frame.CPUSYNC_DEINTERLOCK_WAIT);
            }
            gd.curThread.csCount--;
            gd.curThread.kernelStack.push(Frame.CRIT_EXIT);
            return gd.ipi.process();
        }
        return gd.critical.exit();
    }

    /** Runs the function on the set without holding anybody, here last. Context: thread. */
    @Ports("sys/kern/lwkt_ipiq.c#lwkt_cpusync_quick")
    public Flow quick(GlobalData gd) {
        prepare(gd);
        if (awaited.isEmpty()) {
            return quickHere(gd);
        }
        becomeMaster(gd);
        gd.curThread.kernelStack.push(Frame.CPUSYNC_QUICK_WAIT, 0, 0, this);
        return gd.ipi.sendMask(awaited, IpiFunction.CPUSYNC_REMOTE2, this, 0);
    }

    Flow quickWait(GlobalData gd) {
        if (!isComplete()) {
            return poll(gd, Frame.CPUSYNC_QUICK_WAIT);
        }
        gd.curThread.csCount--;
        gd.curThread.kernelStack.push(Frame.CPUSYNC_QUICK_HERE, 0, 0, this);
        return gd.ipi.process();
    }

    Flow quickHere(GlobalData gd) {
        gd.curThread.kernelStack.push(Frame.CRIT_EXIT);
        return callHere(gd);
    }

    @Ports("sys/kern/lwkt_ipiq.c#lwkt_cpusync_remote1")
    Flow remote1(GlobalData gd) {
        mack.set(gd.cpuId);
        return remote2(gd);
    }

    /** Polls for the master's word to go on, between other messages; then runs the function. */
    @Ports("sys/kern/lwkt_ipiq.c#lwkt_cpusync_remote2")
    Flow remote2(GlobalData gd) {
        if (mack.contains(gd.cpuId)) {
            gd.curThread.kernelStack.push(Frame.CPUSYNC_REMOTE_POLL, 0, 0, this);
            return Flow.SPIN;
        }
        gd.curThread.kernelStack.push(Frame.CPUSYNC_REMOTE_DONE, 0, 0, this);
        return function == null ? Flow.RETURN : function.call(gd);
    }

    Flow remotePolled(GlobalData gd) {
        gd.ipi.requeueSync(this);
        return Flow.RETURN;
    }

    Flow remoteDone(GlobalData gd) {
        mack.set(gd.cpuId);
        return Flow.RETURN;
    }
}
