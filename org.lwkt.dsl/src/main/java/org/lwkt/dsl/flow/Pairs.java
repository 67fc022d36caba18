// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.flow.Takes.Doer;
import org.lwkt.dsl.flow.Takes.Left;
import org.lwkt.dsl.flow.Takes.Take;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.model.Kind;
import org.lwkt.dsl.model.Places;
import org.lwkt.dsl.model.ThreadFacts;

/** Mistakes that it takes two threads for, or more: each may come, and need not. */
final class Pairs {
    private static final int CIRCLE_MAX = 5;
    private static final int EDGES_MAX = 400;

    private final Takes takes;
    private final ScenarioUse use;
    private final boolean oneCpu;
    private final Map<Thing, List<Take>> byThing = new HashMap<>();
    private final List<Finding> found = new ArrayList<>();

    Pairs(Takes takes, ScenarioUse use, boolean oneCpu) {
        this.takes = takes;
        this.use = use;
        this.oneCpu = oneCpu;
        takes.all()
                .forEach(it -> byThing.computeIfAbsent(it.thing(), key -> new ArrayList<>())
                        .add(it));
    }

    List<Finding> find() {
        takes.left().forEach(this::leftHeld);
        takes.all().forEach(this::waitsWithSpinlock);
        order();
        return found;
    }

    private void add(String code, Outcome outcome, Doer doer, EObject place, String message) {
        if (found.stream().noneMatch(it -> it.place() == place && it.code().equals(code))) {
            found.add(new Finding(code, outcome, false, doer.thread(), place, message));
        }
    }

    /** Somebody else who takes it, in a way that the hold is in the way of. */
    private Take other(Doer doer, Thing thing, boolean shared) {
        for (Take take : byThing.getOrDefault(thing, List.of())) {
            boolean other = !take.doer().equals(doer) || use.isSeveral(doer.thread());
            if (other && !(shared && take.shared())) {
                return take;
            }
        }
        return null;
    }

    private void leftHeld(Left left) {
        Take other = other(left.doer(), left.hold().thing(), left.hold().shared());
        if (other != null) {
            add(
                    IssueCodes.LEFT_HELD,
                    Outcome.DEADLOCK,
                    left.doer(),
                    left.site().place(),
                    left.what() + way(left.path(), left.site()) + ": who takes it then waits for ever, such as "
                            + who(other, left.doer()));
        }
    }

    private static String way(Path path, Findings.Site site) {
        return Findings.way(path, site.place());
    }

    private static String who(Take take, Doer reader) {
        return "'" + take.doer().thread().getName() + "' in "
                + Places.placeOf(take.site().at(), reader.thread());
    }

    private void waitsWithSpinlock(Take take) {
        Hold spin = take.path().last(Kind.SPINLOCK);
        Kind kind = take.thing().kind();
        // With one CPU, who has a token or spins runs.
        if (spin == null || kind == Kind.SPINLOCK || kind == Kind.TOKEN && oneCpu) {
            return;
        }
        Take other = other(take.doer(), take.thing(), take.shared());
        if (other != null) {
            add(
                    IssueCodes.SLEEP_WITH_SPINLOCK,
                    Outcome.PANIC,
                    take.doer(),
                    take.site().place(),
                    "spinlock " + spin.thing().title() + " is held, taken in "
                            + Places.placeOf(spin.at(), take.doer().thread()) + way(take.path(), take.site())
                            + ": the thread panics if it has to wait for " + kind.noun() + " "
                            + take.thing().title() + ", which is taken by " + who(other, take.doer()) + " too");
        }
    }

    /** One holds {@code from} and waits for what it takes. */
    private record Edge(Hold from, Take take) {}

