// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.HashMap;
import java.util.Map;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.InterruptKind;
import org.lwkt.runtime.kernel.InterruptSource;
import org.lwkt.runtime.kernel.IpiFunction;
import org.lwkt.runtime.kernel.KernelObserver;
import org.lwkt.runtime.kernel.LwktSerializer;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.LwktToken;
import org.lwkt.runtime.kernel.Lwp;
import org.lwkt.runtime.kernel.SerializerEvent;
import org.lwkt.runtime.kernel.UserScheduler;

/**
 * Writes a vector's trace lines and counts for its last line. Also the vectors' user scheduler, which only says that it
 * was called.
 */
final class VectorTrace implements KernelObserver, UserScheduler {
    private static final int SWITCHES_MAX = 2000;
    private static final int ASTS_MAX = 50;

    private final Names names;
    private final Output out;
    private final PendingCalls calls;
    /** How many messages that nobody has taken yet are about this thread or identifier. */
    private final Map<Object, Integer> messages = new HashMap<>();

    private int switchesInCommand;
    /** The ASTs of the {@code doreti()} that a thread is in. */
    private final Map<LwktThread, Integer> asts = new HashMap<>();

    private boolean extended;
    private long tsleeps;
    private long wakeups;
    private long acquires;
    private long releases;
    private long dschedEntered;
    private long exited;
    private long objectsGot;
    private long objectsPut;

    VectorTrace(Names names, Output out, PendingCalls calls) {
        this.names = names;
        this.out = out;
        this.calls = calls;
    }

    /** Shows what only the vectors of the files beside lwkt_thread.c show. */
    void setExtended(boolean on) {
        extended = on;
    }

    boolean isInMessage(LwktThread td) {
        return messages.getOrDefault(td, 0) > 0;
    }

    void commandStarts() {
        switchesInCommand = 0;
        out.commandStarts();
    }

    /** The thread is in no {@code doreti()} yet, or not any more. */
    void leftDoreti(LwktThread td) {
        asts.remove(td);
    }

    /** The end of a vector's last line: what this observer counted. */
    String counters() {
        return " tsleep=" + tsleeps + " wakeup=" + wakeups + " us_acquire=" + acquires + " us_release=" + releases
                + " dsched=" + dschedEntered + "/" + exited + " biosched=" + exited + " objcache=" + objectsGot + "/"
                + objectsPut;
    }

    @Override
    public String name(LwktThread td) {
        return names.of(td);
    }

    @Override
    public String identName(Object ident) {
        return names.ofIdentifier(ident);
    }

    @Override
    public String tokenName(LwktToken token) {
        return names.of(token);
    }

    @Override
    public void switched(GlobalData gd, LwktThread otd, LwktThread ntd) {
        out.trace("ctxsw.sw c" + gd.cpuId() + " " + names.of(ntd));
        countSwitch();
    }

    @Override
    public void preempted(GlobalData gd, LwktThread td, LwktThread ntd) {
        out.trace("ctxsw.pre c" + gd.cpuId() + " " + names.of(ntd));
        countSwitch();
    }

    @Override
    public void tsleepCold(GlobalData gd, LwktThread td) {
        countSwitch();
    }

    private void countSwitch() {
        if (++switchesInCommand > SWITCHES_MAX) {
            throw new HarnessLimit("livelock");
        }
    }

    @Override
    public void newThread(LwktThread td) {
        out.trace("newtd " + names.of(td) + " " + td.comm());
    }

    @Override
    public void deadThread(LwktThread td) {
        out.trace("deadtd " + names.of(td));
    }

    @Override
    public void threadInitialised(GlobalData gd, LwktThread td, boolean spinPort, boolean fixedCpu) {
        if (td == gd.idleThread()) {
            names.bind("idle" + gd.cpuId(), td);
        } else {
            names.bind(calls.innermost(gd.curThread()).createdName(), td);
        }
        if (spinPort) {
            out.trace("port.spin " + names.of(td) + " fixed=" + (fixedCpu ? 1 : 0));
        }
    }

    @Override
    public void dschedEnterThread(LwktThread td) {
        dschedEntered++;
    }

    @Override
    public void threadExits(GlobalData gd, LwktThread td) {
        exited++;
    }

    @Override
    public void ipiSent(GlobalData source, GlobalData target, IpiFunction function, Object argument, boolean hardware) {
        messages.merge(subject(argument), 1, Integer::sum);
        out.trace("ipi.send c" + source.cpuId() + ">c" + target.cpuId() + " " + call(function, argument)
                + (hardware ? " hw" : ""));
    }

    @Override
    public void ipiSentPassively(GlobalData source, GlobalData target, IpiFunction function, Object argument) {
        messages.merge(subject(argument), 1, Integer::sum);
        out.trace("ipi.pasv c" + source.cpuId() + ">c" + target.cpuId() + " " + call(function, argument));
    }

