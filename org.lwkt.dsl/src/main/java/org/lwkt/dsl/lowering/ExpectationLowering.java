// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.lwkt.dsl.lwkt.Condition;
import org.lwkt.dsl.lwkt.CpuTimeCondition;
import org.lwkt.dsl.lwkt.DeadlockCondition;
import org.lwkt.dsl.lwkt.LostWakeupCondition;
import org.lwkt.dsl.lwkt.MarkMoment;
import org.lwkt.dsl.lwkt.MomentKind;
import org.lwkt.dsl.lwkt.OrderCondition;
import org.lwkt.dsl.lwkt.PanicCondition;
import org.lwkt.dsl.lwkt.QuiescentCondition;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.SwitchesCondition;
import org.lwkt.dsl.lwkt.ThreadCondition;
import org.lwkt.dsl.lwkt.ThreadMoment;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Limits;
import org.lwkt.runtime.expect.Ending;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.source.SourcePosition;

/** An expectation as data. */
final class ExpectationLowering {
    private final SourcePosition position;
    private final String text;

    private ExpectationLowering(SourcePosition position, String text) {
        this.position = position;
        this.text = text;
    }

    static Expectation lower(org.lwkt.dsl.lwkt.Expectation expectation, Positions positions) {
        Condition condition = expectation.getCondition();
        String text = NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(condition));
        return new ExpectationLowering(positions.of(expectation), text).lower(condition);
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
            case CpuTimeCondition it ->
                new Expectation.Total(
                        new Measure.CpuTime(name(it.getTarget())),
                        Limits.of(it.getBounds()).orElseThrow(),
                        position,
                        text);
            case SwitchesCondition it ->
                new Expectation.Total(
                        it.getTarget() == null
                                ? new Measure.SwitchesOfCpu(Math.toIntExact(it.getCpu()))
                                : new Measure.SwitchesToThread(name(it.getTarget())),
                        Limits.of(it.getBounds()).orElseThrow(),
                        position,
                        text);
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

    private static Moment moment(org.lwkt.dsl.lwkt.Moment moment) {
        if (moment instanceof ThreadMoment it) {
            String thread = name(it.getTarget());
            return it.getKind() == MomentKind.START ? new Moment.Start(thread) : new Moment.End(thread);
        }
        return moment instanceof MarkMoment it ? new Moment.Mark(it.getMark()) : new Moment.Panic();
    }

    static String name(Ref reference) {
        String name = Declarations.thread(reference).getName();
        return reference.getIndex() == null
                ? name
                : name + "[" + Constants.of(reference.getIndex()).orElseThrow() + "]";
    }
}
