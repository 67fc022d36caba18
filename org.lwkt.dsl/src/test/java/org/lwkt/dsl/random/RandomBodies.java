// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.lwkt.dsl.model.Kind;
import org.lwkt.dsl.random.Scope.Mode;

/**
 * Statements. The grammar writes them; what stands here keeps runs short and mostly alive: loops let time pass, what releases
 * follows what takes, and who may not sleep seldom tries.
 */
final class RandomBodies {
    private static final int DEPTH_MAX = 3;
    private static final int USUAL = 12;

    /** How often a statement is chosen, where that is not as often as others. */
    private static final Map<String, Integer> WEIGHTS = Map.ofEntries(
            Map.entry("Run", 60),
            Map.entry("Yield", 24),
            Map.entry("Tsleep", 20),
            Map.entry("Wakeup", 24),
            Map.entry("VariableDeclaration", 24),
            Map.entry("With", 24),
            Map.entry("NamedStatement", 20),
            Map.entry("Exit", 2),
            Map.entry("ReleaseToken", 1),
            Map.entry("SpinUnlock", 1),
            Map.entry("SerializerCall", 3),
            Map.entry("LwktSleep", 3),
            Map.entry("DropMessage", 2),
            Map.entry("ForwardMessage", 3),
            Map.entry("ReplyMessage", 4),
            Map.entry("WaitMessage", 4),
            Map.entry("PlainCall", 6),
            Map.entry("ThreadCall", 8));

    /** What a user thread may do in user mode; calls with an answer are refused below. */
    private static final Set<String> USER = Set.of(
            "Run",
            "Exit",
            "Mark",
            "Log",
            "Assert",
            "VariableDeclaration",
            "NamedStatement",
            "Repeat",
            "Forever",
            "While",
            "If",
            "Choose",
            "Syscall");

    /** What never sleeps, and lets nobody else run. */
    private static final Set<String> QUIET =
            Set.of("Run", "Mark", "Log", "VariableDeclaration", "NamedStatement", "If", "Choose", "Repeat", "Wakeup");

    /** What takes no time, and does not sleep. */
    private static final Set<String> HANDLER = Set.of(
            "Mark",
            "Log",
            "VariableDeclaration",
            "NamedStatement",
            "If",
            "Choose",
            "Repeat",
            "Wakeup",
            "ThreadCall",
            "Assert",
            "TryCall",
            "IpiSend",
            "Critical");

    /** The kinds of answers that are no numbers. */
    private static final Map<String, Kind> ANSWERS =
            Map.of("Create", Kind.THREAD, "TryCall", Kind.BOOL, "GetPort", Kind.MESSAGE, "WaitPort", Kind.MESSAGE);

    /** A procedure that bodies may call. */
    record Callable(String name, List<Kind> parameters) {}

    private final GrammarWalk walk;
    private final Random random;
    private final RandomNames names;
    private final RandomValues values;
    private final RandomConstants constants;
    private final List<String> statements;
    private final List<String> answering;
    private final Set<String> handling;
    private final List<Callable> callables = new ArrayList<>();
    private final Set<String> marks = new LinkedHashSet<>();

    RandomBodies(GrammarWalk walk, Random random, RandomNames names, RandomValues values, RandomConstants constants) {
        this.walk = walk;
        this.random = random;
        this.names = names;
        this.values = values;
        this.constants = constants;
        statements = walk.choices("Statement");
        answering = walk.choices("AnsweringCall");
        handling = walk.rulesWith("handler");
        register();
    }

