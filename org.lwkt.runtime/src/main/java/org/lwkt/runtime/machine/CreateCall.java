// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Continuation;
import org.lwkt.runtime.kernel.CpuMask;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.Lwp;
import org.lwkt.runtime.kernel.NewThread;
import org.lwkt.runtime.kernel.ThreadFlag;

/**
 * Makes one more thread like a declared one while the machine runs, in the steps that a kernel takes for it: creates it, not
 * started, gives it its priority, and schedules it. A user thread is made as {@code fork()} makes one.
 */
final class CreateCall implements Continuation {
    private static final int STEPS = 4;
    private static final int CREATED = 0;
    private static final int USER_CREATED = 1;
    private static final int USER_FORKED = 2;
    private static final int USER_NICE = 3;

    private final Operands operands;
    private final ThreadTable threads;
    private final KernelEvents events;
    private final MachineObserver observer;
    private final CommandLog log;

    CreateCall(Operands operands, ThreadTable threads, KernelEvents events, MachineObserver observer, CommandLog log) {
        this.operands = operands;
        this.threads = threads;
        this.events = events;
        this.observer = observer;
        this.log = log;
    }

    /** The answer is the new thread's number. */
    Flow call(GlobalData gd, Activation activation) {
        SimThread pattern = operands.declared(gd, activation, 0);
        if (pattern.config.interrupt()) {
            throw new ScriptError(
                    "lwkt_create: " + pattern.config.name() + " is an interrupt thread, which is registered at boot");
        }
        int cpu = operands.cpu(gd, activation, 1).cpuId();
        int number = threads.end();
        String name = pattern.config.name() + "#" + ++pattern.copies;
        SimThread thread = new SimThread(number, pattern.config.like(name, cpu));
        threads.add(thread);
        observer.threadAdded(name);
        log.created(number, thread.config);
        activation.answer = number;
        if (thread.user) {
            next(gd, thread, USER_CREATED);
            return gd.lwps().create(thread, name);
        }
        next(gd, thread, CREATED);
        boolean support = thread.config.kind() == ThreadConfig.Kind.INTERRUPT_SUPPORT;
        int flags = ThreadFlag.NOSTART | (support ? ThreadFlag.INTTHREAD : 0);
        return gd.lifecycle().create(new NewThread(thread, null, flags, cpu, name));
    }

    private void next(GlobalData gd, SimThread thread, int step) {
        gd.pushContinuation(this, (long) thread.index * STEPS + step);
    }

    @Override
    public Flow resume(GlobalData gd, LwktThread creator, long operand) {
        SimThread thread = threads.get(operand / STEPS);
        return switch ((int) (operand % STEPS)) {
            case CREATED -> created(gd, thread, creator.created());
            case USER_CREATED -> userCreated(gd, thread, creator);
            case USER_FORKED -> {
                next(gd, thread, USER_NICE);
                yield gd.lwps().setNice(thread.td.lwp(), thread.config.nice());
            }
            default -> thread.startsAtOnce() ? gd.lwps().start(thread.td.lwp()) : Flow.RETURN;
        };
    }

    private Flow created(GlobalData gd, SimThread thread, LwktThread td) {
        thread.td = td;
        // lwkt_create() names its thread without the trace point that lwkt_set_comm() has.
        events.newThread(td);
        gd.scheduler().setPriorityInitial(td, thread.config.priority());
        td.setPreemptable(thread.config.kind() == ThreadConfig.Kind.INTERRUPT_SUPPORT);
        if (!thread.startsAtOnce()) {
            return Flow.RETURN;
        }
        events.madeRunnable(thread);
        return gd.scheduler().schedule(td);
    }

    private Flow userCreated(GlobalData gd, SimThread thread, LwktThread creator) {
        thread.td = creator.created();
        events.newThread(thread.td);
        Lwp lp = thread.td.lwp();
        next(gd, thread, USER_FORKED);
        Flow flow = creator.lwp() == null ? Flow.RETURN : gd.lwps().fork(creator.lwp(), lp);
        lp.setCpuMask(CpuMask.only(gd.kernel().ncpus(), thread.config.cpu()));
        return flow;
    }
}
