// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lwkt.runtime.kernel.LockmgrLock;
import org.lwkt.runtime.kernel.LwktMsg;
import org.lwkt.runtime.kernel.LwktSerializer;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.LwktToken;
import org.lwkt.runtime.kernel.ThreadFlag;
import org.lwkt.runtime.outcome.Wait;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.source.SourcePosition;

/** Who holds what others wait for, and why he does not let go. */
final class Holders {
    private static final int ON_A_CPU = ThreadFlag.RUNNING | ThreadFlag.PREEMPT_LOCK;

    private final ThreadTable threads;
    private final Resources resources;
    private final ThreadWaits waits;

    Holders(ThreadTable threads, Resources resources, ThreadWaits waits) {
        this.threads = threads;
        this.resources = resources;
        this.waits = waits;
    }

    List<Wait.Holder> of(SimThread waiter, Wait.What what, int resource) {
        if (what == Wait.What.ACQUIRE) {
            SimThread target = acquired(waiter);
            return target == null ? List.of() : List.of(holder(target, waiter));
        }
        if (!what.hasHolder() || resource == Activation.NO_RESOURCE) {
            return List.of();
        }
        List<Wait.Holder> result = new ArrayList<>();
        for (int number = 0; number < threads.end(); number++) {
            SimThread thread = threads.get(number);
            if (thread != null && thread.td != null && holds(thread, waiter, resource)) {
                result.add(holder(thread, waiter));
            }
        }
        return result;
    }

    private boolean holds(SimThread thread, SimThread waiter, int resource) {
        return switch (resources.get(resource)) {
            case LwktToken token -> holdsToken(thread, waiter, token);
            case LwktSerializer serializer -> serializer.lastThread() == thread.td && thread.td.body() == thread;
            case LockmgrLock lock -> lock.holder() == thread.td || thread.held.contains(resource);
            case LwktMsg msg -> thread.td.message() == msg || isOwnerOf(thread, msg);
            default -> thread.held.contains(resource);
        };
    }

    /** A thread that was switched away from gave its tokens up, but it can be in its own way. */
    private static boolean holdsToken(SimThread thread, SimThread waiter, LwktToken token) {
        if (thread.ended || thread.td.body() != thread || thread != waiter && (thread.td.flags() & ON_A_CPU) == 0) {
            return false;
        }
        int refs = 0;
        for (int index = 0; index < thread.td.tokenCount(); index++) {
            if (thread.td.token(index).token() == token) {
                refs++;
            }
        }
        return thread == waiter ? refs > 1 : refs > 0;
    }

    /** Whether the message lies in the thread's own port. */
    private boolean isOwnerOf(SimThread thread, LwktMsg msg) {
        int port = msg.targetPort() == null ? Activation.NO_RESOURCE : resources.numberOf(msg.targetPort());
        return port != Activation.NO_RESOURCE && resources.config(port).of() == thread.index;
    }

    /** The number of a token that is in the way of the thread, which is runnable; or {@link Activation#NO_RESOURCE}. */
    int contested(SimThread thread) {
        for (int index = 0; index < thread.td.tokenCount(); index++) {
            LwktToken token = thread.td.token(index).token();
            LwktThread owner = token.owner();
            boolean inTheWay = owner != null && owner != thread.td
                    || owner == null && token.holds() != 0
                    || thread.td.tokenCount() > 1 && holdsToken(thread, thread, token);
            if (inTheWay) {
                return resources.numberOf(token);
            }
        }
        return Activation.NO_RESOURCE;
    }

    /** The thread that the waiter calls {@code lwkt_acquire()} for, or null where that was computed. */
    SimThread acquired(SimThread waiter) {
        return waiter.program.argument(waiter.linePc, 0) instanceof Expr.Constant it ? threads.get(it.value()) : null;
    }

    private Wait.Holder holder(SimThread thread, SimThread waiter) {
        if (thread == waiter) {
            return new Wait.Holder(thread.config.name(), "is the waiting thread itself", SourcePosition.NONE);
        }
        if (thread.ended) {
            return new Wait.Holder(thread.config.name(), "has ended", thread.line());
        }
        return new Wait.Holder(thread.config.name(), state(thread), thread.line());
    }

    private String state(SimThread thread) {
        Wait.What what = waits.what(thread);
        if (what == null) {
            return thread.started ? "does not run" : "has not started";
        }
        int resource = waits.resource(thread, what);
        String name = resource == Activation.NO_RESOURCE
                ? ""
                : " " + resources.config(resource).name();
        return switch (what) {
            case CHANNEL -> "sleeps on" + name;
            case INTERRUPT -> "waits for an interrupt";
            case SCHEDULE -> "waits to be scheduled";
            case CPU -> "waits for other CPUs";
            case PORT -> "waits for a message on port" + name;
            case REPLY -> "waits for the reply to message" + name;
            case ACQUIRE -> "waits for a thread that was given away";
            case TOKEN, SPINLOCK, SERIALIZER, LOCK -> "waits for " + what.name().toLowerCase(Locale.ROOT) + name;
        };
    }
}
