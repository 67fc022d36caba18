// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.List;
import org.lwkt.dsl.lwkt.CpuSet;
import org.lwkt.dsl.lwkt.CpusyncCall;
import org.lwkt.dsl.lwkt.Create;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.IpiSend;
import org.lwkt.dsl.lwkt.IpiWait;
import org.lwkt.dsl.lwkt.Migrate;
import org.lwkt.dsl.lwkt.SetCall;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.Wakeup;

/** The CPUs that statements name. */
final class CpuNumbers {
    private CpuNumbers() {}

    /** Those of the statement itself, not of expressions or blocks in it. */
    static List<Expression> of(Statement statement) {
        return switch (Handlers.callOf(statement)) {
            case Migrate it -> some(it.getCpu());
            case Wakeup it -> some(it.getCpu());
            case Create it -> some(it.getCpu());
            case IpiSend it -> some(it.getCpu());
            case IpiWait it -> some(it.getCpu());
            case SetCall it -> of(it.getCpus());
            case CpusyncCall it -> of(it.getCpus());
            default -> List.of();
        };
    }

    private static List<Expression> of(CpuSet cpus) {
        return cpus == null ? List.of() : cpus.getNumbers();
    }

    private static List<Expression> some(Expression cpu) {
        return cpu == null ? List.of() : List.of(cpu);
    }
}
