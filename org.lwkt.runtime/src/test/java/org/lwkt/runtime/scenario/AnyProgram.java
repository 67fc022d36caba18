// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.US;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.lwkt.runtime.kernel.LockFlag;
import org.lwkt.runtime.kernel.MsgFlag;
import org.lwkt.runtime.machine.CostProfile;
import org.lwkt.runtime.machine.FaultSpec;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Distribution;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Operand;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.program.Question;

/** Scenarios by chance over the whole instruction set; every choice comes from the seed. */
final class AnyProgram {
    /** Lets none of them run for long. */
    static final Budget BUDGET = new Budget(20_000, 2_000, 20_000);

    private static final List<Opcode> CALLS = Arrays.stream(Opcode.values())
            .filter(it -> !it.cName().isEmpty())
            .filter(it -> switch (it) {
                case LOG, ASSERT, USERENTER, USEREXIT, EXIT, WAIT -> false;
                default -> true;
            })
            .toList();

    private static final List<ResourceSpec.Kind> KINDS = List.of(ResourceSpec.Kind.values());
    private static final int COPIES = 2;

    private final Random random;
    private final int threads;
    private final int cpus;

    private AnyProgram(long seed) {
        random = new Random(seed);
        threads = 1 + random.nextInt(6);
        cpus = 1 + random.nextInt(4);
    }

    static Scenario of(long seed) {
        return new AnyProgram(seed).scenario(seed);
    }

    private Scenario scenario(long seed) {
        ScenarioBuilder scenario = ScenarioBuilder.scenario("any " + seed).machine(machine(seed));
        if (random.nextInt(4) == 0) {
            faults().forEach(scenario::fault);
        }
        for (ResourceSpec.Kind kind : KINDS) {
            for (int copy = 0; copy < COPIES; copy++) {
                scenario.resource(resource(kind, copy));
            }
        }
        for (int thread = 0; thread < threads; thread++) {
            boolean loops = thread % 3 == 1;
            boolean user = thread % 3 == 2;
            scenario.thread(spec(thread).onCpu(random.nextInt(cpus)).atPriority(random.nextInt(32)), body -> {
                int local = body.local();
                if (user) {
                    systemCalls(body, local);
                } else if (loops) {
                    body.forever(turn -> {
                        turn.awaitInterrupt();
                        statements(turn, local, 2, false);
                    });
                } else {
                    statements(body, local, 3, false);
                }
            });
            if (loops) {
                scenario.interruptEvery("t" + thread, Runs.ANY, random.nextInt(3) * MS, MS, 50 * MS);
            }
        }
        if (seed % 3 == 0) {
            AnyEvents.add(scenario, new Random(seed), ResourceSpec.Kind.CHANNEL + "0", threads, cpus);
        }
        return scenario.build();
    }

    private MachineSpec machine(long seed) {
        MachineSpec machine = MachineSpec.DEFAULT
                .withCpus(cpus)
                .withSeed(seed)
                .withIpiLatency(random.nextInt(3) * US)
                .withHorizon((1 + random.nextInt(60)) * MS);
        return random.nextInt(4) != 0
                ? machine
                : machine.withCosts(CostProfile.X86_64)
                        .withInvariants(random.nextBoolean())
                        .withTieBreaking(MachineSpec.TieBreaking.RANDOM);
    }

    private List<FaultSpec> faults() {
        return List.of(
                FaultSpec.delayIpi(50 * US).withChance(20),
                FaultSpec.dropIpi().withChance(10),
                FaultSpec.duplicateIpi(US).withChance(10),
                FaultSpec.reorderIpi(MS).withChance(10),
                FaultSpec.loseTick().withChance(30),
                FaultSpec.lateTick(2 * MS).withChance(30),
                FaultSpec.slowCpu(random.nextInt(cpus), 250).from(5 * MS).until(20 * MS));
    }

