// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.dsl.model.Kind;

/** What is known at a place, and what may stand there. */
final class Scope {
    /** Who runs the statements. */
    enum Mode {
        /** Nobody: an event. */
        NONE,
        /** Nobody: what is asked of a run. */
        EXPECTATION,
        KERNEL,
        INTERRUPT,
        USER,
        /** What an interrupt or a serializer calls; the variables around it are copies. */
        HANDLER,
        /** Under a lock with which nobody may sleep. */
        QUIET
    }

    final Mode mode;
    final int depth;
    final int cpus;
    final boolean inArray;

    /** Whether a CPU must be a number, and an index too. */
    final boolean constant;

    private final List<Named> known;

    private Scope(Mode mode, int depth, int cpus, boolean inArray, boolean constant, List<Named> known) {
        this.mode = mode;
        this.depth = depth;
        this.cpus = cpus;
        this.inArray = inArray;
        this.constant = constant;
        this.known = new ArrayList<>(known);
    }

    static Scope of(int cpus) {
        return new Scope(Mode.NONE, 0, cpus, false, true, List.of());
    }

    /** What is declared in the new one is not known here. */
    Scope inner() {
        return new Scope(mode, depth + 1, cpus, inArray, constant, known);
    }

    Scope in(Mode other) {
        return new Scope(other, depth, cpus, inArray, constant, known);
    }

    /** What is known may be read there, and not set. */
    Scope handler() {
        Scope inside = in(Mode.HANDLER);
        inside.known.replaceAll(
                it -> it.sort().equals("variable") ? new Named(it.name(), it.kind(), "copy", it.elements()) : it);
        return inside;
    }

    Scope body(Mode runner, boolean array) {
        return new Scope(runner, 0, cpus, array, false, known);
    }

    Scope onMachineOf(int others) {
        return new Scope(mode, depth, others, inArray, constant, known);
    }

    boolean isBody() {
        return mode != Mode.NONE && mode != Mode.EXPECTATION;
    }

    boolean isExpectation() {
        return mode == Mode.EXPECTATION;
    }

    void add(Named named) {
        known.add(named);
    }

    List<Named> of(Kind kind) {
        return known.stream().filter(it -> it.kind() == kind).toList();
    }

    List<Named> of(Kind kind, String sort) {
        return of(kind).stream().filter(it -> it.sort().equals(sort)).toList();
    }

    List<Named> all() {
        return List.copyOf(known);
    }

    int size() {
        return known.size();
    }

    /** Forgets what came behind the first ones. */
    void cut(int size) {
        known.subList(size, known.size()).clear();
    }
}
