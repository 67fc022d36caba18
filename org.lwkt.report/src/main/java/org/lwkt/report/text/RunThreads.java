// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.ThreadSpec;
import org.lwkt.runtime.trace.TraceNames;

/** What a scenario says about the threads that a trace names. */
final class RunThreads {
    private final Map<String, ThreadSpec> declared = new HashMap<>();
    private final Set<String> changeTheirPriority = new HashSet<>();

    RunThreads(Scenario scenario) {
        for (ThreadSpec thread : scenario.threads()) {
            boolean changesItsPriority = contains(thread.body(), Opcode.SETPRI_SELF);
            for (int index = 0; index < thread.threads(); index++) {
                declared.put(thread.nameOf(index), thread);
                if (changesItsPriority) {
                    changeTheirPriority.add(thread.nameOf(index));
                }
            }
        }
    }

    private static boolean contains(Program body, Opcode opcode) {
        for (int pc = 0; pc < body.size(); pc++) {
            if (body.opcode(pc) == opcode) {
                return true;
            }
        }
        return false;
    }

    /** Empty before the first switch of a CPU, which stands in its idle thread then. */
    boolean isIdle(String thread) {
        return thread.isEmpty() || TraceNames.isIdle(thread);
    }

    boolean isInterruptThread(String thread) {
        ThreadSpec spec = declared.get(thread);
        return spec != null && spec.kind() == ThreadSpec.Kind.INTERRUPT;
    }

    /** The priority that the thread has from its start to its end, or -1 where that is not certain. */
    int priority(String thread) {
        ThreadSpec spec = declared.get(thread);
        return spec == null || changeTheirPriority.contains(thread) ? -1 : spec.priority();
    }
}
