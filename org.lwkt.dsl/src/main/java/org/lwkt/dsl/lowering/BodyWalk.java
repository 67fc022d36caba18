// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.Map;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Critical;
import org.lwkt.dsl.lwkt.Deschedule;
import org.lwkt.dsl.lwkt.Exit;
import org.lwkt.dsl.lwkt.Forever;
import org.lwkt.dsl.lwkt.Migrate;
import org.lwkt.dsl.lwkt.Repeat;
import org.lwkt.dsl.lwkt.Run;
import org.lwkt.dsl.lwkt.Schedule;
import org.lwkt.dsl.lwkt.SetPriority;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.Switch;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.ThreadRef;
import org.lwkt.dsl.lwkt.Wait;
import org.lwkt.dsl.lwkt.Yield;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.ThreadFacts;

/** Tells a sink the statements of a body. */
final class BodyWalk {
    private final Positions positions;
    private final Map<ThreadDeclaration, Integer> indices;

    /** @param indices of the scenario's threads */
    BodyWalk(Positions positions, Map<ThreadDeclaration, Integer> indices) {
        this.positions = positions;
        this.indices = indices;
    }

    void tell(Block block, BodySink sink) {
        block.getStatements().forEach(it -> tell(it, sink));
    }

    private void tell(Statement statement, BodySink sink) {
        sink.at(positions.of(statement));
        switch (statement) {
            case Run it -> sink.run(it.getDuration());
            case Yield it when it.isQuick() -> sink.yieldQuick();
            case Yield it -> sink.yieldThread();
            case Switch it -> sink.switchThread();
            case Wait it -> sink.awaitInterrupt();
            case Critical it -> sink.critical(body -> tell(it.getBody(), body));
            case Repeat it -> sink.repeat(it.getTurns(), body -> tell(it.getBody(), body));
            case Forever it -> sink.forever(body -> tell(it.getBody(), body));
            case Schedule it -> sink.schedule(index(it.getTarget()));
            case Deschedule it -> sink.deschedule(index(it.getTarget()));
            case SetPriority it ->
                sink.setPrioritySelf(ThreadFacts.priority(it.getPriority()).orElseThrow());
            case Migrate it -> sink.migrateCpu(Math.toIntExact(it.getCpu()));
            case Exit it -> sink.exit();
            default ->
                throw new IllegalStateException("a statement that cannot be lowered: "
                        + statement.eClass().getName());
        }
    }

    private int index(ThreadRef target) {
        return indices.get(Declarations.thread(target));
    }
}