    private void register() {
        for (String rule : handling) {
            walk.write(rule + ".handler", scope -> block(scope.handler()));
        }
        walk.write("Block", this::block);
        walk.write("AnsweringCall", this::answeringCall);
        walk.write("VariableDeclaration", this::variable);
        walk.write("NamedStatement", this::named);
        walk.write("Log", this::log);
        walk.write("Mark.text", scope -> mark());
        walk.write("MarkMoment.mark", scope -> walk.token(names.pick(List.copyOf(marks))));
        walk.write("Repeat.turns", scope -> walk.token(1 + random.nextInt(3) + ""));
        walk.write("If", this::branches);
        walk.write("While", this::whileLoop);
        walk.write("Forever", this::forever);
        walk.write("Assert", this::assertion);
        walk.write("Syscall", scope -> {
            walk.token("syscall");
            block(scope.in(Mode.KERNEL));
        });
        walk.write("Critical", scope -> {
            walk.token("critical");
            block(random.nextInt(4) == 0 ? scope : scope.in(Mode.QUIET));
        });
        walk.write("With", scope -> walk.plain("With", scope.in(Mode.QUIET)));
        walk.write("GetToken", scope -> taken("GetToken", "ReleaseToken", scope));
        walk.write("SpinLock", scope -> taken("SpinLock", "SpinUnlock", scope));
    }

    /** What is marked in the scenario. */
    void forgetMarks() {
        marks.clear();
    }

    void add(Callable procedure) {
        callables.add(procedure);
    }

    void block(Scope scope) {
        Scope inner = scope.inner();
        walk.token("{\n");
        statements(inner, random.nextInt(inner.depth == 1 ? 6 : 3));
        walk.token("}\n");
    }

    private void statements(Scope scope, int count) {
        for (int i = 0; i < count; i++) {
            statement(scope);
            walk.token(random.nextInt(10) == 0 ? ";\n" : "\n");
        }
    }

    private void statement(Scope scope) {
        for (int attempt = 0; attempt < 20; attempt++) {
            String rule = draw();
            if (mayStand(rule, scope) && walk.tries(() -> walk.rule(rule, scope), scope)) {
                return;
            }
        }
        walk.rule(scope.mode == Mode.HANDLER ? "Mark" : "Run", scope);
    }

    private String draw() {
        int total = statements.stream().mapToInt(RandomBodies::weight).sum();
        int place = random.nextInt(total);
        for (String rule : statements) {
            place -= weight(rule);
            if (place < 0) {
                return rule;
            }
        }
        throw new IllegalStateException();
    }

    private static int weight(String rule) {
        return WEIGHTS.getOrDefault(rule, USUAL);
    }

    private boolean mayStand(String rule, Scope scope) {
        boolean handles = handling.contains(rule);
        boolean nests = handles
                || Set.of("Repeat", "Forever", "While", "If", "Choose", "With", "Critical", "Syscall")
                        .contains(rule);
        if (nests && scope.depth >= DEPTH_MAX || rule.equals("Wait") && scope.mode != Mode.INTERRUPT) {
            return false;
        }
        return switch (scope.mode) {
            case USER -> USER.contains(rule);
            case QUIET -> QUIET.contains(rule);
            case HANDLER -> HANDLER.contains(rule);
            default -> !rule.equals("Syscall");
        };
    }

    private void answeringCall(Scope scope) {
        call(names.pick(answering), scope);
    }

    private Kind call(String rule, Scope scope) {
        boolean refused = scope.mode == Mode.USER
                || scope.mode == Mode.QUIET
                || scope.mode == Mode.HANDLER && !HANDLER.contains(rule)
                || handling.contains(rule) && scope.depth >= DEPTH_MAX;
        if (refused) {
            throw new Impossible("a kernel call");
        }
        walk.rule(rule, scope);
        return ANSWERS.getOrDefault(rule, Kind.INT);
    }

    private void variable(Scope scope) {
        String name = names.fresh();
        walk.token("var");
        walk.token(names.written(name, "ValidID"));
        walk.token("=");
        Kind[] kind = new Kind[1];
        String call = names.pick(answering);
        if (random.nextBoolean() || !walk.tries(() -> kind[0] = call(call, scope), scope)) {
            kind[0] = values.any(scope);
        }
        scope.add(new Named(name, kind[0], "variable", null));
    }

