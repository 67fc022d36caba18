// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;

/** {@code lwkt_sleep [pcatch]}: {@code lwkt_sleep()} in a critical section of its own. */
final class LwktSleepCall extends OperationCall {
    private final int flags;

    LwktSleepCall(List<String> words, Replay replay) {
        super(words.get(0), replay);
        this.flags = new Arguments(words, replay).sleepFlags(0);
    }

    @Override
    Flow step(int number, GlobalData gd, LwktThread td) {
        switch (number) {
            case 0:
                gd.critical().enter();
                then(gd, 1);
                return gd.sleepQueue().lwktSleep("lslp", flags);
            case 1:
                then(gd, 2);
                return gd.critical().exit();
            default:
                return complete(td, td.result());
        }
    }
}
