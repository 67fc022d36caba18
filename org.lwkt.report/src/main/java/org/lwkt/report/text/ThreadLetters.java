// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One capital letter per thread that ran, from its name where that is free. The 27th thread and those after it share
 * the sign {@link #MANY}.
 */
final class ThreadLetters {
    /** Several threads at once, or a thread without a letter of its own. */
    static final char MANY = '#';

    private final Map<String, Character> letters = new HashMap<>();
    private final List<String> inOrder = new ArrayList<>();
    private final boolean[] taken = new boolean[26];

    /** @param threads those that ran, the important ones first */
    ThreadLetters(List<String> threads) {
        for (String thread : threads) {
            if (inOrder.size() == taken.length) {
                break;
            }
            letters.put(thread, take(thread));
            inOrder.add(thread);
        }
    }

    private char take(String name) {
        for (int at = 0; at < name.length(); at++) {
            int letter = (name.charAt(at) | 0x20) - 'a';
            if (letter >= 0 && letter < taken.length && !taken[letter]) {
                taken[letter] = true;
                return (char) ('A' + letter);
            }
        }
        int free = 0;
        while (taken[free]) {
            free++;
        }
        taken[free] = true;
        return (char) ('A' + free);
    }

    char of(String thread) {
        return letters.getOrDefault(thread, MANY);
    }

    static char small(char letter) {
        return letter == MANY ? MANY : (char) (letter | 0x20);
    }

    /** The threads that have a letter, in the order of the constructor. */
    List<String> threads() {
        return inOrder;
    }
}