    private ThreadSpec spec(int thread) {
        String name = "t" + thread;
        return switch (thread % 3) {
            case 0 -> ThreadSpec.kernel(name);
            case 1 -> ThreadSpec.interrupt(name);
            default -> ThreadSpec.user(name).withNice(random.nextInt(41) - 20);
        };
    }

    private void systemCalls(ProgramBuilder body, int local) {
        body.repeat(1 + random.nextInt(4), turn -> {
            turn.run(random.nextInt(20 * (int) MS));
            turn.call(Opcode.USERENTER);
            statements(turn, local, 2, false);
            turn.call(Opcode.USEREXIT);
        });
    }

    private ResourceSpec resource(ResourceSpec.Kind kind, int copy) {
        ResourceSpec plain = ResourceSpec.of(kind + "" + copy, kind);
        return switch (kind) {
            case THREAD_PORT, SPIN_PORT -> plain.of(random.nextInt(threads));
            case SERIALIZE_PORT -> plain.of(number(ResourceSpec.Kind.SERIALIZER));
            case POOL_TOKEN -> plain.of(copy * 64L);
            case MESSAGE ->
                (copy == 0 ? plain : plain.of(number(ResourceSpec.Kind.SPIN_PORT)))
                        .withFlags(random.nextInt(2) * MsgFlag.ABORTABLE | random.nextInt(2) * MsgFlag.DROPABLE);
            default -> plain;
        };
    }

    private int number(ResourceSpec.Kind kind) {
        return KINDS.indexOf(kind) * COPIES + random.nextInt(COPIES);
    }

    private void statements(ProgramBuilder body, int local, int depth, boolean handler) {
        for (int count = random.nextInt(6); count >= 0; count--) {
            statement(body, local, depth, handler);
        }
    }

    private void statement(ProgramBuilder body, int local, int depth, boolean handler) {
        switch (random.nextInt(depth > 0 ? 16 : 10)) {
            case 0, 1 -> {
                if (!handler) {
                    body.run(random.nextInt(3 * (int) MS));
                }
            }
            case 2 -> body.set(local, expression(local, 3));
            case 3 -> body.mark("m" + random.nextInt(3));
            case 4 -> body.log("value {} and {}", Expr.local(local), expression(local, 2));
            case 5, 6, 7, 8, 9 -> call(body, local, handler, depth);
            case 10 -> body.repeat(random.nextInt(5), turn -> statements(turn, local, depth - 1, handler));
            case 11 ->
                body.ifElse(
                        expression(local, 2),
                        then -> statements(then, local, depth - 1, handler),
                        otherwise -> statements(otherwise, local, depth - 1, handler));
            case 12 ->
                body.choose(List.of(
                        one -> statements(one, local, depth - 1, handler),
                        other -> statements(other, local, depth - 1, handler)));
            case 13 -> around(body, local, depth, handler);
            case 14 -> body.critical(section -> statements(section, local, depth - 1, handler));
            default -> body.whileTrue(expression(local, 2), turn -> statements(turn, local, depth - 1, handler));
        }
    }

    private void around(ProgramBuilder body, int local, int depth, boolean handler) {
        if (random.nextBoolean()) {
            body.around(
                    Opcode.GETTOKEN,
                    Opcode.RELTOKEN,
                    it -> statements(it, local, depth - 1, handler),
                    Expr.constant(number(ResourceSpec.Kind.TOKEN)));
        } else {
            body.around(
                    Opcode.SERIALIZE_ENTER,
                    Opcode.SERIALIZE_EXIT,
                    it -> statements(it, local, depth - 1, handler),
                    Expr.constant(number(ResourceSpec.Kind.SERIALIZER)));
        }
    }

