// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.OptionalInt;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.Expectation;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.Migrate;
import org.lwkt.dsl.lwkt.Moment;
import org.lwkt.dsl.lwkt.MomentKind;
import org.lwkt.dsl.lwkt.OrderCondition;
import org.lwkt.dsl.lwkt.PanicCondition;
import org.lwkt.dsl.lwkt.PanicMoment;
import org.lwkt.dsl.lwkt.QuiescentCondition;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.SetPriority;
import org.lwkt.dsl.lwkt.ThreadCondition;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.ThreadMoment;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Flow;
import org.lwkt.dsl.model.ThreadFacts;
import org.lwkt.runtime.scenario.ThreadSpec;

/** Expectations that cannot be meant, because nothing can make them hold. */
public class ExpectationChecks extends Checks {
    @Check
    public void preemptionCanHappen(ThreadCondition condition) {
        ThreadDeclaration preemptor = Declarations.thread(condition.getSubject());
        ThreadDeclaration preempted = Declarations.thread(condition.getPreempted());
        if (preemptor == null || preempted == null) {
            return;
        }
        if (preemptor == preempted) {
            neverHolds("a thread cannot preempt itself", condition);
        } else if (!preemptor.isInterrupt()) {
            neverHolds("only interrupt threads preempt, and '" + preemptor.getName() + "' is none", condition);
        } else if (isSettled(preemptor) && isSettled(preempted)) {
            checkPreemption(preemptor, preempted, condition);
        }
    }

    private void checkPreemption(ThreadDeclaration preemptor, ThreadDeclaration preempted, ThreadCondition condition) {
        OptionalInt higher = ThreadFacts.priority(preemptor);
        OptionalInt lower = ThreadFacts.priority(preempted);
        OptionalInt cpu = ThreadFacts.cpu(preemptor);
        OptionalInt other = ThreadFacts.cpu(preempted);
        if (higher.isPresent() && lower.isPresent() && higher.getAsInt() <= lower.getAsInt()) {
            neverHolds(
                    "the priority of '" + preemptor.getName() + "', " + higher.getAsInt() + ", is not above that of '"
                            + preempted.getName() + "', " + lower.getAsInt(),
                    condition);
        } else if (isFixed(cpu) && isFixed(other) && cpu.getAsInt() != other.getAsInt()) {
            neverHolds(
                    "'" + preemptor.getName() + "' is on cpu " + cpu.getAsInt() + " and '" + preempted.getName()
                            + "' on cpu " + other.getAsInt(),
                    condition);
        }
    }

    @Check
    public void theEndIsReached(ThreadCondition condition) {
        ThreadDeclaration thread = Declarations.thread(condition.getSubject());
        if (condition.getPreempted() == null && thread != null) {
            checkEnds(thread, condition);
            checkLimit(condition.getLimit(), condition);
        }
    }

    @Check
    public void theOrderIsPossible(OrderCondition condition) {
        if (!(condition.getEarlier() instanceof ThreadMoment earlier)) {
            return;
        }
        ThreadDeclaration thread = Declarations.thread(earlier.getTarget());
        if (thread == null) {
            return;
        }
        if (earlier.getKind() == MomentKind.END) {
            checkEnds(thread, condition);
        }
        checkLimit(condition.getLimit(), condition);
        if (condition.getLater() instanceof ThreadMoment later && Declarations.thread(later.getTarget()) == thread) {
            if (earlier.getKind() == later.getKind()) {
                neverHolds("nothing happens before itself", condition);
            } else if (earlier.getKind() == MomentKind.END) {
                neverHolds("a thread does not end before it starts", condition);
            }
        }
    }

    @Check
    public void panicIsNotBeforeItself(PanicCondition condition) {
        Moment later = condition.getLater();
        if (later instanceof PanicMoment) {
            neverHolds("nothing happens before itself", condition);
        }
        checkLimit(condition.getLimit(), condition);
    }

    @Check
    public void thereIsOneEnd(ScenarioDeclaration scenario) {
        boolean panics = Declarations.expectations(scenario).stream()
                .anyMatch(it -> it.getCondition() instanceof PanicCondition panic
                        && panic.getLater() == null
                        && panic.getLimit() == null);
        for (Expectation expectation : Declarations.expectations(scenario)) {
            if (panics && expectation.getCondition() instanceof QuiescentCondition) {
                warning(
                        "a run that panics does not end quiescent: only one of both can hold",
                        expectation,
                        null,
                        IssueCodes.CONTRADICTION);
            }
        }
    }

    private void checkEnds(ThreadDeclaration thread, EObject condition) {
        if (thread.getBody() != null && !Flow.around(thread).canEnd(thread.getBody())) {
            neverHolds("'" + thread.getName() + "' never ends: its body loops forever", condition);
        }
    }

    private void checkLimit(Long limit, EObject condition) {
        if (limit != null && limit == 0) {
            neverHolds("nothing happens before 0", condition);
        }
    }

    /** Neither changes its priority nor its CPU. */
    private static boolean isSettled(ThreadDeclaration thread) {
        return EcoreUtil2.eAllOfType(thread, SetPriority.class).isEmpty()
                && EcoreUtil2.eAllOfType(thread, Invocation.class).isEmpty()
                && EcoreUtil2.eAllOfType(thread, Migrate.class).isEmpty();
    }

    private static boolean isFixed(OptionalInt cpu) {
        return cpu.isPresent() && cpu.getAsInt() != ThreadSpec.ANY_CPU;
    }
}
