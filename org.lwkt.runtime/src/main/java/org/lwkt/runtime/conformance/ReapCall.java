// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.SleepQueue;
import org.lwkt.runtime.kernel.ThreadMpFlag;

/** {@code reap T}: what {@code lwp_wait()} does until the lwp's thread has left its stack, and frees it then. */
final class ReapCall extends OperationCall {
    private static final int INTERLOCKED = 1;
    private static final int AWAKE = 2;

    private final String name;
    private final LwktThread reaped;
    private int mpFlags;

    ReapCall(List<String> words, Replay replay) {
        super(words.get(0), replay);
        this.name = words.get(1);
        this.reaped = replay.names().thread(name);
    }

    @Override
    Flow step(int number, GlobalData gd, LwktThread td) {
        if (number == INTERLOCKED) {
            reaped.setMpFlags(mpFlags | ThreadMpFlag.EXITWAIT);
            then(gd, AWAKE);
            return gd.sleepQueue().tsleep(reaped, SleepQueue.PINTERLOCKED, "lwpxt", 0);
        }
        if (number == AWAKE && replay().names().thread(name) != reaped) {
            // Somebody else reaped it meanwhile.
            return complete(td, -1);
        }
        mpFlags = reaped.mpFlags();
        if ((mpFlags & ThreadMpFlag.EXITSIG) == 0) {
            then(gd, INTERLOCKED);
            return gd.sleepQueue().tsleepInterlock(reaped, 0);
        }
        if (reaped.refs() != 0) {
            return complete(td, 1);
        }
        gd.lifecycle().free(reaped);
        replay().names().unbind(reaped);
        return complete(td, 0);
    }
}
