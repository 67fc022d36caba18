// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.lwkt.runtime.kernel.SleepLookup;

/**
 * The vectors' sleep hash: J0 to J7 share one queue and some of its masks, so that they collide; everything else has a queue
 * and a mask of its own.
 */
final class VectorSleepLookup implements SleepLookup {
    /** The queue of J0 to J7. */
    static final int SHARED_QUEUE = 0;

    /** The masks of J0 to J7 are the first ones. */
    static final int SHARED_SLOTS = 6;

    /** A thread may be called J as well. */
    private static final Pattern COLLIDING = Pattern.compile("J[0-7]");

    private final Map<Object, Integer> slots = new HashMap<>();

    @Override
    public int slot(Object ident) {
        return slots.computeIfAbsent(ident, this::newSlot);
    }

    private int newSlot(Object ident) {
        if (ident instanceof String name && COLLIDING.matcher(name).matches()) {
            int number = name.charAt(1) - '0';
            return number < 4 ? number / 2 : number - 2;
        }
        return SHARED_SLOTS + slots.size();
    }

    @Override
    public int queue(int slot) {
        return slot < SHARED_SLOTS ? SHARED_QUEUE : slot;
    }
}
