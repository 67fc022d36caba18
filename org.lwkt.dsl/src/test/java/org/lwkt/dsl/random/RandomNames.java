// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.lwkt.dsl.model.Kind;

/** Names of declarations, words of the language among them, and references to what is known. */
final class RandomNames {
    private static final String PARAMETER = "ID";

    private final GrammarWalk walk;
    private final Random random;
    private final Set<String> words;
    private final Map<String, Set<String>> admitted = new HashMap<>();
    private final List<String> pool;
    private int numbered;
    private boolean beginsWithParameter;

    RandomNames(GrammarWalk walk, Random random) {
        this.walk = walk;
        this.random = random;
        words = walk.keywords();
        pool = new ArrayList<>(words.stream()
                .filter(it -> it.matches("[A-Za-z_]\\w*"))
                .sorted()
                .toList());
        Collections.shuffle(pool, random);
        register();
    }

    private void register() {
        for (Kind kind : Kind.values()) {
            if (!kind.isValue()) {
                String name = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT) + "Ref";
                walk.write(name, scope -> refer(kind, "ValidID", scope));
            }
        }
        walk.write("LeadingThreadRef", scope -> refer(Kind.THREAD, "LeadingID", scope));
        walk.write("Create.thread", scope -> refer(created(scope), "ValidID", scope));
        walk.write("InterruptEvent.target", scope -> refer(scope.of(Kind.THREAD, "interrupt"), "ValidID", scope));
        walk.write("StartEvent.target", scope -> refer(scope.of(Kind.THREAD, "nostart"), "ValidID", scope));
        walk.write("Lwpsignal.thread", scope -> refer(scope.of(Kind.THREAD, "user"), "ValidID", scope));
        walk.constantsOfParameters()
                .forEach((feature, constant) -> walk.write(feature, scope -> parameter(feature, constant, scope)));
    }

    /** One that nothing else has; a word of the language now and then. */
    String fresh() {
        if (random.nextInt(3) == 0 && !pool.isEmpty()) {
            return pool.removeLast();
        }
        return "n" + numbered++;
    }

    /** As it is written where the grammar has this rule for names. */
    String written(String name, String rule) {
        boolean needsCaret = words.contains(name)
                && !admitted.computeIfAbsent(rule, walk::words).contains(name);
        return (needsCaret ? "^" : "") + name;
    }

    private void parameter(String feature, String constant, Scope scope) {
        if (feature.endsWith(".untilParameter") && beginsWithParameter) {
            beginsWithParameter = false;
            throw new Impossible("a period that begins and ends at once");
        }
        Kind kind = switch (constant) {
            case "Time" -> Kind.TIME;
            case "Integer" -> Kind.INT;
            case "Fraction" -> null;
            default -> throw new IllegalStateException("what parameter stands for a " + constant + "?");
        };
        walk.token(written(pick(scope.of(kind, "parameter")).name(), PARAMETER));
        beginsWithParameter = feature.endsWith(".firstParameter") || feature.endsWith(".fromParameter");
    }

    /** Templates, and threads that could be ones. */
    private static List<Named> created(Scope scope) {
        List<Named> threads = new ArrayList<>(scope.of(Kind.THREAD, "template"));
        threads.addAll(scope.of(Kind.THREAD, "kernel"));
        return threads;
    }

    void refer(Kind kind, String rule, Scope scope) {
        if (kind == Kind.THREAD && scope.isBody() && rule.equals("ValidID") && random.nextInt(5) == 0) {
            walk.token("self");
            return;
        }
        refer(
                scope.of(kind).stream()
                        .filter(it ->
                                !it.sort().equals("template") && !it.sort().equals("parameter"))
                        .toList(),
                rule,
                scope);
    }

    /** An array as a whole is meant by expectations alone. */
    private void refer(List<Named> candidates, String rule, Scope scope) {
        Named chosen = pick(candidates);
        walk.token(written(chosen.name(), rule));
        if (chosen.isArray() && (!scope.isExpectation() || random.nextBoolean())) {
            walk.token("[");
            if (scope.isBody() && scope.inArray && random.nextBoolean()) {
                walk.token("index % " + chosen.elements());
            } else if (scope.isBody() && random.nextInt(4) == 0) {
                walk.token("uniform(0, " + chosen.elements() + " - 1)");
            } else {
                walk.token("0");
            }
            walk.token("]");
        }
    }

    <T> T pick(List<T> candidates) {
        if (candidates.isEmpty()) {
            throw new Impossible("nothing to choose from");
        }
        return candidates.get(random.nextInt(candidates.size()));
    }
}
