// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import java.util.List;
import java.util.Random;
import org.lwkt.dsl.model.KernelFlags;
import org.lwkt.dsl.model.Kind;
import org.lwkt.dsl.model.Signals;
import org.lwkt.runtime.kernel.ThreadPriority;

/** Numbers, times and texts as they are written, and the kernel's names. */
final class RandomConstants {
    private static final List<String> TIMES =
            List.of("1us", "7.5us", "20us", "50us", "100us", "250us", "0.5ms", "900us");
    private static final List<String> TEXTS = List.of(
            "plain", "two words", "a \\\"quoted\\\" one", "\\\\", "a\\nb\\tc", "caf\u00e9", "\u4e2d\u6587", "{}");

    private final GrammarWalk walk;
    private final Random random;
    private final RandomNames names;

    RandomConstants(GrammarWalk walk, Random random, RandomNames names) {
        this.walk = walk;
        this.random = random;
        this.names = names;
        register();
    }

    private void register() {
        walk.write("Time", scope -> walk.token(time()));
        walk.write("Integer", scope -> number(1, 4));
        walk.write("Text", scope -> walk.token(text()));

        // CPUs
        for (String rule : List.of("IpiPair", "MeasureCondition")) {
            walk.write(rule + ".source", this::cpu);
        }
        for (String rule : List.of(
                "InterruptEvent", "WakeupEvent", "CpuEvent", "SpuriousEvent", "Slow", "CpuTick", "MeasureCondition")) {
            walk.write(rule + ".cpu", this::cpu);
        }
        walk.write("IpiPair.target", this::cpu);
        walk.write("CpuNumber", this::cpuNumber);
        walk.write("CpuSet", this::cpuSet);

        // Periods and ranges that are not empty.
        for (String rule : List.of("EveryEvent.first", "Fault.first", "MeasureCondition.from")) {
            walk.write(rule, scope -> walk.token(pick("0ns", "100us", "0.5ms")));
        }
        for (String rule : List.of("EveryEvent.until", "Fault.until", "MeasureCondition.until")) {
            walk.write(rule, scope -> walk.token(pick("2.5ms", "3ms", "7ms")));
        }
        walk.write("EveryEvent.period", scope -> walk.token(pick("70us", "300us", "1ms")));
        walk.write("TimeBounds.least", scope -> walk.token(pick("0s", "1us", "1ms")));
        walk.write("TimeBounds.most", scope -> walk.token(pick("2ms", "5ms", "1s")));
        walk.write("CountBounds.least", scope -> number(0, 1));
        walk.write("CountBounds.most", scope -> number(2, 1_000));
        walk.write("FractionBounds.least", scope -> walk.token(pick("0", "0.1", "0.25")));
        walk.write("FractionBounds.value", scope -> walk.token(pick("0.25", "0.95", "1")));
        walk.write("FractionBounds.most", scope -> walk.token(pick("1", "1.0")));
        walk.write("Fault.chance", scope -> number(1, 100));
        walk.write("Slow.percent", scope -> number(100, 400));

        // Names that are no declarations.
        walk.write("Priority", this::priority);
        walk.write("SignalNumber.name", scope -> walk.token(pick(Signals.names())));
        walk.write("Wakeup.domain", scope -> walk.token(pick(KernelFlags.DOMAIN.names())));
        walk.write("Lockmgr.flags", scope -> lockFlags());
        walk.write("MessageDeclaration.flags", scope -> messageFlags());
        for (String rule : walk.choices("MessageAnswer")) {
            walk.write(rule + ".flags", scope -> walk.token(pick(KernelFlags.MESSAGE_WAIT.names())));
        }
        walk.write("Flags.names", scope -> walk.token(sleepFlag()));
    }

    String time() {
        return pick(TIMES);
    }

    String text() {
        return "\"" + pick(TEXTS) + (random.nextBoolean() ? "" : " " + random.nextInt(4)) + "\"";
    }

    private void number(int least, int most) {
        walk.token(String.valueOf(least + random.nextInt(most - least + 1)));
    }

    private void cpu(Scope scope) {
        number(0, scope.cpus - 1);
    }

    private void cpuNumber(Scope scope) {
        List<Named> parameters = scope.of(Kind.INT, "parameter");
        if (scope.cpus > 2 && !parameters.isEmpty() && random.nextInt(4) == 0) {
            walk.token(names.written(parameters.getFirst().name(), "ExpressionID"));
        } else if (scope.isBody() && !scope.constant && random.nextInt(4) == 0) {
            walk.token("mycpu");
        } else if (scope.cpus > 2 && scope.inArray && random.nextInt(4) == 0) {
            walk.token("index");
        } else {
            cpu(scope);
        }
    }

    /** Each CPU once. */
    private void cpuSet(Scope scope) {
        if (random.nextBoolean()) {
            walk.token(random.nextBoolean() ? "all cpus" : "all other cpus");
            return;
        }
        walk.token("cpus");
        cpuNumber(scope);
        List<String> words = walk.since(walk.written() - 1);
        if (scope.cpus > 2 && List.of("0", "1").contains(words.getFirst())) {
            walk.token(", 2");
        }
    }

    private void priority(Scope scope) {
        switch (random.nextInt(scope.isBody() ? 3 : 2)) {
            case 0 -> walk.token(pick(ThreadPriority.names()));
            case 1 -> number(0, ThreadPriority.MAX);
            default -> walk.token("( " + random.nextInt(30) + " + 1 )");
        }
    }

    /** Mostly what asks for one thing. */
    private void lockFlags() {
        String request = random.nextInt(8) == 0
                ? pick(KernelFlags.LOCKMGR.names())
                : pick("LK_EXCLUSIVE", "LK_SHARED", "LK_RELEASE");
        walk.token(request);
        for (String more : List.of("LK_NOWAIT", "LK_TIMELOCK", "LK_PCATCH", "LK_CANRECURSE", "LK_SLEEPFAIL")) {
            if (random.nextInt(5) == 0) {
                walk.token("| " + more);
            }
        }
    }

    private void messageFlags() {
        walk.token(pick(KernelFlags.MESSAGE.names()));
        if (random.nextBoolean()) {
            walk.token("| " + pick(KernelFlags.MESSAGE.names()));
        }
    }

    /** What is interlocked before needs a call before. */
    private String sleepFlag() {
        return random.nextInt(10) == 0 ? "PINTERLOCKED" : pick("PCATCH", "PDOMAIN_UMTX", "PDOMAIN_XLOCK");
    }

    private String pick(String... texts) {
        return pick(List.of(texts));
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
