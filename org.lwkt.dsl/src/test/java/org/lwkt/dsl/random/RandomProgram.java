// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.lwkt.dsl.model.Kind;
import org.lwkt.dsl.random.Scope.Mode;

/**
 * A file with all that the language has, drawn from a seed: it says something that can be run, mostly, and its runs are short.
 * What is written where is for the grammar to say, see {@link GrammarWalk}; the classes beside this one know what it means.
 */
final class RandomProgram {
    /** The machine of who names none has one CPU. */
    private static final int CPUS_DEFAULT = 1;

    private static final int CPUS = 3;

    private final Grammar grammar;
    private final GrammarWalk walk;
    private final Random random;
    private final RandomNames names;
    private final RandomConstants constants;
    private final RandomValues values;
    private final RandomBodies bodies;
    private final RandomThreads threads;
    private final RandomPorts ports;
    private final List<String> machines = new ArrayList<>();
    private final Scope file = Scope.of(CPUS);

    private RandomProgram(Grammar grammar, long seed, Map<AbstractElement, Integer> used) {
        this.grammar = grammar;
        // Similar seeds begin with similar numbers.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        walk = new GrammarWalk(grammar, random, used);
        names = new RandomNames(walk, random);
        constants = new RandomConstants(walk, random, names);
        values = new RandomValues(walk, random, names, constants);
        bodies = new RandomBodies(walk, random, names, values, constants);
        threads = new RandomThreads(walk, random, names);
        ports = new RandomPorts(walk, random, names);
    }

    /**
     * The text that belongs to the seed and to what was written before; it may have mistakes.
     *
     * @param used how often each way through the grammar was taken, which is continued
     */
    static String text(Grammar grammar, long seed, Map<AbstractElement, Integer> used) {
        RandomProgram program = new RandomProgram(grammar, seed, used);
        program.write();
        return program.walk.text();
    }

    private void write() {
        if (random.nextInt(4) == 0) {
            walk.token("package demo.r" + random.nextInt(10) + "\n");
        }
        if (random.nextInt(6) == 0) {
            imported();
        }
        new RandomMachines(walk, random, names, CPUS).write(machines);
        resources(file);
        for (int i = random.nextInt(3); i > 0; i--) {
            procedure();
        }
        scenario();
        if (random.nextInt(6) == 0) {
            scenario();
        }
    }

    /** A file beside this class. */
    private void imported() {
        walk.token("import \"classpath:/org/lwkt/dsl/random/common.lwkt\"\n");
        machines.add("common_machine");
        file.add(new Named("common_token", Kind.TOKEN));
        file.add(new Named("common_channels", Kind.CHANNEL, "", "2"));
        bodies.add(new RandomBodies.Callable("common_work", List.of(Kind.TIME)));
    }

    /** Those of the file are named first, so that they need no parameter of a scenario. */
    private void resources(Scope scope) {
        for (int i = random.nextInt(6); i > 0; i--) {
            resource(scope);
        }
    }

    private void resource(Scope scope) {
        String name = names.fresh();
        if (random.nextInt(8) == 0) {
            walk.token("pool token");
            walk.token(names.written(name, "ValidID"));
            walk.token("at " + 4096 * (1 + random.nextInt(3)) + "\n");
            scope.add(new Named(name, Kind.TOKEN));
            return;
        }
        List<String> kinds = literals("ResourceKind");
        String kind = kinds.get(random.nextInt(kinds.size()));
        String size = RandomThreads.size(names, random, scope);
        walk.token(kind);
        walk.token(names.written(name, "ValidID"));
        walk.token(size == null ? "\n" : "[ " + size + " ]\n");
        scope.add(new Named(name, Kind.valueOf(kind.toUpperCase(Locale.ROOT)), "", size));
    }

    private List<String> literals(String rule) {
        return GrammarUtil.containedKeywords(GrammarUtil.findRuleForName(grammar, rule)).stream()
                .map(Keyword::getValue)
                .toList();
    }

    /** It may be called on any machine. */
    private void procedure() {
        String name = names.fresh();
        walk.token("procedure");
        walk.token(names.written(name, "ValidID"));
        walk.token("(");
        Scope scope = file.onMachineOf(CPUS_DEFAULT).body(Mode.KERNEL, false);
        List<String> kinds =
                literals("Parameter").stream().filter(it -> it.length() > 1).toList();
        List<Kind> parameters = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String kind = kinds.get(random.nextInt(kinds.size()));
            String parameter = names.fresh();
            walk.token(parameters.isEmpty() ? "" : ",");
            walk.token(names.written(parameter, "ValidID") + " : " + kind);
            parameters.add(Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
            scope.add(new Named(parameter, parameters.getLast()));
        }
        walk.token(")");
        walk.rule("Block", scope.inner());
        bodies.add(new RandomBodies.Callable(name, parameters));
    }

    private void scenario() {
        boolean onDefault = random.nextInt(10) == 0;
        walk.token("scenario \"s" + random.nextInt(1_000_000) + "\"");
        Scope scope = file.inner().onMachineOf(onDefault ? CPUS_DEFAULT : CPUS);
        if (!onDefault) {
            walk.token("on");
            walk.token(names.written(machines.get(random.nextInt(machines.size())), "ValidID"));
        }
        new RandomSweep(walk, random, names).write(scope, onDefault);
        walk.token("{\n");
        bodies.forgetMarks();
        resources(scope);
        List<Named> declared = threads.declare(scope);
        ports.write(scope);
        for (Named thread : declared) {
            threads.write(thread, scope);
        }
        List<String> members = new ArrayList<>(walk.choices("Member"));
        members.removeAll(walk.choices("ResourceDeclaration"));
        members.remove("ThreadDeclaration");
        for (int i = 4 + random.nextInt(8); i > 0; i--) {
            // Of the expectations there are as many as of the events together.
            String member = random.nextBoolean() ? "Expectation" : members.get(random.nextInt(members.size()));
            if (member.equals("Expectation") && random.nextInt(3) == 0) {
                measure(scope.in(Mode.EXPECTATION));
            }
            Scope asked = member.equals("Expectation") ? scope.in(Mode.EXPECTATION) : scope;
            walk.tries(() -> walk.rule(member, asked), asked);
            walk.token("\n");
        }
        walk.token("}\n");
    }

    /** They have more forms than all other expectations together. */
    private void measure(Scope scope) {
        walk.tries(
                () -> {
                    walk.token("expect");
                    walk.rule("MeasureCondition", scope);
                },
                scope);
        walk.token("\n");
    }
}
