// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.Arrays;
import org.lwkt.runtime.kernel.Continuation;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktMsg;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.snapshot.Unhashed;

/** One run of a handler, with local variables of its own; used again when it is over. */
final class HandlerRun extends Activation implements Continuation {
    private final HandlerRuns runs;
    private HandlerCall call;
    // What the thread that it interrupts was answered last.
    int outerResult;
    LwktMsg outerMessage;

    @Unhashed
    HandlerRun nextFree;

    HandlerRun(HandlerRuns runs) {
        this.runs = runs;
    }

    void begin(HandlerCall newCall) {
        call = newCall;
        program = newCall.program;
        pc = 0;
        linePc = 0;
        if (slots == null || slots.length < program.slots()) {
            slots = new long[program.slots()];
        } else {
            Arrays.fill(slots, 0);
        }
        newCall.giveValues(slots);
    }

    @Override
    SimThread owner() {
        return call.owner;
    }

    @Override
    HandlerCall handler(int handlerPc, HandlerRuns unused) {
        return call.handler(handlerPc);
    }

    @Override
    public Flow resume(GlobalData gd, LwktThread td, long operand) {
        return runs.goOn(gd, this);
    }
}
