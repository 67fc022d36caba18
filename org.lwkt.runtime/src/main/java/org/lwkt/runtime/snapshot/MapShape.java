// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps in the order of insertion, which is the only order that no hash code decides. */
final class MapShape extends Shape {
    @Override
    void save(Object object, Tape tape, Tracer tracer) {
        Map<?, ?> map = (Map<?, ?>) object;
        Object[] entries = new Object[2 * map.size()];
        int at = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            tracer.follow(entry.getKey());
            tracer.follow(entry.getValue());
            entries[at++] = entry.getKey();
            entries[at++] = entry.getValue();
        }
        tape.reference(entries);
    }

    @Override
    @SuppressWarnings("unchecked")
    void restore(Object object, Tape.Reader tape) {
        LinkedHashMap<Object, Object> map = (LinkedHashMap<Object, Object>) object;
        Object[] entries = (Object[]) tape.reference();
        map.clear();
        for (int at = 0; at < entries.length; at += 2) {
            map.put(entries[at], entries[at + 1]);
        }
    }

    @Override
    void hash(Object object, StateHasher hasher) {
        Map<?, ?> map = (Map<?, ?>) object;
        hasher.word(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            hasher.reference(entry.getKey());
            hasher.reference(entry.getValue());
        }
    }
}
