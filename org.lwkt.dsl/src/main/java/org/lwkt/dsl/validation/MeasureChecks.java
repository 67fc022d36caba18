// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.OptionalLong;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.CountBounds;
import org.lwkt.dsl.lwkt.FractionBounds;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.MeasureCondition;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.TimeBounds;
import org.lwkt.dsl.model.Arrays;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Limits;
import org.lwkt.dsl.model.MachineFacts;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.source.TimeText;

/** What expectations measure, and the values that they compare it with. */
public class MeasureChecks extends Checks {
    /** In billionths. */
    private static final long ONE = 1_000_000_000;

    @Check
    public void theCpusExist(MeasureCondition condition) {
        ScenarioDeclaration scenario = Declarations.scenarioOf(condition);
        checkCpu(condition.getSource(), scenario, LwktPackage.eINSTANCE.getMeasureCondition_Source(), condition);
        checkCpu(condition.getCpu(), scenario, LwktPackage.eINSTANCE.getMeasureCondition_Cpu(), condition);
    }

    @Check
    public void theRangeHasValues(TimeBounds bounds) {
        range(bounds.getLeast(), bounds.getMost(), LwktPackage.eINSTANCE.getTimeBounds_Least(), bounds);
    }

    @Check
    public void theRangeHasValues(CountBounds bounds) {
        range(bounds.getLeast(), bounds.getMost(), LwktPackage.eINSTANCE.getCountBounds_Least(), bounds);
    }

    @Check
    public void theRangeHasValues(FractionBounds bounds) {
        range(bounds.getLeast(), bounds.getMost(), LwktPackage.eINSTANCE.getFractionBounds_Least(), bounds);
    }

    @Check
    public void theIntervalIsAPartOfTheRun(MeasureCondition condition) {
        if (condition.getFrom() == null || condition.getUntil() == null) {
            return;
        }
        if (condition.getUntil() <= condition.getFrom()) {
            error(
                    "nothing lies between these times: the second must be later than the first",
                    LwktPackage.eINSTANCE.getMeasureCondition_Until(),
                    IssueCodes.EMPTY_PERIOD);
            return;
        }
        MachineFacts machine = MachineFacts.of(Declarations.scenarioOf(condition));
        OptionalLong horizon = machine.horizonNs();
        if (horizon.isPresent() && condition.getUntil() > horizon.getAsLong()) {
            warning(
                    "this is undecided unless the run ends quiescent before: the horizon of " + machine.title() + " is "
                            + TimeText.of(horizon.getAsLong()),
                    LwktPackage.eINSTANCE.getMeasureCondition_Until(),
                    IssueCodes.BEYOND_HORIZON);
        }
    }

    @Check
    public void someValueIsWithinTheBounds(MeasureCondition condition) {
        Bounds bounds = Limits.of(condition).orElse(null);
        if (bounds == null || bounds.least() > bounds.most() && Limits.isRange(condition)) {
            return;
        }
        if (bounds.most() < 0 || bounds.least() > bounds.most()) {
            neverHolds("no " + title(condition) + " is like that", condition);
        } else if (condition.getTime() != null) {
            checkTime(bounds, condition);
        } else if (isShare(condition) && bounds.least() > ONE) {
            neverHolds("no " + title(condition) + " is more than 1", condition);
        }
    }

    private void checkTime(Bounds bounds, MeasureCondition condition) {
        MachineFacts machine = MachineFacts.of(Declarations.scenarioOf(condition));
        OptionalLong horizon = machine.horizonNs();
        if (horizon.isEmpty() || each(bounds, condition) <= horizon.getAsLong()) {
            checkInterval(bounds, condition);
            return;
        }
        String end = ": the run ends at " + TimeText.of(horizon.getAsLong()) + ", the horizon of " + machine.title();
        neverHolds(
                "cputime".equals(condition.getKind())
                        ? "a thread cannot use more time than there is" + end
                        : "nothing takes more time than there is" + end,
                condition);
    }

    /** Sums are cut at the ends of the interval; other times may have begun before it. */
    private void checkInterval(Bounds bounds, MeasureCondition condition) {
        boolean sum = "cputime".equals(condition.getKind());
        if (sum && condition.getFrom() != null && condition.getUntil() != null) {
            long length = condition.getUntil() - condition.getFrom();
            if (length > 0 && each(bounds, condition) > length) {
                neverHolds("a thread cannot use more time than lies between these two", condition);
            }
        }
    }

    /** What each thread needs at least, rounded up. */
    private static long each(Bounds bounds, MeasureCondition condition) {
        return bounds.least() <= 0 ? 0 : Math.ceilDiv(bounds.least(), threads(condition));
    }

    /** How many times are added up at most; those of tokens by how many threads there are. */
    private static long threads(MeasureCondition condition) {
        if ("total".equals(condition.getStatistic())) {
            long threads = 0;
            for (EObject thread : Declarations.threads(Declarations.scenarioOf(condition))) {
                threads += Arrays.elements(thread);
            }
            return Math.max(1, threads) * elements(condition.getToken());
        }
        return "cputime".equals(condition.getKind()) ? elements(condition.getTarget()) : 1;
    }

    private static int elements(Ref reference) {
        return reference == null || reference.getIndex() != null ? 1 : Arrays.elements(Declarations.symbol(reference));
    }

    private static boolean isShare(MeasureCondition condition) {
        return "utilisation".equals(condition.getKind()) || "fairness".equals(condition.getKind());
    }

    private static String title(MeasureCondition condition) {
        return switch (condition.getKind()) {
            case "cputime" -> "CPU time";
            case "switches", "interrupts" -> "number of " + condition.getKind();
            case "ipis" -> "number of IPIs";
            case "runnable" -> "number of threads";
            case "utilisation", "fairness" -> condition.getKind();
            default -> "count".equals(condition.getStatistic()) ? "count" : "time";
        };
    }

    private void range(Long least, Long most, EStructuralFeature feature, EObject bounds) {
        if (least != null && most != null && least > most) {
            error(
                    "this range has no values: the first must not be more than the second",
                    bounds,
                    feature,
                    IssueCodes.EMPTY_RANGE);
        }
    }
}
