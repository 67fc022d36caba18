// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Operand;
import org.lwkt.runtime.program.Question;
import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.trace.TraceDetail;
import org.lwkt.runtime.trace.TraceEvent;

/** The CPUs, threads and resources that conditions ask about, and so the events that may change them. */
@Constant
final class Subjects {
    /** Events that change no state by themselves are left out. */
    static final Set<TraceEvent.Kind> KINDS = EnumSet.of(
            TraceEvent.Kind.SWITCH,
            TraceEvent.Kind.PREEMPT,
            TraceEvent.Kind.START,
            TraceEvent.Kind.END,
            TraceEvent.Kind.SLEEP,
            TraceEvent.Kind.WAKEUP,
            TraceEvent.Kind.TOKEN_WAIT,
            TraceEvent.Kind.WAKEUP_CALL,
            TraceEvent.Kind.SCHEDULE_CALL,
            TraceEvent.Kind.MARK);

    private final BitSet cpus = new BitSet();
    private final BitSet threads = new BitSet();
    private final BitSet resources = new BitSet();
    /** A token is taken and dropped without an event: whoever runs may be who does. */
    private boolean anybody;

    Subjects(List<Expr> conditions) {
        conditions.forEach(this::collect);
    }

    boolean concern(int cpu, int thread, long detail, TraceEvent.Kind kind) {
        if (anybody || cpu >= 0 && cpus.get(cpu) || thread >= 0 && threads.get(thread)) {
            return true;
        }
        return switch (kind) {
            case SLEEP, TOKEN_WAIT, WAKEUP_CALL -> detail > 0 && resources.get(TraceDetail.resourceNumber(detail));
            case PREEMPT -> threads.get((int) detail);
            default -> false;
        };
    }

    private void collect(Expr expression) {
        switch (expression) {
            case Expr.Binary it -> {
                collect(it.left());
                collect(it.right());
            }
            case Expr.Negated it -> collect(it.operand());
            case Expr.Not it -> collect(it.operand());
            case Expr.Element it -> collect(it.index());
            case Expr.Ask it -> collect(it);
            case Expr.Constant it -> {}
            case Expr.Local it -> {}
            case Expr.Index it -> {}
            case Expr.Draw it -> {}
            case Expr.Pick it -> {}
        }
    }

    private void collect(Expr.Ask ask) {
        anybody |= ask.question() == Question.HELD || ask.question() == Question.HOLDER;
        for (int index = 0; index < ask.arguments().size(); index++) {
            if (ask.arguments().get(index) instanceof Expr.Constant number && number.value() >= 0) {
                note(ask.question().argument(index), (int) number.value());
            } else {
                anybody = true;
            }
        }
    }

    private void note(Operand kind, int number) {
        if (kind == Operand.CPU) {
            cpus.set(number);
        } else if (kind == Operand.THREAD) {
            threads.set(number);
        } else {
            resources.set(number);
        }
    }
}