    private void order() {
        Map<Thing, List<Edge>> edges = new HashMap<>();
        List<Edge> all = new ArrayList<>();
        for (Take take : takes.all()) {
            for (Hold hold : take.path().holds) {
                if (mayWaitForEachOther(hold.thing().kind(), take.thing().kind())
                        && !hold.thing().equals(take.thing())
                        && all.size() < EDGES_MAX) {
                    Edge edge = new Edge(hold, take);
                    all.add(edge);
                    edges.computeIfAbsent(hold.thing(), key -> new ArrayList<>())
                            .add(edge);
                }
            }
        }
        Set<Set<Thing>> known = new HashSet<>();
        for (Edge edge : all) {
            List<Edge> circle = new ArrayList<>(List.of(edge));
            if (closes(circle, edges)) {
                Set<Thing> things = new HashSet<>();
                circle.forEach(it -> things.add(it.take().thing()));
                if (known.add(things)) {
                    report(circle);
                }
            }
        }
    }

    /** Tokens are dropped by who blocks; who spins waits for nothing that sleeps. */
    private boolean mayWaitForEachOther(Kind held, Kind wanted) {
        if (held == Kind.TOKEN || wanted == Kind.TOKEN) {
            return false;
        }
        return held == Kind.SPINLOCK ? wanted == Kind.SPINLOCK && !oneCpu : wanted != Kind.SPINLOCK;
    }

    private boolean closes(List<Edge> circle, Map<Thing, List<Edge>> edges) {
        Edge first = circle.getFirst();
        Edge last = circle.getLast();
        for (Edge next : edges.getOrDefault(last.take().thing(), List.of())) {
            if (circle.contains(next)
                    || !goTogether(circle, next)
                    || next.from().shared() && last.take().shared()) {
                continue;
            }
            circle.add(next);
            boolean closed = next.take().thing().equals(first.from().thing())
                    && !(first.from().shared() && next.take().shared());
            if (closed || circle.size() < CIRCLE_MAX && closes(circle, edges)) {
                return true;
            }
            circle.removeLast();
        }
        return false;
    }

    /** Whether the threads are different ones, and nothing that they hold keeps one of them out. */
    private boolean goTogether(List<Edge> circle, Edge next) {
        for (Edge edge : circle) {
            Take one = edge.take();
            Take other = next.take();
            if (one.doer().equals(other.doer()) && !use.isSeveral(one.doer().thread())) {
                return false;
            }
            boolean guarded = one.path().holds.stream()
                    .anyMatch(a -> a.thing().kind() != Kind.TOKEN
                            && other.path().holds.stream()
                                    .anyMatch(b -> a.thing().equals(b.thing()) && !(a.shared() && b.shared())));
            if (guarded || one.thing().kind() == Kind.SPINLOCK && isOnOneCpu(one.doer(), other.doer())) {
                return false;
            }
        }
        return true;
    }

    private boolean isOnOneCpu(Doer one, Doer other) {
        return cpu(one.thread()).equals(cpu(other.thread())) && !use.movesThreads();
    }

    private static OptionalInt cpu(ThreadDeclaration thread) {
        return ThreadFacts.cpu(thread);
    }

    private void report(List<Edge> circle) {
        Edge last = circle.getLast();
        Doer doer = last.take().doer();
        StringBuilder others = new StringBuilder();
        for (Edge edge : circle.subList(0, circle.size() - 1)) {
            others.append(", and '")
                    .append(edge.take().doer().thread().getName())
                    .append("' for ")
                    .append(edge.take().thing().title())
                    .append(" in ")
                    .append(Places.placeOf(edge.take().site().at(), doer.thread()))
                    .append(" while it holds ")
                    .append(edge.from().thing().title());
        }
        Kind kind = last.take().thing().kind();
        add(
                IssueCodes.LOCK_ORDER,
                Outcome.DEADLOCK,
                doer,
                last.take().site().place(),
                "'" + doer.thread().getName() + "' may wait here for " + kind.noun() + " "
                        + last.take().thing().title() + " while it holds "
                        + last.from().thing().title() + ", taken in "
                        + Places.placeOf(last.from().at(), doer.thread()) + others
                        + ": so they may wait for each other for ever");
    }
}
