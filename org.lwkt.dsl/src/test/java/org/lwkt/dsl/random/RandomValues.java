// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lwkt.dsl.model.Kind;

/** Expressions of a kind. */
final class RandomValues {
    private static final int DEPTH_MAX = 3;

    private final GrammarWalk walk;
    private final Random random;
    private final RandomNames names;
    private final RandomConstants constants;

    RandomValues(GrammarWalk walk, Random random, RandomNames names, RandomConstants constants) {
        this.walk = walk;
        this.random = random;
        this.names = names;
        this.constants = constants;
        walk.write("TimeValue", scope -> value(Kind.TIME, scope));
        walk.write("CountValue", scope -> value(Kind.INT, scope));
        walk.write("Truth", scope -> value(Kind.BOOL, scope));
    }

    /** A value of any kind. */
    Kind any(Scope scope) {
        Kind kind = List.of(Kind.INT, Kind.TIME, Kind.BOOL, Kind.THREAD).get(random.nextInt(4));
        value(kind, scope);
        return kind;
    }

    void value(Kind kind, Scope scope) {
        value(kind, scope, random.nextInt(DEPTH_MAX));
    }

    private void value(Kind kind, Scope scope, int depth) {
        List<Runnable> ways = new ArrayList<>();
        ways.add(() -> variable(kind, scope));
        switch (kind) {
            case INT -> numbers(ways, scope, depth);
            case TIME -> times(ways, scope, depth);
            case BOOL -> truths(ways, scope, depth);
            case THREAD -> threads(ways, scope);
            default -> {
                ways.add(() -> names.refer(kind, "ExpressionID", scope));
                if (kind.isAnswered()) {
                    ways.add(() -> walk.token("none"));
                }
            }
        }
        Collections.shuffle(ways, random);
        for (Runnable way : ways) {
            if (walk.tries(way, scope)) {
                return;
            }
        }
        throw new Impossible("no " + kind.noun());
    }

    /** Variables, and parameters of scenarios and procedures. */
    private void variable(Kind kind, Scope scope) {
        Named chosen = names.pick(scope.of(kind).stream()
                .filter(it -> it.kind().isValue() || it.sort().equals("variable"))
                .toList());
        walk.token(names.written(chosen.name(), "ExpressionID"));
    }

    private void numbers(List<Runnable> ways, Scope scope, int depth) {
        ways.add(() -> walk.token(String.valueOf(random.nextInt(7))));
        ways.add(() -> call("cpu_of", Kind.THREAD, scope));
        ways.add(() -> call("priority", Kind.THREAD, scope));
        ways.add(() -> call("sleepers", Kind.CHANNEL, scope));
        ways.add(() -> ofCpu("runnable", scope));
        ways.add(() -> walk.plain("ErrnoValue", scope));
        if (scope.isBody()) {
            ways.add(() -> walk.token("mycpu"));
            ways.add(() -> draw(Kind.INT, scope, depth));
        }
        if (scope.inArray && scope.isBody()) {
            ways.add(() -> walk.token("index"));
        }
        if (depth > 0) {
            ways.add(() -> between(Kind.INT, pick("+", "-", "*"), Kind.INT, scope, depth));
            ways.add(() -> by(Kind.INT, pick("/", "%"), scope, depth));
            ways.add(() -> between(Kind.TIME, "/", null, scope, depth));
            ways.add(() -> negative(Kind.INT, scope, depth));
        }
    }

    private void times(List<Runnable> ways, Scope scope, int depth) {
        ways.add(() -> walk.token(constants.time()));
        if (scope.isBody()) {
            ways.add(() -> draw(Kind.TIME, scope, depth));
        }
        if (scope.isBody() && depth > 0) {
            ways.add(() -> walk.token("now % 100us"));
        }
        if (depth > 0) {
            ways.add(() -> between(Kind.TIME, "+", Kind.TIME, scope, depth));
            ways.add(() -> between(Kind.TIME, "%", null, scope, depth));
            ways.add(() -> by(Kind.TIME, pick("*", "/"), scope, depth));
        }
    }

