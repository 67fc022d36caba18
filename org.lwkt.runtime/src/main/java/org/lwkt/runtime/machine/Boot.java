// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.lwkt.runtime.kernel.Continuation;
import org.lwkt.runtime.kernel.CpuMask;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.Lwp;
import org.lwkt.runtime.kernel.NewThread;
import org.lwkt.runtime.kernel.ReqFlag;
import org.lwkt.runtime.kernel.ThreadFlag;

/**
 * Before time 0: boots the kernel and creates the declared threads in their order from CPU 0, whose idle thread stays
 * current. IPIs are taken at once, in a critical section of their target, so that no CPU switches; each is left at the
 * wait point of its idle loop, with a reschedule wanted where a thread waits.
 */
final class Boot {
    /** Stops CPU 0 when a kernel call is complete, in front of the idle loop's next turn. */
    private static final Continuation CALL_COMPLETE = (gd, td, operand) -> Flow.IDLE;

    private final Kernel kernel;
    private final GlobalData boss;

    Boot(Kernel kernel) {
        this.kernel = kernel;
        boss = kernel.cpu(0);
    }

    /** @param startsLater by thread: whether it is left for {@link ScriptedEvent.Kind#START} */
    void run(SimThread[] threads, boolean[] startsLater) {
        kernel.boot();
        outsideOfIdleSections(() -> {
            for (SimThread thread : threads) {
                if (thread.config.start() != ThreadConfig.Start.TEMPLATE) {
                    create(thread, thread.config.start() == ThreadConfig.Start.RUNNING && !startsLater[thread.index]);
                }
            }
        });
    }

    /** Makes the threads of the soft clocks, as {@code swi_softclock_setup()} does. */
    void run(SoftClock[] softClocks) {
        outsideOfIdleSections(() -> create(softClocks));
    }

    /** By {@code idle_crit} a CPU waits for interrupts in a critical section, in which it would take no message. */
    private void outsideOfIdleSections(Runnable work) {
        List<GlobalData> inside = new ArrayList<>();
        for (int cpu = 0; cpu < kernel.ncpus(); cpu++) {
            GlobalData gd = kernel.cpu(cpu);
            if (gd.curThread().critCount() > 0) {
                inside.add(gd);
                gd.pushContinuation(CALL_COMPLETE, 0);
                gd.proceed(gd.critical().exit());
            }
        }
        work.run();
        inside.forEach(gd -> gd.critical().enter());
    }

    private void create(SoftClock[] softClocks) {
        int flags = ThreadFlag.NOSTART | ThreadFlag.INTTHREAD;
        for (int cpu = 0; cpu < softClocks.length; cpu++) {
            NewThread newThread = new NewThread(softClocks[cpu], null, flags, cpu, "softclock " + cpu);
            call(() -> boss.lifecycle().create(newThread));
            softClocks[cpu].start(boss.curThread().created());
            takeIpis(kernel.cpu(cpu));
        }
    }

    private void create(SimThread thread, boolean starts) {
        boss.critical().enter();
        if (thread.user) {
            createUser(thread, starts);
        } else {
            createKernel(thread, starts);
        }
        call(() -> boss.critical().exit());
        if (thread.user) {
            takeAllIpis();
        } else if (thread.td.gd() != boss) {
            takeIpis(thread.td.gd());
        }
    }

    private void createKernel(SimThread thread, boolean starts) {
        ThreadConfig config = thread.config;
        int flags = ThreadFlag.NOSTART | (isForInterrupts(config) ? ThreadFlag.INTTHREAD : 0);
        call(() -> boss.lifecycle().create(new NewThread(thread, null, flags, config.cpu(), config.name())));
        LwktThread td = boss.curThread().created();
        thread.td = td;
        boss.scheduler().setPriorityInitial(td, config.priority());
        td.setPreemptable(isForInterrupts(config));
        if (config.interrupt()) {
            thread.interrupts = kernel.registerInterrupt(td);
        } else if (starts) {
            call(() -> boss.scheduler().schedule(td));
        }
    }

    private void createUser(SimThread thread, boolean starts) {
        ThreadConfig config = thread.config;
        call(() -> boss.lwps().create(thread, config.name()));
        LwktThread td = boss.curThread().created();
        thread.td = td;
        Lwp lp = td.lwp();
        if (config.cpu() != ThreadConfig.ANY_CPU) {
            lp.setCpuMask(CpuMask.only(kernel.ncpus(), config.cpu()));
        }
        call(() -> boss.lwps().setNice(lp, config.nice()));
        if (starts) {
            call(() -> boss.lwps().start(lp));
        }
    }

    private void call(Supplier<Flow> kernelCall) {
        boss.pushContinuation(CALL_COMPLETE, 0);
        boss.proceed(kernelCall.get());
    }

    /** Whether scheduling the thread may preempt. */
    private static boolean isForInterrupts(ThreadConfig config) {
        return config.interrupt() || config.kind() == ThreadConfig.Kind.INTERRUPT_SUPPORT;
    }

    /** The user scheduler asks other CPUs, and what one takes may ask another. */
    private void takeAllIpis() {
        int quiet = 0;
        for (int cpu = 0; quiet < kernel.ncpus(); cpu = (cpu + 1) % kernel.ncpus()) {
            if (kernel.cpu(cpu).ipi().hasMessages()) {
                takeIpis(kernel.cpu(cpu));
                quiet = 0;
            } else {
                quiet++;
            }
        }
    }

    private static void takeIpis(GlobalData gd) {
        gd.critical().enter();
        gd.setReqFlags(ReqFlag.IPIQ);
        gd.pushContinuation(CALL_COMPLETE, 0);
        gd.proceed(gd.critical().exit());
    }
}
