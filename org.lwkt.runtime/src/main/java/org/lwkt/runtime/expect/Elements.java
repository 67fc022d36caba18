// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lwkt.runtime.snapshot.Constant;

/** What a name stands for: one thread or resource, or all elements of an array, by their places in it. */
@Constant
final class Elements {
    private static final int NOWHERE = -1;

    private final List<String> names = new ArrayList<>();
    /** By number. */
    private final int[] places;

    /**
     * @param all the names of all threads, or of all resources, by number
     * @throws IllegalArgumentException if there is nothing of that name
     */
    Elements(String what, String name, List<String> all) {
        places = new int[all.size()];
        Arrays.fill(places, NOWHERE);
        for (int number = 0; number < places.length; number++) {
            String candidate = all.get(number);
            if (candidate.equals(name) || candidate.startsWith(name + "[")) {
                places[number] = names.size();
                names.add(candidate);
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no " + what + " is called " + name);
        }
    }

    int count() {
        return names.size();
    }

    /** The place of the thread or resource of that number, or a negative number. */
    int place(int number) {
        return number >= 0 && number < places.length ? places[number] : NOWHERE;
    }

    boolean contain(int number) {
        return place(number) >= 0;
    }

    String name(int place) {
        return names.get(place);
    }
}
