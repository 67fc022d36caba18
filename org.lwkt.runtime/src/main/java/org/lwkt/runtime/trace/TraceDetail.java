// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

import org.lwkt.runtime.kernel.InterruptKind;
import org.lwkt.runtime.kernel.IpiFunction;

/**
 * The detail word of an event, by kind: the preempted thread's index for a preemption; the other CPU and the function for
 * an IPI; {@link #STRAY} or 0 for a device interrupt; the interrupt's kind where one was pended; the number of the text
 * for output, panics and errors; the number of the mark; one more than the number of what is slept on, waited for or woken;
 * the fault and its number for a fault; 0 otherwise.
 */
public final class TraceDetail {
    /** A device interrupt whose thread had exited. */
    public static final long STRAY = 1;

    private static final int FUNCTION_BITS = 8;
    private static final int FUNCTION_MASK = (1 << FUNCTION_BITS) - 1;
    private static final IpiFunction[] FUNCTIONS = IpiFunction.values();
    private static final TraceFault[] FAULTS = TraceFault.values();
    private static final InterruptKind[] INTERRUPTS = InterruptKind.values();

    private TraceDetail() {}

    /** The word of an IPI event. */
    public static long ipi(int otherCpu, IpiFunction function) {
        return (long) otherCpu << FUNCTION_BITS | function.ordinal();
    }

    /** The other CPU of an IPI event. */
    public static int otherCpu(long detail) {
        return (int) (detail >> FUNCTION_BITS);
    }

    /** The word of a pended interrupt. */
    public static long pended(InterruptKind kind) {
        return kind.ordinal();
    }

    /** The word of an event about a resource, by its number; -1: none. */
    public static long resource(int number) {
        return number + 1L;
    }

    /** The number of the resource that an event is about; -1: none. */
    public static int resourceNumber(long detail) {
        return (int) detail - 1;
    }

    /**
     * The word of a fault.
     *
     * @param number the CPU that an IPI was for, the percentage of a CPU's speed, or 0
     */
    public static long fault(TraceFault fault, int number) {
        return (long) number << FUNCTION_BITS | fault.ordinal();
    }

    static String text(TraceEvent.Kind kind, long detail, TraceNames names, TraceTexts texts) {
        return switch (kind) {
            case PREEMPT -> names.name((int) detail);
            case IPI_SEND -> "to cpu " + otherCpu(detail) + ": " + function(detail);
            case IPI_RECEIVE -> "from cpu " + otherCpu(detail) + ": " + function(detail);
            case INTERRUPT -> detail == STRAY ? "stray" : "";
            case PEND -> pendedName(INTERRUPTS[(int) detail]);
            case FAULT -> FAULTS[(int) (detail & FUNCTION_MASK)].text(detail >> FUNCTION_BITS);
            case KPRINTF, PANIC, ERROR -> texts.text(detail);
            case MARK -> names.mark((int) detail);
            case SLEEP, TOKEN_WAIT, WAKEUP_CALL -> names.resource(resourceNumber(detail));
            case SWITCH, NEW_THREAD, DEAD_THREAD, START, END, TICK, WAKEUP, TIMEOUT, SCHEDULE_CALL -> "";
        };
    }

    private static String function(long detail) {
        return FUNCTIONS[(int) (detail & FUNCTION_MASK)].cName();
    }

    private static String pendedName(InterruptKind kind) {
        return switch (kind) {
            case IPI -> "ipi";
            case TIMER -> "tick";
            case DEVICE, FAST -> "interrupt";
        };
    }
}
