// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.outcome.Wait;
import org.lwkt.runtime.source.SourcePosition;
import org.lwkt.runtime.source.TimeText;

/** Who waits for what at the end of a run, in words. */
final class WaitWords {
    /** More statements than these that could have ended a wait are only counted. */
    private static final int ENDERS_MOST = 4;

    private WaitWords() {}

    /** What the thread waits for, who holds it, and what could have ended the wait. */
    static List<String> lines(Wait wait, int columns) {
        List<String> lines = new ArrayList<>(Text.wrap(
                "thread " + Text.clean(wait.thread()) + " waits for " + what(wait) + " since "
                        + TimeText.of(wait.sinceNs()) + place(wait.position()),
                columns));
        for (Wait.Holder holder : wait.holders()) {
            lines.addAll(Text.wrap(
                    "  " + (wait.what() == Wait.What.REPLY ? "owed by " : "held by ") + Text.clean(holder.thread())
                            + ", which " + holder.state() + place(holder.position()),
                    columns));
        }
        if (!wait.what().hasHolder()) {
            lines.addAll(Text.wrap("  " + enders(wait), columns));
        }
        return lines;
    }

    private static String enders(Wait wait) {
        if (wait.enders().isEmpty()) {
            return "no statement of the scenario could have ended it";
        }
        List<String> places = wait.enders().stream()
                .limit(ENDERS_MOST)
                .map(it -> (it.thread().isEmpty() ? "an event" : Text.clean(it.thread())) + place(it.position()))
                .toList();
        int more = wait.enders().size() - places.size();
        return "could have been ended by " + String.join(", ", places) + (more > 0 ? " and " + more + " more" : "")
                + (wait.lastEndNs() < 0 ? "; none of it ever ran" : "; last tried at " + TimeText.of(wait.lastEndNs()));
    }

    private static String what(Wait wait) {
        String name = wait.resource().isEmpty() ? "" : " " + Text.clean(wait.resource());
        return switch (wait.what()) {
            case TOKEN -> "token" + name;
            case SPINLOCK -> "spinlock" + name;
            case SERIALIZER -> "serializer" + name;
            case LOCK -> "lock" + name;
            case PORT -> "a message on port" + name;
            case REPLY -> "the reply to message" + name;
            case CPU -> "other CPUs";
            case ACQUIRE -> "thread" + name + ", which was given away";
            case CHANNEL -> "a wakeup of" + name;
            case SCHEDULE -> "somebody to schedule it";
            case INTERRUPT -> "an interrupt";
        };
    }

    private static String place(SourcePosition position) {
        return position.isKnown() ? " (" + position + ")" : "";
    }
}
