// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Continuation;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktThread;
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
        for (SimThread thread : threads) {
            if (thread.config.start() != ThreadConfig.Start.TEMPLATE) {
                create(thread, startsLater[thread.index]);
            }
        }
    }

    private void create(SimThread thread, boolean startsLater) {
        ThreadConfig config = thread.config;
        boss.critical().enter();
        int flags = ThreadFlag.NOSTART | (isForInterrupts(config) ? ThreadFlag.INTTHREAD : 0);
        boss.pushContinuation(CALL_COMPLETE, 0);
        boss.proceed(boss.lifecycle().create(new NewThread(thread, null, flags, config.cpu(), config.name())));
        LwktThread td = boss.curThread().created();
        thread.td = td;
        boss.scheduler().setPriorityInitial(td, config.priority());
        td.setPreemptable(isForInterrupts(config));
        if (config.interrupt()) {
            thread.interrupts = kernel.registerInterrupt(td);
        } else if (config.start() == ThreadConfig.Start.RUNNING && !startsLater) {
            boss.pushContinuation(CALL_COMPLETE, 0);
            boss.proceed(boss.scheduler().schedule(td));
        }
        boss.pushContinuation(CALL_COMPLETE, 0);
        boss.proceed(boss.critical().exit());
        if (td.gd() != boss) {
            takeIpis(td.gd());
        }
    }

    /** Whether scheduling the thread may preempt. */
    private static boolean isForInterrupts(ThreadConfig config) {
        return config.interrupt() || config.kind() == ThreadConfig.Kind.INTERRUPT_SUPPORT;
    }

    private static void takeIpis(GlobalData gd) {
        gd.critical().enter();
        gd.setReqFlags(ReqFlag.IPIQ);
        gd.pushContinuation(CALL_COMPLETE, 0);
        gd.proceed(gd.critical().exit());
    }
}
