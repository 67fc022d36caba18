// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** The names that somebody may have meant. */
final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    /** At most three, the nearest first; none where nothing is near. */
    static List<String> to(String wanted, Collection<String> names) {
        List<String> near = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            if (isNear(wanted, name)) {
                near.add(name);
            }
        }
        near.sort((a, b) -> Integer.compare(distance(wanted, a), distance(wanted, b)));
        return near.subList(0, Math.min(MOST, near.size()));
    }

    private static boolean isNear(String wanted, String name) {
        String a = wanted.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        return (!a.isEmpty() && b.contains(a)) || distance(a, b) <= Math.max(2, Math.max(a.length(), b.length()) / 3);
    }

    /** Edit distance: letters to insert, remove or replace. */
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int column = 0; column <= b.length(); column++) {
            before[column] = column;
        }
        for (int row = 1; row <= a.length(); row++) {
            int[] current = new int[b.length() + 1];
            current[0] = row;
            for (int column = 1; column <= b.length(); column++) {
                int replaced = before[column - 1] + (a.charAt(row - 1) == b.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(before[column], current[column - 1]));
            }
            before = current;
        }
        return before[b.length()];
    }
}
