// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.InterruptKind;
import org.lwkt.runtime.kernel.InterruptSource;
import org.lwkt.runtime.kernel.IpiFunction;
import org.lwkt.runtime.kernel.KernelObserver;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.LwktToken;
import org.lwkt.runtime.kernel.Lwp;
import org.lwkt.runtime.snapshot.Unhashed;

/**
 * The kernel's KTR points, stamped with virtual time and with the machine's numbers for threads; and the wire that takes
 * a hardware IPI from the kernel to the machine. Silent until boot is over.
 */
final class KernelEvents implements KernelObserver {
    private static final int TURNS_MOST = 1_000_000;

    private final SimClock clock;
    private final MachineObserver observer;
    private final IpiDelivery ipis;
    private final LivelockTimers livelocks;
    private final Resources resources;
    private final Callouts callouts;
    private final Costs costs;
    private final StopLoop stopLoop;
    private final Stillness stillness;
    private final KernelThreads kernelThreads;
    private boolean live;

    /** The script makes the call, and not the thread that is current. */
    @Unhashed
    private boolean nobodyCalls;

    /** Switches and returns to user mode since the machine's event began. */
    @Unhashed
    private int turns;

    KernelEvents(
            SimClock clock,
            MachineObserver observer,
            IpiDelivery ipis,
            LivelockTimers livelocks,
            Resources resources,
            Callouts callouts,
            Costs costs,
            StopLoop stopLoop,
            Stillness stillness,
            KernelThreads kernelThreads) {
        this.clock = clock;
        this.observer = observer;
        this.ipis = ipis;
        this.livelocks = livelocks;
        this.resources = resources;
        this.callouts = callouts;
        this.costs = costs;
        this.stopLoop = stopLoop;
        this.stillness = stillness;
        this.kernelThreads = kernelThreads;
    }

    /** The machine handles its next event. */
    void nextEvent() {
        turns = 0;
    }

    /** A kernel whose assertions are off, or in which sleeping does not work yet, can go round in a circle that never comes to a wait point. */
    private void turn() {
        if (++turns > TURNS_MOST) {
            throw new EndlessKernelCall("more than " + TURNS_MOST
                    + " switches, returns to user mode and sleeps that end at once in one kernel call");
        }
    }

    @Override
    public void ast(GlobalData gd, LwktThread td) {
        turn();
    }

    @Override
    public void tsleepCold(GlobalData gd, LwktThread td) {
        turn();
    }

    void bootIsOver() {
        live = true;
    }

    /** Whether calls of the kernel, from now on, are none of the current thread. */
    void nobodyCalls(boolean nobody) {
        nobodyCalls = nobody;
    }

    /** The machine's number for the thread. */
    int index(LwktThread td) {
        return td.body() instanceof SimThread thread ? thread.index : kernelThreads.number(td);
    }

    @Override
    public String name(LwktThread td) {
        return td.body() instanceof SimThread thread ? thread.config.name() : kernelThreads.name(td);
    }

    @Override
    public String identName(Object ident) {
        String name = ident instanceof LwktThread td ? name(td) : resources.name(ident);
        return name == null ? ident.getClass().getSimpleName() : name;
    }

    @Override
    public void switched(GlobalData gd, LwktThread otd, LwktThread ntd) {
        turn();
        stillness.disturb();
        if (live) {
            costs.charge(gd.cpuId(), costs.switchNs);
            observer.switched(clock.nowNs, gd.cpuId(), index(ntd));
        }
    }

    @Override
    public void preempted(GlobalData gd, LwktThread td, LwktThread ntd) {
        stillness.disturb();
        if (live) {
            costs.charge(gd.cpuId(), costs.switchNs);
            observer.preempted(clock.nowNs, gd.cpuId(), index(ntd), index(td));
        }
    }

    @Override
    public void newThread(LwktThread td) {
        if (live) {
            observer.threadCreated(clock.nowNs, td.gd().cpuId(), index(td));
        }
    }

    @Override
    public void deadThread(LwktThread td) {
        if (live) {
            observer.threadDied(clock.nowNs, td.gd().cpuId(), index(td));
        }
    }

    @Override
    public void enqueued(GlobalData gd, LwktThread td) {
        stillness.disturb();
        if (!(td.body() instanceof SimThread thread)) {
            return;
        }
        if (thread.asleep) {
            thread.asleep = false;
            observer.woken(clock.nowNs, gd.cpuId(), thread.index);
        }
        if (!thread.isOnCpu()) {
            madeRunnable(thread);
        }
    }

    /** Something asks the thread to run; what it waits from now on is its latency. */
    void madeRunnable(SimThread thread) {
        if (!thread.waits) {
            thread.waits = true;
            observer.madeRunnable(clock.nowNs, thread.index);
        }
    }

    @Override
    public void ipiSent(GlobalData source, GlobalData target, IpiFunction function, Object argument, boolean hardware) {
        stillness.disturb();
        if (!live) {
            return;
        }
        observer.ipiSent(clock.nowNs, source.cpuId(), target.cpuId(), function, indexOf(argument));
        if (hardware) {
            costs.charge(source.cpuId(), costs.ipiSendNs);
            ipis.send(source.cpuId(), target.cpuId(), sender(source, function, argument), index(source.curThread()));
        }
        stopLoop.look(target);
    }

