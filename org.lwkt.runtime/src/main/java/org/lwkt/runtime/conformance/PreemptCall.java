// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;

/** {@code preempt T N}: {@code lwkt_preempt(T, N)} in a critical section of its own. */
final class PreemptCall extends OperationCall {
    private final LwktThread target;
    private final int critCount;

    PreemptCall(List<String> words, Replay replay) {
        super(words.get(0), replay);
        this.target = replay.names().thread(words.get(1));
        this.critCount = Integer.parseInt(words.get(2));
    }

    @Override
    Flow step(int number, GlobalData gd, LwktThread td) {
        switch (number) {
            case 0:
                gd.critical().enter();
                then(gd, 1);
                return gd.scheduler().preempt(target, critCount);
            case 1:
                then(gd, 2);
                return gd.critical().exit();
            default:
                return complete(td, null);
        }
    }
}
