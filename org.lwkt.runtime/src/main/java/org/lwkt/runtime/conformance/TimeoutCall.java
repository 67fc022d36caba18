// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;

/** {@code timeout C T}: the armed sleep timeout of T fires. */
final class TimeoutCall extends OperationCall {
    private final LwktThread sleeper;

    TimeoutCall(LwktThread sleeper, Replay replay) {
        super("timeout", replay);
        this.sleeper = sleeper;
    }

    @Override
    Flow step(int number, GlobalData gd, LwktThread td) {
        if (number > 0) {
            return complete(td, null);
        }
        then(gd, 1);
        return gd.sleepQueue().endtsleep(sleeper);
    }
}
