// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Bodies of statements that take, give back, sleep and branch, more or less at random: some are right, many are not. */
final class RandomBodies {
    static final String DECLARATIONS = "token a token b spinlock s spinlock r serializer z serializer y lock l lock k"
            + " channel c machine pair { cpus 2 horizon 200ms }\n";

    private static final List<String> STATEMENTS = List.of(
            "run 10us",
            "yield",
            "switch",
            "exit",
            "gettoken a",
            "gettoken b",
            "gettoken a shared",
            "reltoken a",
            "reltoken b",
            "token_swap",
            "trytoken a",
            "spin_lock s",
            "spin_lock r",
            "spin_lock s shared",
            "spin_unlock s",
            "spin_unlock r",
            "spin_trylock s",
            "serialize_enter z",
            "serialize_adaptive_enter z",
            "serialize_enter y",
            "serialize_exit z",
            "serialize_exit y",
            "serialize_try z",
            "serialize_handler_disable z",
            "lockmgr l LK_EXCLUSIVE",
            "lockmgr l LK_SHARED",
            "lockmgr k LK_EXCLUSIVE",
            "lockmgr l LK_RELEASE",
            "lockmgr k LK_RELEASE",
            "lockmgr l LK_UPGRADE",
            "lockmgr l LK_DOWNGRADE",
            "lockmgr l LK_EXCLUSIVE | LK_NOWAIT",
            "lockmgr l LK_EXCLUSIVE | LK_CANRECURSE",
            "tsleep c timeout 10ms",
            "ssleep c spinlock s timeout 10ms",
            "zsleep c serializer z timeout 10ms",
            "lksleep c lock l timeout 10ms",
            "tsleep_interlock c",
            "migrate cpu 0",
            "migrate cpu 1");

    /** What is taken and given back, with something between. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("gettoken a", "reltoken a"),
            List.of("gettoken b", "reltoken b"),
            List.of("gettoken a shared", "reltoken a"),
            List.of("spin_lock s", "spin_unlock s"),
            List.of("spin_lock r", "spin_unlock r"),
            List.of("spin_lock s shared", "spin_unlock s shared"),
            List.of("serialize_enter z", "serialize_exit z"),
            List.of("serialize_enter y", "serialize_exit y"),
            List.of("lockmgr l LK_EXCLUSIVE", "lockmgr l LK_RELEASE"),
            List.of("lockmgr l LK_SHARED", "lockmgr l LK_RELEASE"),
            List.of("lockmgr k LK_EXCLUSIVE", "lockmgr k LK_RELEASE"),
            List.of("with token a {", "}"),
            List.of("with token b shared {", "}"),
            List.of("with spinlock s {", "}"),
            List.of("with serializer z {", "}"),
            List.of("with lock l {", "}"),
            List.of("critical {", "}"),
            List.of("repeat 2 {", "}"));

    private final Random random;
    private final boolean branches;
    private int depth;
    private int names;

    /** @param branches whether there are branches of which nobody knows which is taken */
    RandomBodies(long seed, boolean branches) {
        random = new Random(seed);
        this.branches = branches;
    }

    /** One statement, or one of its braces, a line. */
    List<String> body() {
        List<String> lines = new ArrayList<>();
        add(lines, 1 + random.nextInt(4));
        return lines;
    }

    private void add(List<String> lines, int statements) {
        depth++;
        for (int i = 0; i < statements; i++) {
            int kind = depth > 4 ? 0 : random.nextInt(10);
            if (kind < 3) {
                lines.add(STATEMENTS.get(random.nextInt(STATEMENTS.size())));
            } else if (kind < 8) {
                List<String> pair = PAIRS.get(random.nextInt(PAIRS.size()));
                lines.add(pair.get(0));
                add(lines, random.nextInt(3));
                lines.add(pair.get(1));
            } else {
                addBranch(lines);
            }
        }
        depth--;
    }

    private void addBranch(List<String> lines) {
        switch (random.nextInt(branches ? 6 : 3)) {
            case 0 -> {
                String name = "v" + names++;
                lines.add("var " + name + " = "
                        + List.of("trytoken a", "spin_trylock s", "true", "false")
                                .get(random.nextInt(4)));
                lines.add("if " + name + " {");
                add(lines, 1);
                lines.add("}");
            }
            case 1 -> {
                String name = "v" + names++;
                lines.add("var " + name + " = 0");
                lines.add("while " + name + " < " + random.nextInt(4) + " {");
                lines.add(name + " = " + name + " + 1");
                add(lines, random.nextInt(2));
                lines.add("}");
            }
            case 2 -> {
                lines.add("if " + random.nextInt(3) + " == 1 {");
                add(lines, random.nextInt(2));
                lines.add("} else {");
                add(lines, 1);
                lines.add("}");
            }
            default -> {
                lines.add("choose {");
                add(lines, random.nextInt(2));
                lines.add("} or {");
                add(lines, random.nextInt(2));
                lines.add("}");
            }
        }
    }
}
