// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.CpuSync;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.IpiCall;
import org.lwkt.runtime.kernel.LwktSerializer;
import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.snapshot.Unhashed;

/** The function that a call of a thread gives to the kernel; it may run on several CPUs at a time. */
final class HandlerCall implements IpiCall, CpuSync.Function, LwktSerializer.Handler {
    private static final long[] NO_VALUES = {};

    final Program program;
    final SimThread owner;
    private final HandlerRuns runs;
    /** What its first local variables begin with. */
    private final long[] values;
    /** The handlers of the handler's own instructions, made when they are first used. */
    @Unhashed
    private HandlerCall[] handlers;

    HandlerCall(Program program, SimThread owner, HandlerRuns runs) {
        this(program, owner, runs, NO_VALUES);
    }

    private HandlerCall(Program program, SimThread owner, HandlerRuns runs, long[] values) {
        this.program = program;
        this.owner = owner;
        this.runs = runs;
        this.values = values;
    }

    /** The same function with other arguments. */
    HandlerCall with(long[] newValues) {
        return new HandlerCall(program, owner, runs, newValues);
    }

    void giveValues(long[] slots) {
        System.arraycopy(values, 0, slots, 0, values.length);
    }

    HandlerCall handler(int pc) {
        if (handlers == null) {
            handlers = new HandlerCall[program.size()];
        }
        if (handlers[pc] == null) {
            handlers[pc] = new HandlerCall(program.handler(pc), owner, runs);
        }
        return handlers[pc];
    }

    @Override
    public Flow call(GlobalData gd, int argument2, boolean frame) {
        return runs.start(gd, this);
    }

    @Override
    public Flow call(GlobalData gd) {
        return runs.start(gd, this);
    }
}
