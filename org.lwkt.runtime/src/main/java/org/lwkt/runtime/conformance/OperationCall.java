// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import org.lwkt.runtime.kernel.Continuation;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;

/**
 * One operation of a script while a thread is in it: a sequence of steps, each of which makes at most one kernel call that
 * may suspend the thread, and makes it last.
 */
abstract class OperationCall implements Continuation {
    private final String name;
    private final Replay replay;

    OperationCall(String name, Replay replay) {
        this.name = name;
        this.replay = replay;
    }

    Replay replay() {
        return replay;
    }

    /** Starts the operation on the current thread. */
    Flow start(GlobalData gd) {
        LwktThread td = gd.curThread();
        replay.calls().push(td, this);
        return step(0, gd, td);
    }

    @Override
    public final Flow resume(GlobalData gd, LwktThread td, long operand) {
        return step((int) operand, gd, td);
    }

    /** Runs step {@code number} on {@code td}. */
    abstract Flow step(int number, GlobalData gd, LwktThread td);

    /** What follows the kernel call that is made next. */
    final void then(GlobalData gd, int number) {
        gd.pushContinuation(this, number);
    }

    /** The operation is complete. */
    final Flow complete(LwktThread td, Object result) {
        replay.calls().pop(td);
        replay.out().trace("done " + replay.names().of(td) + " " + name + (result == null ? "" : " " + result));
        return Flow.RETURN;
    }

    /** The name of the thread that the operation makes. */
    String createdName() {
        throw new IllegalStateException(name + " makes no thread");
    }
}
