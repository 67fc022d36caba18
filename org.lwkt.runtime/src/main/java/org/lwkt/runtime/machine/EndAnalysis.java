// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.outcome.Wait;

/** How a run ended in which nothing more can happen: who waits for what, and whether somebody is to blame. */
final class EndAnalysis {
    private final ThreadTable threads;
    private final ThreadWaits waits;

    EndAnalysis(ThreadTable threads, Resources resources, List<ScriptedEvent> script, SimCpu[] cpus) {
        this.threads = threads;
        waits = new ThreadWaits(threads, resources, script, cpus);
    }

    /** An end whose reason and waits are found; time and place are left to the caller. */
    record Finding(RunEnd.Reason reason, List<Wait> waits) {}

    Finding find() {
        List<Found> found = new ArrayList<>();
        for (int number = 0; number < threads.end(); number++) {
            SimThread thread = threads.get(number);
            Wait wait = thread == null ? null : waits.of(thread);
            if (wait != null) {
                found.add(new Found(wait, thread.config.daemon()));
            }
        }
        if (found.stream().anyMatch(it -> it.what.what().hasHolder())) {
            return finding(RunEnd.Reason.DEADLOCK, found, it -> it.what.what().hasHolder());
        }
        if (found.stream().anyMatch(Found::isLost)) {
            return finding(RunEnd.Reason.LOST_WAKEUP, found, Found::isLost);
        }
        return new Finding(RunEnd.Reason.QUIESCENT, List.of());
    }

    private static Finding finding(RunEnd.Reason reason, List<Found> found, Predicate<Found> isToBlame) {
        List<Wait> ordered = found.stream()
                .filter(it -> isToBlame.test(it) || it.isLost())
                .sorted(Comparator.comparing((Found it) -> !isToBlame.test(it)))
                .map(Found::what)
                .toList();
        return new Finding(reason, ordered);
    }

    private record Found(Wait what, boolean daemon) {
        /** Whether it was to be woken up by somebody and never will be. */
        boolean isLost() {
            return !daemon && what.what().isForWakeup();
        }
    }
}