    private void call(ProgramBuilder body, int local, boolean handler, int depth) {
        Opcode opcode = CALLS.get(random.nextInt(CALLS.size()));
        if (handler && opcode == Opcode.CREATE) {
            return;
        }
        Expr[] arguments =
                opcode.operands().stream().map(it -> argument(it, local)).toArray(Expr[]::new);
        int result = opcode.answers() && random.nextBoolean() && !handler ? local : -1;
        if (opcode.hasHandler()) {
            Expr[] given = Arrays.copyOf(arguments, arguments.length + random.nextInt(2));
            if (given.length > arguments.length) {
                given[arguments.length] = expression(local, 1);
            }
            body.callInto(
                    result, inner -> statements(inner, inner.local(), Math.min(depth - 1, 1), true), opcode, given);
        } else {
            body.callInto(result, opcode, arguments);
        }
    }

    private Expr argument(Operand operand, int local) {
        if (random.nextInt(50) == 0) {
            return Expr.local(local);
        }
        return Expr.constant(
                switch (operand) {
                    case TIME, TIMEOUT -> random.nextInt(4) * 3 * MS;
                    case COUNT -> random.nextInt(4);
                    case CPU -> random.nextInt(cpus);
                    case CPU_MASK -> random.nextInt(3) == 0 ? -1 - random.nextInt(2) : random.nextInt(1 << cpus);
                    case THREAD -> random.nextInt(threads);
                    case PRIORITY -> random.nextInt(32);
                    case USER_PRIORITY -> random.nextInt(9) - 4;
                    case TOKEN -> number(random.nextBoolean() ? ResourceSpec.Kind.TOKEN : ResourceSpec.Kind.POOL_TOKEN);
                    case SPINLOCK -> number(ResourceSpec.Kind.SPINLOCK);
                    case SERIALIZER -> number(ResourceSpec.Kind.SERIALIZER);
                    case LOCK -> number(ResourceSpec.Kind.LOCK);
                    case CHANNEL -> number(ResourceSpec.Kind.CHANNEL);
                    case PORT -> number(KINDS.get(ResourceSpec.Kind.THREAD_PORT.ordinal() + random.nextInt(6)));
                    case MESSAGE -> number(ResourceSpec.Kind.MESSAGE);
                    case CPUSYNC -> number(ResourceSpec.Kind.CPUSYNC);
                    case FLAGS -> flags();
                    case DOMAIN -> random.nextInt(2) << 16;
                    case ERRNO -> random.nextInt(3);
                    case CONDITION -> random.nextInt(2);
                });
    }

    /** Types of lock requests, and now and then flags of locks and sleeps. */
    private long flags() {
        long type = random.nextInt(12);
        return switch (random.nextInt(4)) {
            case 0 -> type | LockFlag.NOWAIT;
            case 1 -> type | LockFlag.TIMELOCK;
            case 2 -> 0x100;
            default -> type;
        };
    }

    private Expr expression(int local, int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? Expr.local(local) : Expr.constant(random.nextInt(9) - 4);
        }
        return switch (random.nextInt(8)) {
            case 0 -> Expr.constant(random.nextInt(100));
            case 1 -> Expr.local(local);
            case 2 -> Expr.negated(expression(local, depth - 1));
            case 3 -> Expr.not(expression(local, depth - 1));
            case 4 -> Expr.draw(Distribution.UNIFORM, Expr.constant(0), Expr.constant(random.nextInt(50)));
            case 5 -> question();
            default -> {
                BinaryOperator[] operators = BinaryOperator.values();
                yield Expr.binary(
                        expression(local, depth - 1),
                        operators[random.nextInt(operators.length)],
                        expression(local, depth - 1));
            }
        };
    }

    private Expr question() {
        Question question = Question.values()[random.nextInt(Question.values().length)];
        Expr[] arguments = new Expr[question.arguments()];
        for (int index = 0; index < arguments.length; index++) {
            Operand operand = question.argument(index);
            arguments[index] = argument(operand == null ? Operand.LOCK : operand, 0);
        }
        return Expr.ask(question, arguments);
    }
}
