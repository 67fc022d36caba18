// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwkt.runtime.vector.Vectors.INT_MED;
import static org.lwkt.runtime.vector.Vectors.KERN_DAEMON;
import static org.lwkt.runtime.vector.Vectors.MS;
import static org.lwkt.runtime.vector.Vectors.refusal;
import static org.lwkt.runtime.vector.Vectors.scenario;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.kernel.LockFlag;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.scenario.ResourceSpec;
import org.lwkt.runtime.scenario.ScenarioBuilder;
import org.lwkt.runtime.scenario.ThreadSpec;

/** What a vector cannot say is refused with the first place that says it. */
class RefusedRunsTest {
    private static ScenarioBuilder one(Consumer<ProgramBuilder> body, ResourceSpec.Kind... kinds) {
        ScenarioBuilder scenario = scenario(1);
        for (ResourceSpec.Kind kind : kinds) {
            scenario.resource(ResourceSpec.of(kind.name(), kind));
        }
        return scenario.at(2, 5).thread("a", 0, KERN_DAEMON, body);
    }

    @Test
    void aCallWithoutACommand() {
        assertEquals(
                "run.lwkt:4:9: lockmgr has no command in a vector",
                refusal(one(
                        body -> body.at(3, 9)
                                .run(MS)
                                .at(4, 9)
                                .call(Opcode.LOCKMGR, 0, LockFlag.EXCLUSIVE, 0)
                                .at(5, 9)
                                .call(Opcode.LOCKMGR, 0, LockFlag.RELEASE, 0),
                        ResourceSpec.Kind.LOCK)));
    }

    @Test
    void oneThatTheRunDoesNotComeToIsNotMissed() {
        Vectors.vector(one(
                        body -> body.ifTrue(Expr.ZERO, it -> it.call(Opcode.LOCKMGR, 0, LockFlag.EXCLUSIVE, 0)),
                        ResourceSpec.Kind.LOCK)
                .build());
    }

    @Test
    void flagsAndKindsOfObjectsThatNoOperationTakes() {
        assertEquals(
                "run.lwkt:3:9: tsleep with flags 200 has no command in a vector",
                refusal(one(body -> body.at(3, 9).call(Opcode.TSLEEP, 0, 0x200, MS), ResourceSpec.Kind.CHANNEL)));
        assertEquals(
                "run.lwkt:3:9: lwkt_sleep with flags 1 has no command in a vector",
                refusal(one(body -> body.at(3, 9).call(Opcode.LWKT_SLEEP, 1))));
        assertEquals(
                "run.lwkt:3:9: lwkt_trytoken of a pool token has no command in a vector",
                refusal(one(body -> body.at(3, 9).call(Opcode.TRYTOKEN, 0), ResourceSpec.Kind.POOL_TOKEN)));
        assertEquals(
                "run.lwkt:3:9: lwkt_sendmsg to a put-only port has no command in a vector",
                refusal(one(
                        body -> body.at(3, 9).call(Opcode.SENDMSG, 0, 1),
                        ResourceSpec.Kind.PUTONLY_PORT,
                        ResourceSpec.Kind.MESSAGE)));
    }

    @Test
    void moreObjectsThanAVectorHas() {
        ScenarioBuilder scenario = scenario(1)
                .resource(ResourceSpec.of("token", ResourceSpec.Kind.TOKEN).times(20));
        scenario.thread("a", 0, KERN_DAEMON, body -> {
            for (int token = 0; token < 9; token++) {
                body.at(token + 10, 9).call(Opcode.GETTOKEN, 19 - token);
            }
        });
        assertEquals("run.lwkt:18:9: a vector has no more than 8 tokens", refusal(scenario));

        ScenarioBuilder channels = scenario(1)
                .resource(ResourceSpec.of("chan", ResourceSpec.Kind.CHANNEL).times(30));
        channels.thread("a", 0, KERN_DAEMON, body -> {
            for (int channel = 0; channel < 30; channel++) {
                body.at(channel + 10, 9).call(Opcode.WAKEUP, channel);
            }
        });
        assertEquals("run.lwkt:38:9: a vector has no more identifiers to sleep on", refusal(channels));
    }

