// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * A booted kernel that a test drives call by call. The thread {@code main} is current on CPU 0, the other CPUs are idle;
 * threads have no program and wait for the test at each fetch.
 */
final class TestKernel {
    static final ThreadBody BODY = (gd, td) -> Flow.FETCH;

    final Kernel kernel;
    final LwktThread main;
    /** What the kernel printed. */
    final List<String> printed = new ArrayList<>();
    /** Names of the threads that came to a run queue. */
    final List<String> enqueued = new ArrayList<>();
    /** What the observer heard, one word and a thread each. */
    final List<String> heard = new ArrayList<>();

    TestKernel(int ncpus) {
        this(ncpus, true, new Sysctls());
    }

    TestKernel(int ncpus, boolean invariants, Sysctls sysctls) {
        Observer observer = new Observer();
        kernel = new Kernel(ncpus, invariants, sysctls, observer, observer);
        kernel.boot();
        main = LwktThread.template();
        run(0, cpu(0).lifecycle.create(new NewThread(BODY, main, 0, 0, "main")));
        heard.clear();
    }

    static Sysctls sysctl(String name, long value) {
        Sysctls sysctls = new Sysctls();
        sysctls.set(name, value);
        return sysctls;
    }

    GlobalData cpu(int id) {
        return kernel.cpu(id);
    }

    /** Lets a CPU go on from what a call on it answered. */
    Flow run(int cpu, Flow flow) {
        return cpu(cpu).proceed(flow);
    }

    /** One more turn of a CPU that is idle or polls. */
    Flow turn(int cpu) {
        return run(cpu, Flow.RETURN);
    }

    /** The IPI interrupt arrives. */
    Flow ipi(int cpu) {
        return run(cpu, cpu(cpu).interrupts.ipi());
    }

    /** The current thread of CPU 0 makes a thread that is not scheduled; where it lives it is on tdallq. */
    LwktThread make(String name, int cpu, int pri) {
        return make(name, cpu, pri, 0);
    }

    LwktThread make(String name, int cpu, int pri, int flags) {
        GlobalData gd = cpu(0);
        LwktThread self = gd.curThread;
        gd.proceed(gd.lifecycle.create(new NewThread(BODY, null, flags | ThreadFlag.NOSTART, cpu, name)));
        LwktThread td = self.created;
        if (cpu > 0) {
            ipi(cpu);
        }
        td.pri = pri;
        return td;
    }

    /** {@link #make} a thread that preempts. */
    LwktThread makePreemptable(String name, int cpu, int pri) {
        LwktThread td = make(name, cpu, pri, ThreadFlag.INTTHREAD);
        td.setPreemptable(true);
        return td;
    }

    /** Gives the thread an lwp. */
    Lwp makeUser(LwktThread td) {
        Lwp lwp = new Lwp(td, new LwktToken("lwp", 100));
        td.setLwp(lwp);
        return lwp;
    }

    /** The current thread of a CPU schedules {@code td}. */
    Flow schedule(int cpu, LwktThread td) {
        return run(cpu, cpu(cpu).scheduler.schedule(td));
    }

    /** The current thread of a CPU leaves the run queue and switches away. */
    Flow block(int cpu) {
        LwktScheduler.dequeue(cpu(cpu).curThread);
        return run(cpu, cpu(cpu).scheduler.switchThread());
    }

    /** The current thread of a CPU exits. */
    Flow exit(int cpu) {
        return run(cpu, cpu(cpu).lifecycle.exit());
    }

    /** Makes a thread on CPU 0 and lets it exit at once, so that it is in {@code gd_freetd}. */
    LwktThread makeExited(String name) {
        LwktThread td = make(name, 0, ThreadPriority.MAX);
        schedule(0, td);
        run(0, cpu(0).scheduler.switchThread());
        exit(0);
        return td;
    }

    /** The run queue of a CPU as names. */
    String queue(int cpu) {
        List<String> names = new ArrayList<>();
        cpu(cpu).forEachRunnable(td -> names.add(td.comm));
        return String.join(" ", names);
    }

    /** A user scheduler for a kernel without user threads. */
    static final class NoUsers implements UserScheduler {
        @Override
        public Flow acquireCurproc(GlobalData gd, Lwp lp) {
            return Flow.RETURN;
        }

        @Override
        public Flow releaseCurproc(GlobalData gd, Lwp lp) {
            return Flow.RETURN;
        }
    }

    private final class Observer implements KernelObserver, UserScheduler {
        @Override
        public void kprintf(GlobalData gd, String text) {
            printed.add(text);
        }

        @Override
        public void enqueued(GlobalData gd, LwktThread td) {
            enqueued.add(gd + " " + name(td));
        }

        @Override
        public void backtrace(GlobalData gd) {
            printed.add("backtrace");
        }

        @Override
        public void switched(GlobalData gd, LwktThread otd, LwktThread ntd) {
            heard.add("switch " + name(ntd));
        }

        @Override
        public void preempted(GlobalData gd, LwktThread td, LwktThread ntd) {
            heard.add("preempt " + name(ntd));
        }

        @Override
        public void preemptionEnded(GlobalData gd, LwktThread td, LwktThread from) {
            heard.add("end " + name(from));
        }

        @Override
        public void ipiReceived(GlobalData target, GlobalData source, IpiFunction function, Object argument) {
            heard.add("recv " + function.cName());
        }

        @Override
        public void livelockTimerStarted(GlobalData gd, InterruptSource source, int hz) {
            heard.add("timer " + source.irq() + " " + gd + " " + hz);
        }

        @Override
        public void livelockTimerStopped(GlobalData gd, InterruptSource source) {
            heard.add("timer " + source.irq() + " off");
        }

        @Override
        public void stackFreed(int stack, int size) {
            heard.add("stackfree " + size);
        }

        @Override
        public void smpStopped(GlobalData gd) {
            heard.add("stopped");
        }

        @Override
        public void fpuContextFreed() {
            heard.add("fpufree");
        }

        @Override
        public String name(LwktThread td) {
            if (td == cpu(td.gd.cpuId).idleThread) {
                return "idle" + td.gd.cpuId;
            }
            return td.comm;
        }

        @Override
        public Flow acquireCurproc(GlobalData gd, Lwp lp) {
            gd.clearUserResched();
            heard.add("acquire " + name(lp.thread()));
            return Flow.RETURN;
        }

        @Override
        public Flow releaseCurproc(GlobalData gd, Lwp lp) {
            heard.add("release " + name(lp.thread()));
            return Flow.RETURN;
        }
    }
}