    @Override
    public void ipiSentPassively(GlobalData source, GlobalData target, IpiFunction function, Object argument) {
        stillness.disturb();
        if (live) {
            observer.ipiSent(clock.nowNs, source.cpuId(), target.cpuId(), function, indexOf(argument));
        }
        stopLoop.look(target);
    }

    /** Who caused the message: for a migration the thread that left, since another one is current by then. */
    private static SimThread sender(GlobalData source, IpiFunction function, Object argument) {
        Object cause = function == IpiFunction.SETCPU_REMOTE ? argument : source.curThread();
        return cause instanceof LwktThread td && td.body() instanceof SimThread thread ? thread : null;
    }

    @Override
    public void ipiReceived(GlobalData target, GlobalData source, IpiFunction function, Object argument) {
        stillness.disturb();
        if (live) {
            costs.charge(target.cpuId(), costs.ipiReceiveNs);
            observer.ipiReceived(clock.nowNs, target.cpuId(), source.cpuId(), function, indexOf(argument));
        }
    }

    private int indexOf(Object argument) {
        return switch (argument) {
            case LwktThread td -> index(td);
            case InterruptSource source -> index(source.thread());
            case Lwp lp -> index(lp.thread());
            case null, default -> MachineObserver.NO_THREAD;
        };
    }

    @Override
    public void pended(GlobalData gd, InterruptKind kind) {
        if (live) {
            observer.pended(clock.nowNs, gd.cpuId(), index(gd.curThread()), kind);
        }
    }

    @Override
    public void ithreadSleeps(GlobalData gd, LwktThread td) {
        if (td.body() instanceof SimThread thread) {
            // Woken up by the timer of a livelocked interrupt that did not come: its wait ended in the kernel.
            if (thread.waits) {
                thread.waits = false;
                observer.resumed(clock.nowNs, gd.cpuId(), thread.index);
            }
            fellAsleep(gd, thread, MachineObserver.NO_RESOURCE);
        }
    }

    @Override
    public void livelockTimerStarted(GlobalData gd, InterruptSource source, int hz) {
        livelocks.start(source.irq(), gd.cpuId(), clock.nowNs, hz);
    }

    @Override
    public void livelockTimerStopped(GlobalData gd, InterruptSource source) {
        livelocks.stop(source.irq());
    }

    @Override
    public void tsleep(GlobalData gd, LwktThread td, Object ident) {
        if (td.body() instanceof SimThread thread) {
            fellAsleep(gd, thread, resources.numberOf(ident));
        }
    }

    @Override
    public void interlockFailed(GlobalData gd, LwktThread td, Object ident) {
        if (td.body() instanceof SimThread thread && thread.asleep) {
            thread.asleep = false;
            observer.woken(clock.nowNs, gd.cpuId(), thread.index);
        }
    }

    @Override
    public void wakeup(GlobalData gd, Object ident, boolean one) {
        stillness.disturb();
        int resource = resources.numberOf(ident);
        if (live && resource != MachineObserver.NO_RESOURCE) {
            resources.ended(resource, clock.nowNs);
            int caller = nobodyCalls ? MachineObserver.NO_THREAD : index(gd.curThread());
            observer.wokeUp(clock.nowNs, gd.cpuId(), caller, resource);
        }
    }

    @Override
    public void tokenWait(GlobalData gd, LwktThread td, LwktToken token) {
        if (live) {
            observer.tokenAwaited(clock.nowNs, gd.cpuId(), index(td), resources.numberOf(token));
        }
    }

    @Override
    public boolean hearsTokens() {
        return observer.hearsTokens();
    }

    @Override
    public void tokenRefused(GlobalData gd, LwktThread td, LwktToken token) {
        if (live) {
            observer.tokenRefused(clock.nowNs, gd.cpuId(), index(td), resources.numberOf(token));
        }
    }

    @Override
    public void tokenTaken(GlobalData gd, LwktThread td, LwktToken token) {
        if (live) {
            observer.tokenTaken(clock.nowNs, gd.cpuId(), index(td), resources.numberOf(token));
        }
    }

    @Override
    public void tokenDropped(GlobalData gd, LwktThread td, LwktToken token) {
        if (live) {
            observer.tokenDropped(clock.nowNs, gd.cpuId(), index(td), resources.numberOf(token));
        }
    }

    @Override
    public void timeoutArmed(GlobalData gd, LwktThread td, int ticks) {
        if (td.body() instanceof SimThread thread) {
            callouts.arm(gd.cpuId(), thread, ticks);
        }
    }

    @Override
    public void timeoutStopped(GlobalData gd, LwktThread td) {
        if (td.body() instanceof SimThread thread) {
            callouts.disarm(thread);
        }
    }

    /** The thread sleeps until it is made runnable. */
    void fellAsleep(GlobalData gd, SimThread thread, int resource) {
        thread.asleep = true;
        observer.slept(clock.nowNs, gd.cpuId(), thread.index, resource);
    }

    @Override
    public void kprintf(GlobalData gd, String text) {
        if (live) {
            observer.printed(clock.nowNs, gd.cpuId(), index(gd.curThread()), text);
        }
    }
}