    private void named(Scope scope) {
        if (random.nextBoolean() && !callables.isEmpty() && isFree(scope)) {
            invocation(scope);
        } else {
            assignment(scope);
        }
    }

    private static boolean isFree(Scope scope) {
        return scope.mode == Mode.KERNEL || scope.mode == Mode.INTERRUPT;
    }

    private void invocation(Scope scope) {
        Callable procedure = names.pick(callables);
        walk.token(names.written(procedure.name(), "StatementID"));
        walk.token("(");
        for (int i = 0; i < procedure.parameters().size(); i++) {
            if (i > 0) {
                walk.token(",");
            }
            values.value(procedure.parameters().get(i), scope);
        }
        walk.token(")");
    }

    private void assignment(Scope scope) {
        Named variable = names.pick(
                scope.all().stream().filter(it -> it.sort().equals("variable")).toList());
        walk.token(names.written(variable.name(), "StatementID"));
        walk.token("=");
        List<String> fitting = answering.stream()
                .filter(it -> ANSWERS.getOrDefault(it, Kind.INT) == variable.kind())
                .toList();
        if (random.nextInt(3) > 0 || !walk.tries(() -> call(names.pick(fitting), scope), scope)) {
            values.value(variable.kind(), scope);
        }
    }

    private void log(Scope scope) {
        int places = random.nextInt(3);
        walk.token("log");
        walk.token("\"values" + " {}".repeat(places) + "\"");
        for (int i = 0; i < places; i++) {
            walk.token(",");
            values.any(scope);
        }
    }

    private void mark() {
        String text = constants.text();
        marks.add(text);
        walk.token(text);
    }

    /** The one without a condition is the last. */
    private void branches(Scope scope) {
        walk.token("if");
        values.value(Kind.BOOL, scope);
        block(scope);
        for (int i = random.nextInt(3); i > 0; i--) {
            walk.token("else if");
            values.value(Kind.BOOL, scope);
            block(scope);
        }
        if (random.nextBoolean()) {
            walk.token("else");
            block(scope);
        }
    }

    /** Ends, and lets time pass. */
    private void whileLoop(Scope scope) {
        walk.token("while now < 3ms and (");
        values.value(Kind.BOOL, scope);
        walk.token(")");
        timePasses(scope);
    }

    private void forever(Scope scope) {
        walk.token("forever");
        timePasses(scope);
    }

    private void timePasses(Scope scope) {
        Scope inner = scope.inner();
        walk.token("{\n");
        if (scope.mode == Mode.INTERRUPT && random.nextBoolean()) {
            walk.token("wait");
        }
        // Without it the Zeno guard ends the run, which is worth a try now and then.
        if (random.nextInt(40) > 0) {
            walk.token("run 60us");
        }
        statements(inner, random.nextInt(3));
        walk.token("}\n");
    }

    /** One that fails is a panic, and the end. */
    private void assertion(Scope scope) {
        walk.token("assert");
        if (random.nextInt(4) > 0) {
            walk.token("now >= 0ns or");
        }
        walk.token("(");
        values.value(Kind.BOOL, scope);
        walk.token(")");
        if (random.nextBoolean()) {
            walk.token(",");
            walk.token(constants.text());
        }
    }

    /** What is taken is released in the same way, mostly. */
    private void taken(String takes, String releases, Scope scope) {
        int before = walk.written();
        walk.plain(takes, scope);
        if (random.nextInt(6) == 0) {
            return;
        }
        // A token may have the name 'shared' as well.
        List<String> taken = walk.since(before);
        boolean shared = taken.size() > 2 && taken.getLast().equals("shared");
        boolean token = releases.equals("ReleaseToken");
        statements(scope.in(Mode.QUIET), random.nextInt(2));
        walk.token(token ? "reltoken" : "spin_unlock");
        taken.subList(1, taken.size() - (token && shared ? 1 : 0)).forEach(walk::token);
    }
}
