// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.List;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.LockmgrLock;
import org.lwkt.runtime.kernel.LwktSerializer;
import org.lwkt.runtime.kernel.ThreadFlag;
import org.lwkt.runtime.kernel.WaitChannel;
import org.lwkt.runtime.outcome.Wait;
import org.lwkt.runtime.program.Opcode;

/** What each thread waits for, on a machine on which nobody can go on. */
final class ThreadWaits {
    private final Resources resources;
    private final SimCpu[] cpus;
    private final Holders holders;
    private final Enders enders;

    ThreadWaits(ThreadTable threads, Resources resources, List<ScriptedEvent> script, SimCpu[] cpus) {
        this.resources = resources;
        this.cpus = cpus;
        holders = new Holders(threads, resources, this);
        enders = new Enders(threads, resources, script);
    }

    /** What the thread waits for; null if it waits for nothing, or has not come to its first instruction. */
    Wait of(SimThread thread) {
        Wait.What what = what(thread);
        if (what == null) {
            return null;
        }
        int resource = resource(thread, what);
        return new Wait(
                thread.config.name(),
                what,
                name(thread, what, resource),
                thread.calledNs,
                thread.line(),
                holders.of(thread, what, resource),
                what.hasHolder() ? List.of() : enders.of(thread, what, resource),
                lastEndNs(thread, what, resource));
    }

    Wait.What what(SimThread thread) {
        if (thread.td == null || thread.ended || !thread.started || thread.td.body() != thread || isStopped(thread)) {
            return null;
        }
        Opcode opcode = thread.program.opcode(thread.linePc);
        int flags = thread.td.flags();
        if ((flags & ThreadFlag.RUNNING) != 0) {
            return cpus[thread.td.gd().cpuId()].at == Flow.SPIN ? spinsFor(opcode) : null;
        }
        if ((flags & ThreadFlag.RUNQ) != 0) {
            return holders.contested(thread) == Activation.NO_RESOURCE && thread.resource == Activation.NO_RESOURCE
                    ? null
                    : Wait.What.TOKEN;
        }
        if ((flags & ThreadFlag.PREEMPT_LOCK) != 0
                || thread.user && thread.td.lwp().isOnRunq()) {
            return null;
        }
        return thread.asleep && thread.td.wchan() != null ? sleepsOn(thread.td.wchan(), opcode) : descheduled(opcode);
    }

    private boolean isStopped(SimThread thread) {
        return cpus[thread.td.gd().cpuId()].stopped && thread.isOnCpu();
    }

    private static Wait.What spinsFor(Opcode opcode) {
        return switch (opcode) {
            case SPIN_LOCK, SPIN_LOCK_SHARED, SSLEEP -> Wait.What.SPINLOCK;
            case ACQUIRE -> Wait.What.ACQUIRE;
            default -> Wait.What.CPU;
        };
    }

    private static Wait.What sleepsOn(Object ident, Opcode opcode) {
        return switch (ident) {
            case WaitChannel channel -> Wait.What.CHANNEL;
            case LwktSerializer serializer -> Wait.What.SERIALIZER;
            case LockmgrLock lock -> Wait.What.LOCK;
            default -> descheduled(opcode);
        };
    }

    private static Wait.What descheduled(Opcode opcode) {
        return switch (opcode) {
            case WAIT -> Wait.What.INTERRUPT;
            case WAITPORT -> Wait.What.PORT;
            case WAITMSG, DOMSG, ABORTMSG -> Wait.What.REPLY;
            default -> Wait.What.SCHEDULE;
        };
    }

    /** The number of what it waits for, or {@link Activation#NO_RESOURCE}. */
    int resource(SimThread thread, Wait.What what) {
        return switch (what) {
            case CHANNEL, SERIALIZER, LOCK -> resources.numberOf(thread.td.wchan());
            case TOKEN -> {
                int contested = holders.contested(thread);
                yield contested == Activation.NO_RESOURCE ? thread.resource : contested;
            }
            case SPINLOCK, PORT, REPLY -> thread.resource;
            case CPU, ACQUIRE, SCHEDULE, INTERRUPT -> Activation.NO_RESOURCE;
        };
    }

    private String name(SimThread thread, Wait.What what, int resource) {
        if (what == Wait.What.ACQUIRE) {
            SimThread target = holders.acquired(thread);
            return target == null ? "" : target.config.name();
        }
        return resource == Activation.NO_RESOURCE
                ? ""
                : resources.config(resource).name();
    }

    private long lastEndNs(SimThread thread, Wait.What what, int resource) {
        return switch (what) {
            case SCHEDULE -> thread.scheduledNs;
            case CHANNEL, PORT -> resource == Activation.NO_RESOURCE ? -1 : resources.lastEndNs(resource);
            default -> -1;
        };
    }
}