    private void truths(List<Runnable> ways, Scope scope, int depth) {
        ways.add(() -> walk.token(pick("true", "false")));
        ways.add(() -> call(pick("running", "asleep", "started", "ended"), Kind.THREAD, scope));
        ways.add(() -> held(scope));
        ways.add(() -> call("checkmsg", Kind.MESSAGE, scope));
        ways.add(() -> between(Kind.THREAD, pick("is", "==", "!="), Kind.THREAD, scope, depth));
        ways.add(() -> compare(Kind.INT, scope, depth));
        if (scope.isBody()) {
            ways.add(() -> {
                walk.token("now");
                walk.token(pick("<", "<=", ">", ">="));
                walk.token(constants.time());
            });
            ways.add(() -> compare(Kind.TIME, scope, depth));
            ways.add(() -> draw(Kind.BOOL, scope, depth));
        }
        if (depth > 0) {
            ways.add(() -> between(Kind.BOOL, pick("and", "or", "==", "!="), Kind.BOOL, scope, depth));
            ways.add(() -> {
                walk.token("not");
                nested(Kind.BOOL, scope, depth);
            });
        }
    }

    private void threads(List<Runnable> ways, Scope scope) {
        ways.add(() -> names.refer(Kind.THREAD, "ExpressionID", scope));
        ways.add(() -> ofCpu("current", scope));
        ways.add(() -> {
            walk.token("holder (");
            lock(scope);
            walk.token(")");
        });
        ways.add(() -> walk.token("none"));
        if (scope.isBody()) {
            ways.add(() -> walk.token("self"));
        }
    }

    private void compare(Kind kind, Scope scope, int depth) {
        between(kind, pick("==", "!=", "<", "<=", ">", ">="), kind, scope, depth);
    }

    /** @param right {@code null}: a time that is not 0 */
    private void between(Kind left, String operator, Kind right, Scope scope, int depth) {
        nested(left, scope, depth);
        walk.token(operator);
        if (right == null) {
            walk.token(constants.time());
        } else {
            nested(right, scope, depth);
        }
    }

    /** By a number that is not 0. */
    private void by(Kind left, String operator, Scope scope, int depth) {
        nested(left, scope, depth);
        walk.token(operator);
        walk.token(String.valueOf(1 + random.nextInt(3)));
    }

    private void negative(Kind kind, Scope scope, int depth) {
        walk.token("-");
        nested(kind, scope, depth);
    }

    private void nested(Kind kind, Scope scope, int depth) {
        walk.token("(");
        value(kind, scope, depth - 1);
        walk.token(")");
    }

    private void call(String question, Kind kind, Scope scope) {
        walk.token(question);
        walk.token("(");
        names.refer(kind, "ValidID", scope);
        walk.token(")");
    }

    private void ofCpu(String question, Scope scope) {
        walk.token(question + " ( cpu");
        walk.rule("CpuNumber", scope);
        walk.token(")");
    }

    private void lock(Scope scope) {
        List<Kind> locks = Arrays.stream(Kind.values()).filter(Kind::isLock).toList();
        names.refer(locks.get(random.nextInt(locks.size())), "ExpressionID", scope);
    }

    private void held(Scope scope) {
        lock(scope);
        walk.token("held");
        if (random.nextBoolean()) {
            walk.token("by");
            names.refer(Kind.THREAD, "ValidID", scope);
        }
    }

    private void draw(Kind kind, Scope scope, int depth) {
        String small = kind == Kind.TIME ? pick("1us", "5us") : String.valueOf(random.nextInt(3));
        String large = kind == Kind.TIME ? pick("40us", "90us") : String.valueOf(3 + random.nextInt(3));
        String distribution = kind == Kind.BOOL ? "oneof" : pick("uniform", "normal", "exponential", "oneof");
        walk.token(distribution);
        walk.token("(");
        switch (distribution) {
            case "oneof" -> {
                value(kind, scope, depth - 1);
                for (int i = random.nextInt(3); i > 0; i--) {
                    walk.token(",");
                    value(kind, scope, depth - 1);
                }
            }
            case "exponential" -> walk.token(large);
            case "uniform" -> walk.token(small + ", " + large);
            default -> walk.token(large + ", " + small);
        }
        walk.token(")");
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