    @Test
    void handlersThatDoMoreThanOneThing() {
        assertEquals(
                "run.lwkt:5:13: lwkt_schedule in a handler that does more, or not the same each time,"
                        + " has no command in a vector",
                refusal(scenario(2)
                        .thread(
                                "a",
                                0,
                                KERN_DAEMON,
                                body -> body.at(3, 9)
                                        .callWith(
                                                it -> it.at(4, 13)
                                                        .schedule(0)
                                                        .at(5, 13)
                                                        .schedule(0),
                                                Opcode.SEND_IPIQ,
                                                Expr.constant(1)))));
        assertEquals(
                "run.lwkt:4:13: crit_enter in a handler has no command in a vector",
                refusal(one(body -> body.at(3, 9)
                        .callWith(it -> it.at(4, 13).call(Opcode.CRIT_ENTER), Opcode.SEND_IPIQ, Expr.ZERO))));
        assertEquals(
                "run.lwkt:4:13: lwkt_schedule in a handler of a serializer has no command in a vector",
                refusal(one(
                        body -> body.at(3, 9)
                                .callWith(it -> it.at(4, 13).schedule(0), Opcode.SERIALIZE_HANDLER_CALL, Expr.ZERO),
                        ResourceSpec.Kind.SERIALIZER)));
    }

    @Test
    void userThreadsAndMachinesThatAreTooLarge() {
        assertEquals(
                "run.lwkt:7:3: user threads have no commands in a vector",
                refusal(scenario(1).at(7, 3).thread(ThreadSpec.user("u"), body -> body.run(MS))));
        assertEquals("run.lwkt:1:1: a vector has no more than 8 CPUs: 9", refusal(scenario(9)));
    }

    @Test
    void cpusThatAreStopped() {
        assertEquals(
                "run.lwkt:8:3: a stop of a CPU has no command in a vector",
                refusal(scenario(2).at(8, 3).stopCpuAt(1, MS).at(9, 3).restartCpuAt(1, 2 * MS)));
    }

    @Test
    void anInterruptInFrontOfTheFirstSwitch() {
        assertEquals(
                "run.lwkt:8:3: no vector shows an interrupt on cpu 0 before the first switch there",
                refusal(one(body -> body.run(MS))
                        .interruptThread("nic", 0, INT_MED, body -> body.awaitInterrupt())
                        .at(8, 3)
                        .interruptAt("nic", 0, 0)));
    }

    @Test
    void runsThatEndOtherwise() {
        assertEquals(
                "run.lwkt:3:9: the run has no end that a vector shows: division by zero: 1 / 0", refusal(one(body -> {
                    int local = body.local();
                    body.at(3, 9).set(local, Expr.binary(Expr.constant(1), BinaryOperator.DIVIDE, Expr.ZERO));
                })));
        assertEquals(
                "run.lwkt:3:9: the run has no end that a vector shows: more than 1000000 steps at one instant",
                refusal(one(body -> body.at(3, 9).forever(it -> it.run(0)))));
    }

    @Test
    void runsOfVeryManySteps() {
        assertEquals(
                "run.lwkt:3:9: a vector has no more than 100000 steps",
                refusal(one(body -> body.at(3, 9).repeat(100_001, it -> it.yieldThread()))));
    }

    @Test
    void anAssertionOfTheScenarioThatFails() {
        assertEquals(
                "run.lwkt:4:9: the machine panics: KASSERT: never; the vector goes on",
                refusal(one(body -> body.at(3, 9).yieldThread().at(4, 9).assertTrue(Expr.ZERO, "never"))));
    }

    @Test
    void anAssertionOfTheKernelThatTheMachineLeavesOut() {
        assertEquals(
                "run.lwkt:3:9: the machine goes on; the vector ends: panic lwkt_setpri: assert td->td_gd == mycpu",
                refusal(scenario(2)
                        .machine(MachineSpec.DEFAULT
                                .withCpus(2)
                                .withHorizon(10 * MS)
                                .withInvariants(false))
                        .thread(
                                "a",
                                0,
                                KERN_DAEMON,
                                body -> body.run(MS).at(3, 9).call(Opcode.SETPRI, 1, 9))
                        .thread("b", 1, KERN_DAEMON, body -> body.run(5 * MS))));
    }

    @Test
    void aThreadThatIsGone() {
        assertEquals(
                "run.lwkt:4:9: not legal in a vector: step 0 schedule b",
                refusal(scenario(1)
                        .thread(
                                "a",
                                0,
                                KERN_DAEMON,
                                body -> body.run(15 * MS).yieldThread().at(4, 9).schedule(1))
                        .thread("b", 0, KERN_DAEMON, body -> body.run(MS))
                        .thread("c", 0, KERN_DAEMON, body -> body.run(MS))));
    }
}
