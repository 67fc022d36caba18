// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;

/**
 * How much warnings matter, by their codes; by default each is a warning. An error is one whatever anybody says: with it there is
 * nothing to run.
 */
@Singleton
public final class WarningLevels {
    /** The codes of all warnings, by name. */
    public static final List<String> CODES = List.of(
            IssueCodes.BEYOND_HORIZON,
            IssueCodes.CONTRADICTION,
            IssueCodes.EMPTY_FILE,
            IssueCodes.EMPTY_SCENARIO,
            IssueCodes.LEFT_HELD,
            IssueCodes.LOCK_ORDER,
            IssueCodes.LOCK_REQUEST,
            IssueCodes.NEVER_HAPPENS,
            IssueCodes.NEVER_HOLDS,
            IssueCodes.NEVER_RUNS,
            IssueCodes.NEVER_WOKEN,
            IssueCodes.NO_TURNS,
            IssueCodes.NOT_HELD,
            IssueCodes.NOT_INTERLOCKED,
            IssueCodes.PASSIVE_TO_SELF,
            IssueCodes.PORT_PANIC,
            IssueCodes.RELEASE_ORDER,
            IssueCodes.SELF_DEADLOCK,
            IssueCodes.SLEEP_WITH_SPINLOCK,
            IssueCodes.SWITCH_IN_HANDLER,
            IssueCodes.TAKEN_TWICE,
            IssueCodes.TIMELESS_LOOP,
            IssueCodes.TOO_MANY_TOKENS,
            IssueCodes.UNREACHABLE,
            IssueCodes.UNUSED_IMPORT,
            IssueCodes.UNUSED_MACHINE,
            IssueCodes.UNUSED_PARAMETER,
            IssueCodes.UNUSED_PROCEDURE,
            IssueCodes.UNUSED_RESOURCE,
            IssueCodes.UNUSED_VARIABLE);

    /** What a warning can be. */
    public enum Level {
        ERROR,
        WARNING,
        INFO,
        IGNORE;

        /** As users write it; empty where there is none of that name. */
        public static Optional<Level> named(String word) {
            for (Level level : values()) {
                if (level.word().equals(word)) {
                    return Optional.of(level);
                }
            }
            return Optional.empty();
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    // A language server is told while it validates.
    private volatile Map<String, Level> levels = Map.of();

    /** From now on. Codes that are left out are warnings; those that are none of {@link #CODES} do nothing. */
    public void set(Map<String, Level> newLevels) {
        levels = Map.copyOf(newLevels);
    }

    /** The issues as they are wanted. */
    public List<Issue> apply(List<Issue> issues) {
        Map<String, Level> wanted = levels;
        if (wanted.isEmpty()) {
            return issues;
        }
        List<Issue> applied = new ArrayList<>();
        for (Issue issue : issues) {
            Level level = issue.getSeverity() == Severity.WARNING && issue.getCode() != null
                    ? wanted.getOrDefault(issue.getCode(), Level.WARNING)
                    : Level.WARNING;
            if (level != Level.IGNORE) {
                if (level != Level.WARNING) {
                    ((Issue.IssueImpl) issue).setSeverity(Severity.valueOf(level.name()));
                }
                applied.add(issue);
            }
        }
        return applied;
    }
}
