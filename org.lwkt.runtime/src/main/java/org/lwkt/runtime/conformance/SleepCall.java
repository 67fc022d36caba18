// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;

/** {@code sleep}: descheduled in a critical section, until somebody schedules the thread. */
final class SleepCall extends OperationCall {
    SleepCall(List<String> words, Replay replay) {
        super(words.get(0), replay);
    }

    @Override
    Flow step(int number, GlobalData gd, LwktThread td) {
        switch (number) {
            case 0:
                gd.critical().enter();
                then(gd, 1);
                return gd.scheduler().descheduleSelf(td);
            case 1:
                then(gd, 2);
                return gd.scheduler().switchThread();
            case 2:
                then(gd, 3);
                return gd.critical().exit();
            default:
                return complete(td, null);
        }
    }
}
