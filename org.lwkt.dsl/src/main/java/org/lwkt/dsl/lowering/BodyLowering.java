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
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.ProgramBuilder;

/** The statements of a body as data. */
final class BodyLowering {
    private final Positions positions;
    private final Map<ThreadDeclaration, Integer> indices;

    /** @param indices of the scenario's threads */
    BodyLowering(Positions positions, Map<ThreadDeclaration, Integer> indices) {
        this.positions = positions;
        this.indices = indices;
    }

    void lower(Block block, ProgramBuilder out) {
        block.getStatements().forEach(it -> lower(it, out));
    }

    private void lower(Statement statement, ProgramBuilder out) {
        out.at(positions.of(statement));
        switch (statement) {
            case Run it -> out.run(it.getDuration());
            case Yield it -> out.call(it.isQuick() ? Opcode.YIELD_QUICK : Opcode.YIELD);
            case Switch it -> out.call(Opcode.SWITCH);
            case Wait it -> out.call(Opcode.WAIT);
            case Critical it -> out.critical(body -> lower(it.getBody(), body));
            case Repeat it -> out.repeat(it.getTurns(), body -> lower(it.getBody(), body));
            case Forever it -> out.forever(body -> lower(it.getBody(), body));
            case Schedule it -> out.call(Opcode.SCHEDULE, index(it.getTarget()));
            case Deschedule it -> out.call(Opcode.DESCHEDULE, index(it.getTarget()));
            case SetPriority it ->
                out.call(
                        Opcode.SETPRI_SELF,
                        ThreadFacts.priority(it.getPriority()).orElseThrow());
            case Migrate it -> out.call(Opcode.MIGRATE, Math.toIntExact(it.getCpu()));
            case Exit it -> out.exit();
            default ->
                throw new IllegalStateException("a statement that cannot be lowered: "
                        + statement.eClass().getName());
        }
    }

    private int index(ThreadRef target) {
        return indices.get(Declarations.thread(target));
    }
}
