// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.List;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.diagnostics.Nearest;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Priority;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.model.ThreadFacts;
import org.lwkt.runtime.kernel.ThreadPriority;
import org.lwkt.runtime.trace.TraceNames;

/** What a thread is called, where it starts, and with which priority; priorities wherever they stand. */
public class ThreadChecks extends Checks {
    private static final String PREFIX = "TDPRI_";

    /** Or nobody could tell the two apart in a result. */
    @Check
    public void theNameIsNotThatOfAThreadOfTheKernel(ThreadDeclaration thread) {
        String name = thread.getName();
        if (name != null && TraceNames.isOfKernel(name)) {
            error(
                    "'" + name + "' is what a thread of the kernel itself is called: choose another name",
                    LwktPackage.Literals.THREAD_DECLARATION__NAME,
                    IssueCodes.IDLE_THREAD_NAME);
        }
    }

    @Check
    public void thePriorityIsKnown(Priority priority) {
        String name = priority.getName();
        if (name == null || ThreadFacts.priority(priority).isPresent()) {
            return;
        }
        List<String> names = ThreadPriority.names();
        String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        String message = names.contains(plain)
                ? "a priority is written without " + PREFIX + ": " + plain
                : "no priority is called '" + name + "'" + Nearest.hint(plain, names);
        error(
                message,
                LwktPackage.Literals.PRIORITY__NAME,
                IssueCodes.UNKNOWN_PRIORITY,
                Nearest.to(plain, names).stream().toArray(String[]::new));
    }

    @Check
    public void thePriorityIsInRange(Priority priority) {
        Long level = priority.getLevel();
        if (level != null && ThreadFacts.priority(priority).isEmpty()) {
            error(
                    "a priority is " + ThreadFacts.PRIORITY_LEAST + " .. " + ThreadPriority.MAX + ", not " + level,
                    LwktPackage.Literals.PRIORITY__LEVEL,
                    IssueCodes.PRIORITY_RANGE);
        }
    }
}
