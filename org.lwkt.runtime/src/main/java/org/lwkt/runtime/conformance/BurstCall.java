// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.IpiFunction;
import org.lwkt.runtime.kernel.LwktThread;

/** {@code burst C N}: N messages in a row. */
final class BurstCall extends OperationCall {
    private final GlobalData target;
    private final int count;
    private final ScriptHandler handler;

    BurstCall(List<String> words, Replay replay) {
        super(words.get(0), replay);
        this.target = replay.kernel().cpu(Integer.parseInt(words.get(1)));
        this.count = Integer.parseInt(words.get(2));
        this.handler = ScriptHandler.of(replay, List.of("none"));
    }

    @Override
    Flow step(int number, GlobalData gd, LwktThread td) {
        if (number >= count) {
            return complete(td, null);
        }
        then(gd, number + 1);
        return gd.ipi().send(target, IpiFunction.EXTERNAL, handler, 0);
    }
}
