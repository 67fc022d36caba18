// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.CpuMask;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.program.Operand;

/** The arguments of kernel calls as the kernel takes them; one that is out of range is a {@link ScriptError}. */
final class Operands {
    /** What is answered where there is no thread or no message. */
    private static final long NOTHING = -1;

    private static final int NS_PER_S = 1_000_000_000;
    private static final int PRIORITY_MAX = 31;
    private static final long UNSIGNED_MAX = 0xffffffffL;

    private final Evaluator evaluator;
    private final ThreadTable threads;
    private final Resources resources;
    private final int hz;
    private final CommandLog log;
    private final CpuMask mask;
    private final int cpus;

    Operands(Evaluator evaluator, ThreadTable threads, Resources resources, int hz, int cpus, CommandLog log) {
        this.evaluator = evaluator;
        this.threads = threads;
        this.resources = resources;
        this.hz = hz;
        this.cpus = cpus;
        this.log = log;
        mask = CpuMask.of(cpus, 0);
    }

    long value(GlobalData gd, Activation activation, int index) {
        long value = evaluator.value(gd, activation, activation.program.argument(activation.linePc, index));
        log.operand(index, value);
        return value;
    }

    private long inRange(GlobalData gd, Activation activation, int index, long least, long most) {
        long value = value(gd, activation, index);
        if (value < least || value > most) {
            throw outOfRange(activation, index, value);
        }
        return value;
    }

    private static ScriptError outOfRange(Activation activation, int index, long value) {
        var opcode = activation.program.opcode(activation.linePc);
        Operand operand = opcode.operands().get(index);
        String words = operand.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        if (value == NOTHING && (operand == Operand.THREAD || operand == Operand.MESSAGE)) {
            return new ScriptError(opcode.cName() + ": the " + words + " is none");
        }
        return new ScriptError(opcode.cName() + ": no such " + words + ": " + value);
    }

    GlobalData cpu(GlobalData gd, Activation activation, int index) {
        return gd.kernel().cpu((int) inRange(gd, activation, index, 0, cpus - 1L));
    }

    /** The set of CPUs; good until the next call of this method. */
    CpuMask mask(GlobalData gd, Activation activation, int index) {
        long bits = evaluator.value(gd, activation, activation.program.argument(activation.linePc, index));
        boolean all = bits == Operand.ALL_CPUS || bits == Operand.OTHER_CPUS;
        if (!all && (bits < 0 || cpus < Operand.MASK_CPUS && bits >>> cpus != 0)) {
            throw outOfRange(activation, index, bits);
        }
        for (int cpu = 0; cpu < cpus; cpu++) {
            if (all || cpu < Operand.MASK_CPUS && (bits >>> cpu & 1) != 0) {
                mask.set(cpu);
            } else {
                mask.clear(cpu);
            }
        }
        if (bits == Operand.OTHER_CPUS) {
            mask.clear(gd.cpuId());
        }
        log.operand(index, mask.low());
        return mask;
    }

    /** The handler of the instruction, with what its arguments behind the operands are now. */
    HandlerCall handler(GlobalData gd, Activation activation, HandlerRuns handlers) {
        int pc = activation.linePc;
        HandlerCall handler = activation.handler(pc, handlers);
        int first = activation.program.opcode(pc).operands().size();
        int given = activation.program.arguments(pc) - first;
        if (given == 0) {
            return handler;
        }
        long[] values = new long[given];
        for (int index = 0; index < given; index++) {
            values[index] = evaluator.value(gd, activation, activation.program.argument(pc, first + index));
        }
        return handler.with(values);
    }

    /** The thread of that number, or the pattern. */
    SimThread declared(GlobalData gd, Activation activation, int index) {
        long number = value(gd, activation, index);
        SimThread thread = threads.get(number);
        if (thread == null) {
            throw outOfRange(activation, index, number);
        }
        return thread;
    }

    /** The thread of that number, which has been created and whose structure is still its own. */
    SimThread thread(GlobalData gd, Activation activation, int index) {
        SimThread thread = declared(gd, activation, index);
        if (thread.td == null) {
            throw new ScriptError(thread.config.name() + " is a pattern, and no thread");
        }
        if (thread.td.body() != thread) {
            throw new ScriptError(thread.config.name() + " has exited");
        }
        return thread;
    }

    LwktThread td(GlobalData gd, Activation activation, int index) {
        return thread(gd, activation, index).td;
    }

    int priority(GlobalData gd, Activation activation, int index) {
        return (int) inRange(gd, activation, index, 0, PRIORITY_MAX);
    }

    /** A number of 32 bits, signed or not. */
    int word(GlobalData gd, Activation activation, int index) {
        return (int) inRange(gd, activation, index, Integer.MIN_VALUE, UNSIGNED_MAX);
    }

    /** Nanoseconds, not negative. */
    long time(GlobalData gd, Activation activation, int index) {
        return inRange(gd, activation, index, 0, Long.MAX_VALUE);
    }

    /** A time limit in ticks, rounded up; 0: without limit. */
    int ticks(GlobalData gd, Activation activation, int index) {
        long ns = time(gd, activation, index);
        long ticks = ns / NS_PER_S * hz + (ns % NS_PER_S * hz + NS_PER_S - 1) / NS_PER_S;
        return (int) Math.min(ticks, Integer.MAX_VALUE);
    }

    /** The object of that number; notes that the instruction is about it. */
    <T> T resource(GlobalData gd, Activation activation, int index, Class<T> type) {
        long number = value(gd, activation, index);
        if (number < 0 || number >= resources.count() || !type.isInstance(resources.get((int) number))) {
            throw outOfRange(activation, index, number);
        }
        activation.resource = (int) number;
        return type.cast(resources.get((int) number));
    }
}
