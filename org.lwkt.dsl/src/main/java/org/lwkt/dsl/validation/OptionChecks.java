// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.ArrayResource;
import org.lwkt.dsl.lwkt.AtPriority;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Nice;
import org.lwkt.dsl.lwkt.OnCpu;
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
                    LwktPackage.eINSTANCE.getNice_Level(),
                    IssueCodes.NICE_RANGE);
        }
    }

    /** The kernel gives a user thread its priority, and starts an interrupt thread itself. */
    @Check
    public void optionsSuitTheThread(ThreadDeclaration thread) {
        for (ThreadOption option : thread.getOptions()) {
            if (isFlag(option, ThreadFlagKind.TEMPLATE)) {
                checkTemplate(thread, option);
            } else if (thread.isInterrupt()
                    && (option instanceof StartTime || isFlag(option, ThreadFlagKind.NOSTART))) {
                error("an interrupt thread is started by its interrupts", option, null, IssueCodes.OPTION);
            } else if (option instanceof StartTime && ThreadFacts.has(thread, ThreadFlagKind.NOSTART)) {
                error("'nostart' and a start time contradict each other", option, null, IssueCodes.OPTION);
            }
        }
    }

    private void checkTemplate(ThreadDeclaration thread, ThreadOption option) {
        if (thread.isInterrupt()) {
            error("an interrupt thread is not created while the machine runs", option, null, IssueCodes.OPTION);
        } else if (ThreadFacts.has(thread, ThreadFlagKind.NOSTART)
                || ThreadFacts.option(thread, StartTime.class).isPresent()) {
            error(
                    "a template is no thread: what is created of it is runnable at once",
                    option,
                    null,
                    IssueCodes.OPTION);
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
                        ? LwktPackage.eINSTANCE.getThreadDeclaration_Size()
                        : LwktPackage.eINSTANCE.getThreadDeclaration_SizeParameter());
    }

    @Check
    public void theSizeIsInRange(ArrayResource resource) {
        checkSize(
                resource.getSize(),
                resource,
                resource.getSizeParameter() == null
                        ? LwktPackage.eINSTANCE.getArrayResource_Size()
                        : LwktPackage.eINSTANCE.getArrayResource_SizeParameter());
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
