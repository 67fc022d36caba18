// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.lang.management.ManagementFactory;

/** A program that puts a million threads to sleep, wakes the last one up, and prints the bytes of heap for each. */
final class MillionSleepers {
    static final int THREADS = 1_000_000;

    private MillionSleepers() {}

    public static void main(String[] args) {
        Kernel kernel = new Kernel(1, true, new Sysctls(), new TestKernel.NoUsers(), KernelObserver.NONE);
        kernel.boot();
        GlobalData gd = kernel.cpu(0);
        LwktThread main = LwktThread.template();
        gd.proceed(gd.lifecycle.create(new NewThread(TestKernel.BODY, main, 0, 0, "main")));
        gd.proceed(Flow.RETURN);
        long before = usedBytes();
        LwktThread last = null;
        for (int i = 0; i < THREADS; i++) {
            gd.proceed(gd.lifecycle.create(new NewThread(TestKernel.BODY, null, 0, 0, "sleeper")));
            last = main.created();
            gd.proceed(gd.scheduler.setPriority(last, 20));
            gd.proceed(gd.scheduler.switchThread());
            gd.proceed(gd.sleepQueue.tsleep(last, 0, "slp", 0));
        }
        long each = (usedBytes() - before) / THREADS;
        gd.proceed(gd.sleepQueue.wakeup(last));
        gd.proceed(gd.scheduler.switchThread());
        if (gd.curThread != last) {
            throw new AssertionError("the last sleeper does not wake up");
        }
        System.out.println(each);
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
