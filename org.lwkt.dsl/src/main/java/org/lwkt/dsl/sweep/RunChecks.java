// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lwkt.runtime.scenario.Sweep;

/**
 * Which runs of a sweep are looked at when it is checked: all, or where they are many the first and last, and those in which
 * one parameter alone differs from them. The others are checked when they run.
 */
public final class RunChecks {
    static final int ALL_MAX = 256;

    private RunChecks() {}

    public static List<Integer> of(List<Sweep.Parameter> parameters) {
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
