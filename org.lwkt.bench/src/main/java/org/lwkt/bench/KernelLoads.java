// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.KernelObserver;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.Lwp;
import org.lwkt.runtime.kernel.NewThread;
import org.lwkt.runtime.kernel.Sysctls;
import org.lwkt.runtime.kernel.ThreadBody;
import org.lwkt.runtime.kernel.UserScheduler;

/** Kernels in the state from which a load goes on for ever, by calls of their driver. */
final class KernelLoads {
    private static final ThreadBody WAITS = (gd, td) -> Flow.FETCH;

    private KernelLoads() {}

    /** A booted kernel with assertions, on which {@code threads} equal threads of each CPU are runnable. */
    static Kernel running(int ncpus, int threads) {
        Kernel kernel = new Kernel(ncpus, true, new Sysctls(), NoUserThreads.INSTANCE, KernelObserver.NONE);
        kernel.boot();
        for (int cpu = 0; cpu < ncpus; cpu++) {
            GlobalData gd = kernel.cpu(cpu);
            gd.critical().enter();
            gd.pushContinuation(KernelLoads::createThreads, threads);
            gd.proceed(Flow.RETURN);
        }
        return kernel;
    }

    /** Makes {@code left} threads one after the other, and leaves the critical section in which it is called. */
    private static Flow createThreads(GlobalData gd, LwktThread td, long left) {
        if (left == 0) {
            return gd.critical().exit();
        }
        gd.pushContinuation(KernelLoads::createThreads, left - 1);
        return create(gd, "t" + left);
    }

    /** Makes a thread of this CPU that makes no call by itself. */
    static Flow create(GlobalData gd, String name) {
        return gd.lifecycle().create(new NewThread(WAITS, null, 0, gd.cpuId(), name));
    }

    /** The loads have no user threads. */
    private enum NoUserThreads implements UserScheduler {
        INSTANCE;

        @Override
        public Flow acquireCurproc(GlobalData gd, Lwp lp) {
            throw new IllegalStateException("no user threads: " + lp.thread());
        }

        @Override
        public Flow releaseCurproc(GlobalData gd, Lwp lp) {
            throw new IllegalStateException("no user threads: " + lp.thread());
        }
    }

    /** The one other thread of a CPU with two. */
    static LwktThread[] threads(GlobalData gd) {
        LwktThread[] found = new LwktThread[2];
        int[] count = {0};
        gd.forEachRunnable(td -> found[count[0]++] = td);
        return found;
    }
}
