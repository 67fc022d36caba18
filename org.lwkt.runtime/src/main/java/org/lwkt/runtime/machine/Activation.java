// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.source.SourcePosition;

/** How far somebody has come in a program: a thread in its body, or a handler at the other end of a call. */
abstract class Activation {
    /** Not about a resource. */
    static final int NO_RESOURCE = -1;

    Program program;
    /** The next instruction. */
    int pc;
    /** The instruction that runs or ran last. */
    int linePc;
    /** Local variables, loop counters and choices. */
    long[] slots;
    /** The number of the resource that the instruction at {@link #linePc} is about, or {@link #NO_RESOURCE}. */
    int resource = NO_RESOURCE;
    /** What the call that it is in leaves for {@link KernelCalls#complete}: its answer, or what that is made from. */
    long answer;

    /** The thread whose body it is or belongs to. */
    abstract SimThread owner();

    /** The handler of the instruction at {@code pc}, which needs one. */
    abstract HandlerCall handler(int handlerPc, HandlerRuns runs);

    /** The line that it runs. */
    final SourcePosition line() {
        return program.position(linePc);
    }
}
