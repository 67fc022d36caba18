// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LockFlag;
import org.lwkt.runtime.kernel.LockmgrLock;
import org.lwkt.runtime.kernel.LwktMsg;
import org.lwkt.runtime.kernel.LwktSerializer;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.LwktToken;
import org.lwkt.runtime.kernel.SpinLock;
import org.lwkt.runtime.kernel.ThreadFlag;
import org.lwkt.runtime.kernel.WaitChannel;
import org.lwkt.runtime.program.Arithmetic;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Operand;
import org.lwkt.runtime.program.Question;

/** Answers questions about the machine. */
final class Questions {
    private static final int SERIALIZER_HELD = 1 << 31;
    private static final int SPINLOCK_SHARED = 1 << 31;

    private final SimClock clock;
    private final ThreadTable threads;
    private final Resources resources;

    Questions(SimClock clock, ThreadTable threads, Resources resources) {
        this.clock = clock;
        this.threads = threads;
        this.resources = resources;
    }

    long answer(GlobalData gd, Activation activation, Expr.Ask ask, Evaluator evaluator) {
        long first = ask.arguments().isEmpty()
                ? 0
                : evaluator.value(gd, activation, ask.arguments().get(0));
        long second = ask.arguments().size() < 2
                ? 0
                : evaluator.value(gd, activation, ask.arguments().get(1));
        return answer(gd, ask.question(), first, second);
    }

    private long answer(GlobalData gd, Question question, long first, long second) {
        return switch (question) {
            case NOW -> clock.nowNs;
            case CPU -> gd.cpuId();
            case SELF -> number(gd.curThread());
            case PRIORITY -> thread(first).td.pri();
            case CURRENT -> number(cpu(gd, first).curThread());
            case RUNNABLE -> cpu(gd, first).runnable();
            case CPU_OF -> thread(first).td.gd().cpuId();
            case RUNNING -> Arithmetic.of(!thread(first).ended && thread(first).isOnCpu());
            case ASLEEP -> Arithmetic.of(thread(first).asleep);
            case STARTED -> Arithmetic.of(declared(first).started);
            case ENDED -> Arithmetic.of(declared(first).ended);
            case HOLDS -> Arithmetic.of(holds(thread(first), resource(second)));
            case HELD -> Arithmetic.of(isHeld(resource(first)));
            case HOLDER -> holder(resource(first));
            case SLEEPERS -> sleepers(typed(first, WaitChannel.class));
            case CPU_SET -> first | bit(cpu(gd, second));
            case DONE -> Arithmetic.of(typed(first, LwktMsg.class).isDone());
        };
    }

    /** A shared hold, and one for the kernel as a whole, is nobody's. */
    private long holder(int number) {
        return switch (resources.get(number)) {
            case LwktToken token -> numberOrNone(token.owner());
            case LwktSerializer serializer -> isHeld(number) ? numberOrNone(serializer.lastThread()) : -1;
            case LockmgrLock lock -> numberOrNone(lock.holder());
            case SpinLock lock -> (lock.word() & SPINLOCK_SHARED) == 0 ? onlyOneThatNoted(number) : -1;
            default -> throw new ScriptError(resources.config(number).name() + " is nothing that is held");
        };
    }

    private static long numberOrNone(LwktThread td) {
        return td == null ? -1 : number(td);
    }

    private long onlyOneThatNoted(int number) {
        int holder = -1;
        for (int index = 0; index < threads.end(); index++) {
            SimThread thread = threads.get(index);
            if (thread != null && thread.held.contains(number)) {
                if (holder >= 0) {
                    return -1;
                }
                holder = index;
            }
        }
        return holder;
    }

    private static long number(LwktThread td) {
        return td.body() instanceof SimThread thread ? thread.index : -1;
    }

    private SimThread declared(long number) {
        SimThread thread = threads.get(number);
        if (thread == null) {
            throw new ScriptError("no such thread: " + number);
        }
        return thread;
    }

    private SimThread thread(long number) {
        SimThread thread = declared(number);
        if (thread.td == null) {
            throw new ScriptError(thread.config.name() + " is a pattern, and no thread");
        }
        return thread;
    }

    private static GlobalData cpu(GlobalData gd, long number) {
        if (number < 0 || number >= gd.kernel().ncpus()) {
            throw new ScriptError("no such cpu: " + number);
        }
        return gd.kernel().cpu((int) number);
    }

    private static long bit(GlobalData cpu) {
        if (cpu.cpuId() >= Operand.MASK_CPUS) {
            throw new ScriptError("no set of cpus holds cpu " + cpu.cpuId() + " by its number: only those below "
                    + Operand.MASK_CPUS);
        }
        return 1L << cpu.cpuId();
    }

    private int resource(long number) {
        if (number < 0 || number >= resources.count()) {
            throw new ScriptError("no such resource: " + number);
        }
        return (int) number;
    }

    private <T> T typed(long number, Class<T> type) {
        Object object = resources.get(resource(number));
        if (!type.isInstance(object)) {
            throw new ScriptError(resources.config((int) number).name() + " is of another kind");
        }
        return type.cast(object);
    }

    private boolean holds(SimThread thread, int number) {
        if (thread.ended || thread.td.body() != thread) {
            return false;
        }
        return switch (resources.get(number)) {
            case LwktToken token -> holdsToken(thread.td, token);
            case LwktSerializer serializer -> serializer.lastThread() == thread.td;
            case LockmgrLock lock ->
                lock.holder() == thread.td || lock.status(thread.td) == LockFlag.SHARED && thread.held.contains(number);
            default -> thread.held.contains(number);
        };
    }

    private static boolean holdsToken(LwktThread td, LwktToken token) {
        for (int index = 0; index < td.tokenCount(); index++) {
            if (td.token(index).token() == token) {
                // A thread that was switched away from gave its tokens up until it runs again.
                return (td.flags() & (ThreadFlag.RUNNING | ThreadFlag.PREEMPT_LOCK)) != 0;
            }
        }
        return false;
    }

    private boolean isHeld(int number) {
        return switch (resources.get(number)) {
            case LwktToken token -> token.holds() != 0 || token.isExclusive();
            case LwktSerializer serializer -> (serializer.word() & SERIALIZER_HELD) != 0;
            case LockmgrLock lock -> lock.isInUse();
            case SpinLock lock -> lock.isHeld();
            default -> throw new ScriptError(resources.config(number).name() + " is nothing that is held");
        };
    }

    private long sleepers(Object ident) {
        long count = 0;
        for (int number = 0; number < threads.end(); number++) {
            SimThread thread = threads.get(number);
            if (thread != null && thread.td != null && thread.asleep && thread.td.wchan() == ident) {
                count++;
            }
        }
        return count;
    }
}
