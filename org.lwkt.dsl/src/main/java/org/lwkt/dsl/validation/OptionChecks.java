// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.AtPriority;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Nice;
import org.lwkt.dsl.lwkt.OnCpu;
import org.lwkt.dsl.lwkt.SimpleResource;
import org.lwkt.dsl.lwkt.StartTime;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.ThreadFlag;
import org.lwkt.dsl.lwkt.ThreadFlagKind;
import org.lwkt.dsl.lwkt.ThreadOption;
import org.lwkt.dsl.model.Arrays;
import org.lwkt.dsl.model.ThreadFacts;
import org.lwkt.runtime.scenario.ThreadSpec;

/** Sizes of arrays, and the options of threads: each once, each where it means something. */
public class OptionChecks extends Checks {
    @Check
    public void optionsAreGivenOnce(ThreadDeclaration thread) {
        checkUnique(
                thread.getOptions(),
                OptionChecks::keyword,
                null,
                name -> "'" + name + "'",
                IssueCodes.DUPLICATE_OPTION);
    }

    @Check
    public void onlyUserThreadsAreNice(Nice nice) {
        if (nice.eContainer() instanceof ThreadDeclaration thread && !thread.isUser()) {
            error(
                    "only a user thread has a nice value, and '" + thread.getName() + "' is none",
                    nice,
                    null,
                    IssueCodes.OPTION);
        }
    }

    @Check
    public void niceIsInRange(Nice nice) {
        if (nice.getLevel() != null && ThreadFacts.nice(nice).isEmpty()) {
            error(
                    "nice is " + ThreadSpec.NICE_MIN + " .. " + ThreadSpec.NICE_MAX + ", not "
                            + (nice.isBelow() ? "-" : "") + nice.getLevel(),
                    LwktPackage.Literals.NICE__LEVEL,
                    IssueCodes.NICE_RANGE);
        }
    }

    /** The kernel gives a user thread its priority, and starts an interrupt thread itself. */
    @Check
    public void optionsSuitTheThread(ThreadDeclaration thread) {
        for (ThreadOption option : thread.getOptions()) {
            if (thread.isInterrupt() && (option instanceof StartTime || isFlag(option, ThreadFlagKind.NOSTART))) {
                error("an interrupt thread is started by its interrupts", option, null, IssueCodes.OPTION);
            } else if (option instanceof StartTime && ThreadFacts.has(thread, ThreadFlagKind.NOSTART)) {
                error("'nostart' and a start time contradict each other", option, null, IssueCodes.OPTION);
            }
        }
    }

    @Check
    public void thePriorityIsKnownBeforeTheRun(AtPriority option) {
        if (option.getPriority() != null && option.getPriority().getValue() != null) {
            error(
                    "the priority that a thread starts with is a name or a number",
                    option.getPriority(),
                    null,
                    IssueCodes.OPTION);
        }
    }

    @Check
    public void theSizeIsInRange(ThreadDeclaration thread) {
        checkSize(
                thread.getSize(),
                thread,
                thread.getSizeParameter() == null
                        ? LwktPackage.Literals.THREAD_DECLARATION__SIZE
                        : LwktPackage.Literals.THREAD_DECLARATION__SIZE_PARAMETER);
    }

    @Check
    public void theSizeIsInRange(SimpleResource resource) {
        checkSize(
                resource.getSize(),
                resource,
                resource.getSizeParameter() == null
                        ? LwktPackage.Literals.SIMPLE_RESOURCE__SIZE
                        : LwktPackage.Literals.SIMPLE_RESOURCE__SIZE_PARAMETER);
    }

    private void checkSize(Long size, EObject array, EStructuralFeature feature) {
        if (size != null && (size < 1 || size > Arrays.SIZE_MAX)) {
            error(
                    "an array has 1 .. " + Arrays.SIZE_MAX + " elements, not " + size,
                    array,
                    feature,
                    IssueCodes.ARRAY_SIZE);
        }
    }

    private static boolean isFlag(ThreadOption option, ThreadFlagKind kind) {
        return option instanceof ThreadFlag flag && flag.getKind() == kind;
    }

    private static String keyword(ThreadOption option) {
        return switch (option) {
            case OnCpu it -> "on";
            case AtPriority it -> "at";
            case Nice it -> "nice";
            case StartTime it -> "start";
            case ThreadFlag it -> it.getKind().getLiteral();
            default -> "";
        };
    }
}
