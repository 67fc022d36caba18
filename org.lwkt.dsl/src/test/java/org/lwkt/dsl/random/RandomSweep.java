// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lwkt.dsl.model.Kind;

/** Parameters of a scenario, at most one of a kind, and at most four runs. */
final class RandomSweep {
    private final GrammarWalk walk;
    private final Random random;
    private final RandomNames names;
    private int written;

    RandomSweep(GrammarWalk walk, Random random, RandomNames names) {
        this.walk = walk;
        this.random = random;
        this.names = names;
    }

    /** @param small whether the machine has one CPU only, which no parameter may name another of */
    void write(Scope scope, boolean small) {
        if (random.nextInt(5) > 1) {
            return;
        }
        List<Runnable> ways = new ArrayList<>(List.of(
                () -> parameter(Kind.TIME, scope, pick("1ms", "1ms, 2ms")),
                () -> parameter(null, scope, pick("0.25, 1", "0.5")),
                () -> value(Kind.BOOL, scope, pick("true", "false, true")),
                () -> value(Kind.INT, scope, pick("- 1", "- 2, 3")),
                this::property));
        if (!small) {
            ways.add(() -> parameter(Kind.INT, scope, pick("1", "1, 2")));
        }
        // Of numbers there are the most places.
        if (random.nextBoolean()) {
            ways.removeLast().run();
        }
        Collections.shuffle(ways, random);
        ways.subList(0, written > 0 ? random.nextInt(2) : 1 + random.nextInt(2)).forEach(Runnable::run);
    }

    private void parameter(Kind kind, Scope scope, String list) {
        declare(kind, "parameter", scope, list);
    }

    /** One that stands in expressions alone. */
    private void value(Kind kind, Scope scope, String list) {
        declare(kind, "", scope, list);
    }

    private void declare(Kind kind, String sort, Scope scope, String list) {
        String name = names.fresh();
        separate();
        walk.token(names.written(name, "ID"));
        walk.token("in [ " + list + " ]");
        scope.add(new Named(name, kind, sort, null));
    }

    private void property() {
        separate();
        walk.token("machine . "
                + pick(
                        "cpus in [ 3, 4 ]",
                        "hz in [ 1000 ]",
                        "phase in [ 0s, 10us ]",
                        "ipi latency in [ 1us, 30us ]",
                        "horizon in [ 2ms, 3ms ]",
                        "seed in [ 7, 8 ]",
                        "budget steps in [ 3000 ]",
                        "budget steps at one instant in [ 3000 ]",
                        "invariants in [ true, false ]"));
    }

    private void separate() {
        walk.token(written++ == 0 ? "with" : ",");
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
