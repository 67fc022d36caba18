// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.List;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.diagnostics.Nearest;
import org.lwkt.dsl.diagnostics.Replacement;
import org.lwkt.dsl.lwkt.Create;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Lwpsignal;
import org.lwkt.dsl.lwkt.Priority;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.SignalNumber;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Signals;
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
                    LwktPackage.eINSTANCE.getThreadDeclaration_Name(),
                    IssueCodes.IDLE_THREAD_NAME);
        }
    }

    /** Who passes a template on to a procedure must know what that one does with it. */
    @Check
    public void templatesAreCreatedAndNothingElse(Ref reference) {
        ThreadDeclaration thread = Declarations.thread(reference);
        if (thread == null || reference.eContainer() instanceof Invocation) {
            return;
        }
        if (!(reference.eContainer() instanceof Create)) {
            if (ThreadFacts.isTemplate(thread)) {
                error(
                        "'" + thread.getName() + "' is a template, and no thread: 'create " + thread.getName()
                                + "' makes one and answers it",
                        reference,
                        null,
                        IssueCodes.TEMPLATE);
            }
        } else if (thread.isInterrupt()) {
            error(
                    "an interrupt thread is not created while the machine runs, and '" + thread.getName() + "' is one",
                    reference,
                    null,
                    IssueCodes.TEMPLATE);
        }
    }

    @Check
    public void theSignalIsKnown(SignalNumber signal) {
        if (ThreadFacts.signal(signal).isPresent()) {
            return;
        }
        if (signal.getName() != null) {
            error(
                    "no signal is called '" + signal.getName() + "'" + Nearest.hint(signal.getName(), Signals.names()),
                    LwktPackage.eINSTANCE.getSignalNumber_Name(),
                    IssueCodes.UNKNOWN_SIGNAL,
                    Replacement.nearest(signal.getName(), Signals.names()));
        } else if (signal.getNumber() != null) {
            error(
                    "a signal is 1 .. " + Signals.MAX + ", not " + signal.getNumber(),
                    LwktPackage.eINSTANCE.getSignalNumber_Number(),
                    IssueCodes.VALUE_RANGE);
        }
    }

    /** Threads of the kernel take none. */
    @Check
    public void signalsAreForUserThreads(Lwpsignal statement) {
        ThreadDeclaration thread = Declarations.thread(statement.getThread());
        if (thread != null && !thread.isUser()) {
            error(
                    "only a user thread takes signals, and '" + thread.getName() + "' is none",
                    LwktPackage.eINSTANCE.getLwpsignal_Thread(),
                    IssueCodes.OPTION);
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
                LwktPackage.eINSTANCE.getPriority_Name(),
                IssueCodes.UNKNOWN_PRIORITY,
                Replacement.nearest(plain, names));
    }

    @Check
    public void thePriorityIsInRange(Priority priority) {
        Long level = priority.getLevel();
        if (level != null && ThreadFacts.priority(priority).isEmpty()) {
            error(
                    "a priority is " + ThreadFacts.PRIORITY_LEAST + " .. " + ThreadPriority.MAX + ", not " + level,
                    LwktPackage.eINSTANCE.getPriority_Level(),
                    IssueCodes.PRIORITY_RANGE);
        }
    }
}
