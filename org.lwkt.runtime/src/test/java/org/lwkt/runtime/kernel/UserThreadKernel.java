// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A kernel with the bsd4 user scheduler that a test drives call by call. A user thread returns to user mode whenever it may
 * choose, but for those in {@link #inKernel}.
 */
final class UserThreadKernel implements KernelObserver {
    final Bsd4UserScheduler usched = new Bsd4UserScheduler();
    final Kernel kernel;
    /** User threads that stay in the kernel when they are asked for their next instruction. */
    final Set<LwktThread> inKernel = new HashSet<>();
    /** The IPI functions that arrived. */
    final List<String> received = new ArrayList<>();

    private final Flow[] at;

    UserThreadKernel(int ncpus) {
        this(ncpus, new Sysctls());
    }

    UserThreadKernel(int ncpus, Sysctls sysctls) {
        kernel = new Kernel(ncpus, true, sysctls, usched, this);
        at = new Flow[ncpus];
        kernel.boot();
        Arrays.fill(at, Flow.IDLE);
    }

    GlobalData cpu(int id) {
        return kernel.cpu(id);
    }

    /** Lets a CPU go on from what a call on it answered, and idle CPUs take what was sent to them. */
    void run(int cpu, Flow flow) {
        at[cpu] = cpu(cpu).proceed(flow);
        settle();
    }

    /** As {@link #run}, but no other CPU hears of it yet. */
    void runAlone(int cpu, Flow flow) {
        at[cpu] = cpu(cpu).proceed(flow);
    }

    /** Delivers what was sent until nothing more happens. */
    void settle() {
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < at.length; i++) {
                at[i] = cpu(i).proceed(cpu(i).interrupts.ipi());
                if (at[i] != Flow.FETCH) {
                    at[i] = cpu(i).proceed(Flow.RETURN);
                }
            }
        }
    }

    /** Makes a user thread of a CPU; it waits to be started. */
    Lwp make(String name, int cpu) {
        GlobalData gd = cpu(cpu);
        LwktThread self = gd.curThread;
        gd.proceed(gd.lwps.create(this::fetch, name));
        return self.created.lwp;
    }

    private Flow fetch(GlobalData gd, LwktThread td) {
        return td.has(ThreadFlag.USERMODE) || inKernel.contains(td) ? Flow.FETCH : gd.userMode.returnToUser();
    }

    /** Makes a user thread and starts it from its CPU. */
    Lwp start(String name, int cpu) {
        return start(name, cpu, 0);
    }

    Lwp start(String name, int cpu, int nice) {
        Lwp lp = make(name, cpu);
        lp.nice = nice;
        return start(lp, cpu);
    }

    /** Starts an lwp whose priority was computed before, so that it asks nobody for a reschedule. */
    Lwp start(Lwp lp, int cpu) {
        boolean wanted = cpu(cpu).userReschedWanted();
        runAlone(cpu, usched.resetPriority(cpu(cpu), lp));
        if (!wanted) {
            cpu(cpu).clearUserResched();
        }
        run(cpu, cpu(cpu).lwps.start(lp));
        return lp;
    }

    /** The timer interrupt on every CPU, so many times; answers how often {@code lp} was found running. */
    int ticks(int count, Lwp lp) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < at.length; c++) {
                found += cpu(c).curThread == lp.thread ? 1 : 0;
                run(c, cpu(c).interrupts.timer());
            }
        }
        return found;
    }

    /** The lwp that runs on a CPU enters the kernel and sleeps. */
    void sleep(int cpu, Object ident) {
        enterKernel(cpu);
        run(cpu, cpu(cpu).sleepQueue.tsleep(ident, 0, "wait", 0));
    }

    /** The lwp that runs on a CPU enters the kernel, and stays there. */
    void enterKernel(int cpu) {
        inKernel.add(cpu(cpu).curThread);
        cpu(cpu).userMode.enter();
    }

    /** It goes back to user mode when it may. */
    void leaveKernel(int cpu) {
        inKernel.remove(cpu(cpu).curThread);
        run(cpu, Flow.RETURN);
    }

    /** A device interrupt on a CPU wakes whoever sleeps on {@code ident}; they go on in user mode. */
    void wakeup(int cpu, Object ident) {
        inKernel.clear();
        cpu(cpu).interrupts.fastEnter();
        cpu(cpu).pushContinuation((gd, td, operand) -> gd.interrupts.fastLeave(), 0);
        run(cpu, cpu(cpu).sleepQueue.wakeup(ident));
    }

    boolean runsInUserMode(int cpu, Lwp lp) {
        return cpu(cpu).curThread == lp.thread && lp.thread.has(ThreadFlag.USERMODE) && usched.current(cpu) == lp;
    }

    @Override
    public void ipiReceived(GlobalData target, GlobalData source, IpiFunction function, Object argument) {
        received.add(function.cName());
    }
}
