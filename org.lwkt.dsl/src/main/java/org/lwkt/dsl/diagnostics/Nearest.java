// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean ...?": the name that needs the fewest edits. */
public final class Nearest {
    private static final int LENGTH_MAX = 64;
    private static final int CANDIDATES_MAX = 10_000;

    private Nearest() {}

    /**
     * The candidate nearest to {@code name}, the first of equals, or the first of which it is a part, as HIGH is of INT_HIGH; empty
     * where none is near enough to be meant.
     */
    public static Optional<String> to(String name, Collection<String> candidates) {
        String best = null;
        int bestDistance = Math.max(1, name.length() / 3) + 1;
        if (name.length() > LENGTH_MAX || candidates.size() > CANDIDATES_MAX) {
            return Optional.empty();
        }
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - name.length()) < bestDistance && candidate.length() <= LENGTH_MAX) {
                int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
                // Nothing is left of the name where every letter changes.
                if (distance < bestDistance && distance < Math.max(name.length(), candidate.length())) {
                    best = candidate;
                    bestDistance = distance;
                }
            }
        }
        return best != null
                ? Optional.of(best)
                : candidates.stream().filter(it -> isPart(name, it)).findFirst();
    }

    private static boolean isPart(String name, String candidate) {
        String parts = "_" + candidate.toLowerCase(Locale.ROOT) + "_";
        return name.length() > 2 && parts.contains("_" + name.toLowerCase(Locale.ROOT) + "_");
    }

    /** {@code "; did you mean 'nic'?"}, or nothing. */
    public static String hint(String name, Collection<String> candidates) {
        return to(name, candidates).map(Nearest::hint).orElse("");
    }

    /** {@code "; did you mean 'nic'?"}. */
    public static String hint(String nearest) {
        return "; did you mean '" + nearest + "'?";
    }

    /** Insertions, deletions, replacements and exchanges of neighbours, one each. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
