// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** Who waits for a turn in user mode, on whatever CPU: real time, normal and idle, in this order. */
@Ports("sys/kern/usched_bsd4.c")
final class Bsd4RunQueues {
    private final Kassert kassert;
    private final Bsd4QueueClass realtime = new Bsd4QueueClass();
    private final Bsd4QueueClass normal = new Bsd4QueueClass();
    private final Bsd4QueueClass idle = new Bsd4QueueClass();
    /** {@code bsd4_runqcount}. */
    private int count;

    Bsd4RunQueues(Kassert kassert) {
        this.kassert = kassert;
    }

    int count() {
        return count;
    }

    /** Puts {@code lp} behind its equals. */
    @Ports("sys/kern/usched_bsd4.c#bsd4_setrunqueue_locked")
    void insert(Lwp lp) {
        if (lp.onRunq) {
            kassert.failed("bsd4_setrunqueue_locked", "(lp->lwp_mpflags & LWP_MP_ONRUNQ) == 0");
        }
        lp.onRunq = true;
        count++;
        queuesOf(lp, "bsd4_setrunqueue_locked").insertTail(lp);
    }

    @Ports("sys/kern/usched_bsd4.c#bsd4_remrunqueue_locked")
    void remove(Lwp lp) {
        if (!lp.onRunq) {
            kassert.failed("bsd4_remrunqueue_locked", "lp->lwp_mpflags & LWP_MP_ONRUNQ");
        }
        lp.onRunq = false;
        count--;
        queuesOf(lp, "bsd4_remrunqueue_locked").remove(lp);
    }

    private Bsd4QueueClass queuesOf(Lwp lp, String function) {
        return switch (lp.rqType) {
            case REALTIME, FIFO -> realtime;
            case NORMAL -> normal;
            case IDLE -> idle;
            case THREAD -> throw new KernelPanic(function, "remrunqueue: invalid rtprio type");
        };
    }

    /**
     * Takes the best lwp for {@code gd} off its queue. Answers null if there is none, or none that is better than
     * {@code current} by a queue. Where the best was last on another CPU, the next in its queue comes first if that was
     * last on this CPU, whatever CPUs it may run on.
     */
    @Ports("sys/kern/usched_bsd4.c#bsd4_chooseproc_locked")
    Lwp choose(GlobalData gd, Lwp current) {
        Lwp lp = best(gd.cpuId);
        if (lp == null || current != null && current.priority < lp.priority + Bsd4Estimate.PPQ) {
            return null;
        }
        Lwp next = lp.procqNext;
        if (lp.thread.gd != gd && next != null && next.thread.gd == gd) {
            lp = next;
        }
        remove(lp);
        return lp;
    }

    private Lwp best(int cpu) {
        Lwp lp = realtime.firstFor(cpu);
        if (lp == null) {
            lp = normal.firstFor(cpu);
        }
        return lp == null ? idle.firstFor(cpu) : lp;
    }
}
