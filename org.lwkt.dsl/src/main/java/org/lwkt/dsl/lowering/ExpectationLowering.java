// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.List;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.lwkt.dsl.lwkt.Condition;
import org.lwkt.dsl.lwkt.DeadlockCondition;
import org.lwkt.dsl.lwkt.LostWakeupCondition;
import org.lwkt.dsl.lwkt.MarkMoment;
import org.lwkt.dsl.lwkt.MeasureCondition;
import org.lwkt.dsl.lwkt.MigrateMoment;
import org.lwkt.dsl.lwkt.MomentKind;
import org.lwkt.dsl.lwkt.OrderCondition;
import org.lwkt.dsl.lwkt.PanicCondition;
import org.lwkt.dsl.lwkt.QuiescentCondition;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.StateCondition;
import org.lwkt.dsl.lwkt.ThreadCondition;
import org.lwkt.dsl.lwkt.ThreadMoment;
import org.lwkt.dsl.lwkt.WakeupMoment;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Limits;
import org.lwkt.runtime.expect.Ending;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.expect.Interval;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.source.SourcePosition;

/** An expectation as data. */
final class ExpectationLowering {
    private final ElementConditions conditions;
    private final SourcePosition position;
    private final String text;

    private ExpectationLowering(ElementConditions conditions, SourcePosition position, String text) {
        this.conditions = conditions;
        this.position = position;
        this.text = text;
    }

    static Expectation lower(org.lwkt.dsl.lwkt.Expectation expectation, Numbering numbers, Positions positions) {
        Condition condition = expectation.getCondition();
        String text = NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(condition));
        return new ExpectationLowering(new ElementConditions(numbers), positions.of(expectation), text)
                .lower(condition);
    }

    private Expectation lower(Condition condition) {
        return switch (condition) {
            case ThreadCondition it
            when it.getPreempted() != null ->
                new Expectation.Preempts(name(it.getSubject()), name(it.getPreempted()), position, text);
            case ThreadCondition it -> before(new Moment.End(name(it.getSubject())), null, it.getLimit());
            case OrderCondition it -> before(moment(it.getEarlier()), it.getLater(), it.getLimit());
            case PanicCondition it
            when it.getLater() != null || it.getLimit() != null ->
                before(new Moment.Panic(), it.getLater(), it.getLimit());
            case PanicCondition it ->
                new Expectation.Panics(it.getMessage() == null ? "" : it.getMessage(), position, text);
            case MeasureCondition it ->
                new Expectation.Total(
                        Measures.of(it),
                        it.getFrom() == null ? Interval.RUN : new Interval(it.getFrom(), it.getUntil()),
                        Limits.of(it).orElseThrow(),
                        position,
                        text);
            case StateCondition it -> state(it);
            case QuiescentCondition it -> new Expectation.Ends(Ending.QUIESCENT, position, text);
            case DeadlockCondition it -> new Expectation.Ends(Ending.DEADLOCK, position, text);
            case LostWakeupCondition it -> new Expectation.LostWakeup(name(it.getTarget()), position, text);
            default ->
                throw new IllegalStateException("an expectation that cannot be lowered: "
                        + condition.eClass().getName());
        };
    }

    private Expectation before(Moment earlier, org.lwkt.dsl.lwkt.Moment later, Long limitNs) {
        return later == null
                ? new Expectation.BeforeTime(earlier, limitNs, position, text)
                : new Expectation.Before(earlier, moment(later), position, text);
    }

    private Expectation state(StateCondition condition) {
        List<Expr> each = conditions.forEachElement(condition.getTruth());
        return switch (condition.getWhen()) {
            case "always" -> new Expectation.Always(each, position, text);
            case "never" -> new Expectation.Never(each, position, text);
            case "eventually" ->
                new Expectation.Eventually(
                        each, condition.getTime() == null ? Long.MAX_VALUE : condition.getTime(), position, text);
            default -> new Expectation.At(condition.getTime(), each, position, text);
        };
    }

    private static Moment moment(org.lwkt.dsl.lwkt.Moment moment) {
        return switch (moment) {
            case ThreadMoment it when it.getKind() == MomentKind.START -> new Moment.Start(name(it.getTarget()));
            case ThreadMoment it -> new Moment.End(name(it.getTarget()));
            case MarkMoment it -> new Moment.Mark(it.getMark());
            case WakeupMoment it -> new Moment.Wakeup(name(it.getChannel()));
            case MigrateMoment it -> new Moment.Migrate(name(it.getTarget()));
            default -> new Moment.Panic();
        };
    }

    /** Of a thread or a resource; an array without an index stands for all of its elements. */
    static String name(Ref reference) {
        String name = Declarations.nameOf(Declarations.symbol(reference));
        return reference.getIndex() == null
                ? name
                : name + "[" + Constants.of(reference.getIndex()).orElseThrow() + "]";
    }
}
