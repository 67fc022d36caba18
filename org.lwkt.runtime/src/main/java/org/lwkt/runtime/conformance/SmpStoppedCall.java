// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;

/** {@code smp_stopped}: one turn of the loop of a stopped CPU. */
final class SmpStoppedCall extends OperationCall {
    SmpStoppedCall(List<String> words, Replay replay) {
        super(words.get(0), replay);
    }

    @Override
    Flow step(int number, GlobalData gd, LwktThread td) {
        if (number == 0) {
            gd.interrupts().stopEnter();
            then(gd, 1);
            return gd.interrupts().smpStopped();
        }
        gd.interrupts().stopLeave();
        return complete(td, null);
    }
}
