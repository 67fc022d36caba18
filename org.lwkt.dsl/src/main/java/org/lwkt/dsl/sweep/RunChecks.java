// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lwkt.runtime.scenario.Sweep;

/**
 * Which runs of a sweep are looked at when it is checked: all, or where they are many the first and last, and those in which
 * one parameter alone differs from them. Of a scenario that is very large only the first of these are taken, so that a check
 * never takes much longer than that of a large file. The others are refused when they run, if there is something wrong.
 */
public final class RunChecks {
    static final int ALL_MAX = 256;

    /** How many parts of the tree may be looked at in all runs together. */
    private static final int PARTS_MAX = 200_000;

    private static final int LEAST = 2;

    private RunChecks() {}

    /** @param parts of which the tree of a run consists */
    public static List<Integer> of(List<Sweep.Parameter> parameters, int parts) {
        int most = Math.max(LEAST, Math.min(2 * ALL_MAX, PARTS_MAX / Math.max(1, parts)));
        List<Integer> runs = of(parameters);
        if (runs.size() <= most) {
            return runs;
        }
        List<Integer> first = new ArrayList<>(runs.subList(0, most - 1));
        first.add(runs.getLast());
        return first;
    }

    private static List<Integer> of(List<Sweep.Parameter> parameters) {
        int size = parameters.stream().mapToInt(it -> it.values().size()).reduce(1, Math::multiplyExact);
        Set<Integer> runs = new HashSet<>();
        if (size <= ALL_MAX) {
            for (int run = 0; run < size; run++) {
                runs.add(run);
            }
        } else {
            int step = size;
            for (Sweep.Parameter parameter : parameters) {
                int values = parameter.values().size();
                step /= values;
                for (int value = 0; value < values && runs.size() < 2 * ALL_MAX; value++) {
                    runs.add(value * step);
                    runs.add(size - 1 - value * step);
                }
            }
        }
        List<Integer> ordered = new ArrayList<>(runs);
        ordered.sort(null);
        return ordered;
    }
}
