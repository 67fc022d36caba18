// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.InterruptSource;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.ThreadBody;
import org.lwkt.runtime.kernel.ThreadFlag;
import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.snapshot.Unhashed;
import org.lwkt.runtime.source.SourcePosition;

/** A declared thread as the machine sees it: how far it has come in its program. */
final class SimThread implements ThreadBody {
    private static final int ON_A_CPU = ThreadFlag.RUNNING | ThreadFlag.PREEMPT_LOCK;

    final int index;
    final ThreadConfig config;
    final Program program;

    LwktThread td;
    /** How device interrupts reach it; null for a thread that handles none. */
    InterruptSource interrupts;

    /** The next instruction. */
    int pc;
    /** The instruction that runs or ran last. */
    @Unhashed
    int linePc;
    /** What is left of the segment that it runs, as of the last time it was interrupted; 0 between instructions. */
    long restNs;

    /** Its local variables and loop counters. */
    final long[] slots;

    boolean started;
    boolean ended;
    boolean asleep;
    /** It was made runnable and has not gone on since. */
    boolean waits;

    SimThread(int index, ThreadConfig config) {
        this.index = index;
        this.config = config;
        program = config.program();
        slots = new long[program.slots()];
    }

    /** The next instruction is fetched when the machine says so. */
    @Override
    public Flow fetch(GlobalData gd, LwktThread thread) {
        return Flow.FETCH;
    }

    /** Whether it is current on a CPU, or was preempted there and will be again. */
    boolean isOnCpu() {
        return (td.flags() & ON_A_CPU) != 0;
    }

    /** Whether it neither runs nor waits for a CPU, and could. */
    boolean isDormant() {
        return !ended && (td.flags() & (ON_A_CPU | ThreadFlag.RUNQ)) == 0;
    }

    /** The line that it runs. */
    SourcePosition line() {
        return program.position(linePc);
    }
}
