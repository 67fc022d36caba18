// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lwkt.dsl.lwkt.ThreadDeclaration;

/** What the bodies of a scenario wait for and with what held, and what they leave held: for mistakes that it takes two for. */
final class Takes {
    /** Such pairs are few; of thousands of them one is as good as all. */
    private static final int MOST = 2_000;

    /**
     * Who does something.
     *
     * @param element of an array of threads, or any number where all do the same
     */
    record Doer(ThreadDeclaration thread, long element) {}

    /**
     * A thread takes something, and waits where it is not free.
     *
     * @param path the way to it; only what it holds and decides counts
     */
    record Take(Thing thing, boolean shared, Doer doer, Findings.Site site, Path path) {}

    /** A thread ends with something held. */
    record Left(Hold hold, Doer doer, Findings.Site site, Path path, String what) {}

    private record Key(Thing thing, boolean shared, Doer doer, Findings.Site site) {}

    private final Map<Key, List<Take>> takes = new LinkedHashMap<>();
    private final List<Left> left = new ArrayList<>();
    private int count;

    void take(Thing thing, boolean shared, Doer doer, Findings.Site site, Path path) {
        List<Take> same = takes.computeIfAbsent(new Key(thing, shared, doer, site), key -> new ArrayList<>(1));
        if (!path.isDoubtful()
                && count < MOST
                && same.stream().noneMatch(it -> it.path().isLike(path))) {
            same.add(new Take(thing, shared, doer, site, path.copy()));
            count++;
        }
    }

    void leave(Left what) {
        if (!what.path().isDoubtful() && left.size() < MOST) {
            left.add(what);
        }
    }

    /** On paths that are sure to exist. */
    List<Take> all() {
        return takes.values().stream().flatMap(List::stream).toList();
    }

    List<Left> left() {
        return left;
    }
}
