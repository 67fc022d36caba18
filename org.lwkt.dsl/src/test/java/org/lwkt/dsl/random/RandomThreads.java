// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lwkt.dsl.lwkt.ThreadFlagKind;
import org.lwkt.dsl.model.Kind;
import org.lwkt.dsl.random.Scope.Mode;

/** Threads of a scenario: their names first, so that each may refer to all, then what they are. */
final class RandomThreads {
    private final GrammarWalk walk;
    private final Random random;
    private final RandomNames names;
    private final List<String> options;

    RandomThreads(GrammarWalk walk, Random random, RandomNames names) {
        this.walk = walk;
        this.random = random;
        this.names = names;
        options = walk.choices("ThreadOption");
    }

    List<Named> declare(Scope scope) {
        List<Named> threads = new ArrayList<>();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            String sort = List.of("kernel", "kernel", "kernel", "nostart", "interrupt", "support", "user", "template")
                    .get(random.nextInt(8));
            Named thread = new Named(names.fresh(), Kind.THREAD, sort, size(names, random, scope));
            threads.add(thread);
            scope.add(thread);
        }
        return threads;
    }

    /** Of an array, as it is written; {@code null} of none. */
    static String size(RandomNames names, Random random, Scope scope) {
        List<Named> parameters = scope.of(Kind.INT, "parameter");
        if (!parameters.isEmpty() && random.nextInt(4) == 0) {
            return names.written(parameters.getFirst().name(), "ID");
        }
        return random.nextInt(3) == 0 ? 1 + random.nextInt(3) + "" : null;
    }

    void write(Named thread, Scope scope) {
        if (random.nextInt(5) == 0) {
            walk.token("/** Documented. */");
        }
        if (List.of("interrupt", "support", "user").contains(thread.sort())) {
            walk.token(thread.sort());
        }
        walk.token("thread");
        walk.token(names.written(thread.name(), "ValidID"));
        if (thread.isArray()) {
            walk.token("[ " + thread.elements() + " ]");
        }
        boolean array = thread.isArray();
        options(thread, scope, array);
        walk.rule("Block", scope.body(mode(thread), array));
    }

    private static Mode mode(Named thread) {
        return switch (thread.sort()) {
            case "interrupt" -> Mode.INTERRUPT;
            case "user" -> Mode.USER;
            default -> Mode.KERNEL;
        };
    }

    private void options(Named thread, Scope scope, boolean array) {
        boolean starts = !List.of("interrupt", "template", "nostart").contains(thread.sort());
        for (String option : options) {
            boolean fits = switch (option) {
                case "Nice" -> thread.sort().equals("user");
                case "StartTime" -> starts;
                default -> true;
            };
            if (option.equals("ThreadFlag")) {
                flag(thread);
            } else if (fits && random.nextInt(3) == 0) {
                walk.tries(() -> walk.rule(option, array ? scope.body(Mode.NONE, true) : scope), scope);
                starts &= !option.equals("StartTime");
            }
        }
    }

    private void flag(Named thread) {
        String flag = "";
        if (List.of("template", "nostart").contains(thread.sort())) {
            flag = thread.sort();
        }
        walk.token(flag.isEmpty() ? "\n" : flag);
        if (random.nextInt(3) == 0) {
            walk.token(ThreadFlagKind.DAEMON.getLiteral());
        }
    }
}
