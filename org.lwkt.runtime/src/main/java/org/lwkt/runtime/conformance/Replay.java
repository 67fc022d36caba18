// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lwkt.runtime.kernel.Continuation;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.InterruptSource;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.KernelPanic;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.Sysctls;
import org.lwkt.runtime.kernel.ThreadBody;
import org.lwkt.runtime.kernel.ThreadFlag;

/** One replay of a vector: a kernel that goes on by the commands of the script and by nothing else. */
final class Replay {
    private static final Continuation LEAVE_FAST =
            (gd, td, operand) -> gd.interrupts().fastLeave();
    private static final Continuation LEAVE_CRITICAL =
            (gd, td, operand) -> gd.critical().exit();

    /** The header variable that is none of the kernel. */
    static final String EXT = "ext";

    /** What no fast interrupt does: it would leave, or need, the context of a thread. */
    private static final Set<String> NOT_FAST = Set.of(
            "exit",
            "userenter",
            "userexit",
            "poll",
            "iwait",
            "acquire",
            "crit_enter",
            "crit_exit",
            "spin_lock",
            "spin_unlock",
            "cs_interlock",
            "cs_deinterlock",
            "cs_quick",
            "cpusync",
            "splock",
            "splock_sh",
            "sptry",
            "spunlock",
            "spunlock_sh",
            "spunlock_any",
            "spupdate",
            "spunupdate",
            "spacc",
            "spaccend",
            "burst",
            "wait_ipiq");

    private static final int IRQS_MAX = 32;

    private final Vector vector;
    private final Names names = new Names();
    private final Output out = new Output();
    private final PendingCalls calls = new PendingCalls();
    private final VectorTrace trace = new VectorTrace(names, out, calls);
    private final Map<String, InterruptSource> interrupts = new HashMap<>();
    private final Kernel kernel;
    private final ScriptObjects objects;
    private final Flow[] waitPoints;

    Replay(Vector vector) {
        this(vector, true);
    }

    /** @param invariants whether the kernel checks its assertions, as that of the vectors does */
    Replay(Vector vector, boolean invariants) {
        this.vector = vector;
        Sysctls sysctls = new Sysctls();
        vector.variables().forEach((name, value) -> {
            if (!name.equals(EXT)) {
                sysctls.set(name, value);
            }
        });
        kernel = new Kernel(vector.ncpus(), invariants, sysctls, trace, trace, new VectorSleepLookup());
        objects = new ScriptObjects(kernel, names);
        trace.setExtended(isExtended());
        waitPoints = new Flow[vector.ncpus()];
    }

    /** Whether the vector shows the state of the files beside lwkt_thread.c. */
    boolean isExtended() {
        return vector.variables().getOrDefault(EXT, 0L) != 0;
    }

    Kernel kernel() {
        return kernel;
    }

    ScriptObjects objects() {
        return objects;
    }

    Names names() {
        return names;
    }

    Output out() {
        return out;
    }

    PendingCalls calls() {
        return calls;
    }

    /** The thread is in no {@code doreti()} yet. */
    void leftDoreti(LwktThread td) {
        trace.leftDoreti(td);
    }

    /** Whether an IPI message that nobody has taken yet refers to the thread. */
    boolean isInMessage(LwktThread td) {
        return trace.isInMessage(td);
    }

    /** The function of every thread: fetch an operation, run it. */
    ThreadBody body() {
        return (gd, td) -> Flow.FETCH;
    }

    /** Runs the script and answers the whole vector with what the kernel did. */
    List<String> run() {
        return run((command, at, threads) -> {});
    }

    /** As {@link #run()}; the probe looks at the kernel after each command. */
    List<String> run(KernelProbe probe) {
        vector.header().forEach(out::line);
        boot();
        StateLines state =
                new StateLines(kernel, names, isExtended() ? new NeighbourStateLines(kernel, names, objects) : null);
        state.print(waitPoints, out);
        out.open();
        try {
            int number = 0;
            for (Command command : vector.commands()) {
                out.line("> " + command.text());
                trace.commandStarts();
                execute(command);
                state.print(waitPoints, out);
                probe.look(number++, kernel, names::of);
            }
            out.line("> end");
        } catch (KernelPanic panic) {
            out.line("! panic " + panic.function() + ": " + panic.text());
        } catch (HarnessLimit limit) {
            out.line("! " + limit.getMessage());
        }
        out.line("counters switch=" + kernel.switchCount() + " hit=" + kernel.preemptHit() + " miss="
                + kernel.preemptMiss() + " weird=" + kernel.preemptWeird() + trace.counters());
        out.line("end");
        return out.lines();
    }

    /** Boots the kernel, and has CPU 0 make the thread {@code main} and switch to it. */
    private void boot() {
        kernel.boot();
        Arrays.fill(waitPoints, Flow.IDLE);
        GlobalData gd = kernel.cpu(0);
        gd.critical().enter();
        gd.pushContinuation(LEAVE_CRITICAL, 0);
        OperationCall main = new CreateCall(List.of("create", "main", "0", "static"), this);
        waitPoints[0] = gd.proceed(main.start(gd));
    }

    private void execute(Command command) {
        int cpu = command.cpu();
        GlobalData gd = kernel.cpu(cpu);
        Flow flow = switch (command.kind()) {
            case IPI -> gd.interrupts().ipi();
            case TICK -> gd.interrupts().timer();
            case INTR -> device(gd, command.words().get(0));
            case FAST -> fast(gd, command.words());
            case STEP -> step(gd, command.words());
            case TIMEOUT -> timeout(gd, command.words().get(0));
        };
        if (flow == null) {
            out.trace("illegal " + command.text().split(" ")[0]);
        } else {
            waitPoints[cpu] = gd.proceed(flow);
        }
    }

    private Flow device(GlobalData gd, String name) {
        InterruptSource source = interrupts.get(name);
        if (source == null) {
            LwktThread td = names.thread(name);
            if (td == null) {
                return null;
            }
            if (interrupts.size() == IRQS_MAX) {
                throw new HarnessLimit("too many irqs");
            }
            source = kernel.registerInterrupt(td);
            interrupts.put(name, source);
        }
        return gd.interrupts().device(source);
    }

    private Flow fast(GlobalData gd, List<String> words) {
        LwktThread td = gd.curThread();
        boolean legal = !NOT_FAST.contains(words.get(0)) && Operations.isLegal(words, gd, td, this);
        if (!legal || td.critCount() != 0 || td.nestCount() != 0) {
            return null;
        }
        OperationCall call = Operations.make(words, this);
        gd.interrupts().fastEnter();
        gd.pushContinuation(LEAVE_FAST, 0);
        return call.start(gd);
    }

    private Flow step(GlobalData gd, List<String> words) {
        Flow at = waitPoints[gd.cpuId()];
        String operation = words.get(0);
        boolean userMode = (gd.curThread().flags() & ThreadFlag.USERMODE) != 0;
        if (userMode && !operation.equals("userenter")) {
            return null;
        }
        if (operation.equals("poll")) {
            return Flow.RETURN;
        }
        if (at != Flow.FETCH || !Operations.isLegal(words, gd, gd.curThread(), this)) {
            return null;
        }
        return Operations.make(words, this).start(gd);
    }

    private Flow timeout(GlobalData gd, String name) {
        LwktThread td = names.thread(name);
        if (td == null || !td.timeoutArmed() || td.gd() != gd || td == gd.curThread()) {
            return null;
        }
        return new TimeoutCall(td, this).start(gd);
    }
}