    @Override
    public void ipiReceived(GlobalData target, GlobalData source, IpiFunction function, Object argument) {
        messages.merge(subject(argument), -1, Integer::sum);
        out.trace("ipi.recv c" + target.cpuId() + "<c" + source.cpuId() + " " + call(function, argument));
    }

    private String call(IpiFunction function, Object argument) {
        if (argument instanceof ScriptHandler handler) {
            return handler.text();
        }
        return function.cName() + " " + names.ofIdentifier(subject(argument));
    }

    private static Object subject(Object argument) {
        return switch (argument) {
            case InterruptSource source -> source.thread();
            case ScriptHandler handler -> handler.argument();
            case null, default -> argument;
        };
    }

    @Override
    public void smpSniff(GlobalData gd) {
        out.trace("smp_sniff");
    }

    @Override
    public void interlockFailed(GlobalData gd, LwktThread td, Object ident) {
        if (extended) {
            out.trace("ilockfail " + names.of(td) + " " + names.ofIdentifier(ident));
        }
    }

    @Override
    public void serializer(GlobalData gd, LwktSerializer serializer, SerializerEvent event) {
        String word = switch (event) {
            case TRY_FAILED -> "tryfail";
            case SLEEPS -> "sleep";
            case AWAKE -> "awake";
            case ADAPTIVE_SLEEPS -> "asleep";
            case ADAPTIVE_AWAKE -> "aawake";
            case WAKES_UP -> "wakeup";
        };
        out.trace("slz." + word + " " + names.ofIdentifier(serializer) + " " + names.of(gd.curThread()));
    }

    @Override
    public void serializerSpun(GlobalData gd, LwktSerializer serializer, int turns) {
        out.trace("slz.spun " + names.ofIdentifier(serializer) + " " + names.of(gd.curThread()) + " " + turns);
    }

    @Override
    public void interruptReturned(GlobalData gd, LwktThread td, InterruptKind kind) {
        String word = switch (kind) {
            case IPI -> "ipi";
            case TIMER -> "tick";
            case DEVICE -> "intr";
            case FAST -> "fast";
        };
        leftDoreti(td);
        out.trace("iret " + names.of(td) + " " + word);
    }

    @Override
    public void tsleep(GlobalData gd, LwktThread td, Object ident) {
        tsleeps++;
        out.trace("tsleep " + names.of(td) + " " + names.ofIdentifier(ident));
    }

    @Override
    public void wakeup(GlobalData gd, Object ident, boolean one) {
        wakeups++;
        out.trace((one ? "wakeup1 c" : "wakeup c") + gd.cpuId() + " " + names.ofIdentifier(ident));
    }

    @Override
    public void tokenWait(GlobalData gd, LwktThread td, LwktToken token) {
        out.trace("tok.wait " + names.of(td) + " " + names.of(token));
    }

    @Override
    public void ast(GlobalData gd, LwktThread td) {
        if (asts.merge(td, 1, Integer::sum) > ASTS_MAX) {
            throw new HarnessLimit("livelock");
        }
        out.trace("ast " + names.of(td));
    }

    @Override
    public Flow acquireCurproc(GlobalData gd, Lwp lp) {
        acquires++;
        out.trace("usched.acquire " + names.of(lp.thread()));
        gd.clearUserResched();
        return Flow.RETURN;
    }

    @Override
    public Flow releaseCurproc(GlobalData gd, Lwp lp) {
        releases++;
        out.trace("usched.release " + names.of(lp.thread()));
        return Flow.RETURN;
    }

    @Override
    public void objectGot(LwktThread td) {
        objectsGot++;
        out.trace("objcache.get o" + td.objectNumber());
    }

    @Override
    public void objectPut(LwktThread td) {
        objectsPut++;
        out.trace("objcache.put o" + td.objectNumber());
        names.unbind(td);
    }

    @Override
    public void objectFreed(LwktThread td) {
        out.trace("objcache.free o" + td.objectNumber());
    }

    @Override
    public void stackAllocated(int stack, int size, int cpu) {
        out.trace("stack.alloc s" + stack + " " + size + " cpu=" + cpu);
    }

    @Override
    public void stackFreed(int stack, int size) {
        out.trace("stack.free s" + stack + " " + size);
    }

    @Override
    public void fpuContextFreed() {
        out.trace("kfree fpuctx");
    }

    @Override
    public void kprintf(GlobalData gd, String text) {
        out.trace(("kprintf " + text).stripTrailing());
    }

    @Override
    public void backtrace(GlobalData gd) {
        out.trace("backtrace");
    }

    @Override
    public void smpStopped(GlobalData gd) {
        out.trace("cpu_smp_stopped");
    }
}
