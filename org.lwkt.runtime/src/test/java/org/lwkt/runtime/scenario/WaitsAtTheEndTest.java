// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.runtime.scenario.Runs.INT_MED;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.S;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.machine;
import static org.lwkt.runtime.scenario.Runs.run;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.Ending;
import org.lwkt.runtime.kernel.LockFlag;
import org.lwkt.runtime.outcome.Wait;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;

/** What a run says about itself when nothing more can happen: who waits for what, since when, and through whom. */
class WaitsAtTheEndTest {
    private static final int A = 0;
    private static final int B = 1;

    private static ScenarioBuilder scenario(int cpus, ResourceSpec.Kind kind) {
        return ScenarioBuilder.scenario("end", "end.lwkt", 1, 1)
                .machine(machine(cpus, S))
                .resource(ResourceSpec.of("a", kind))
                .resource(ResourceSpec.of("b", kind));
    }

    /** The reason, then a line for each wait. */
    private static String waits(Result result) {
        return result.end().reason() + "\n"
                + result.end().waits().stream().map(WaitsAtTheEndTest::text).collect(Collectors.joining());
    }

    private static String text(Wait wait) {
        String holders = wait.holders().stream()
                .map(it -> " <- " + it.thread() + " " + it.state()
                        + at(it.position().line()))
                .collect(Collectors.joining());
        String enders = wait.enders().stream()
                .map(it -> " !" + it.thread() + at(it.position().line()))
                .collect(Collectors.joining());
        String last = wait.lastEndNs() < 0 ? "" : " last " + wait.lastEndNs() / US + "us";
        return wait.thread() + " " + wait.what() + " " + wait.resource() + " since " + wait.sinceNs() / US + "us"
                + at(wait.position().line()) + holders + enders + last + "\n";
    }

    private static String at(int line) {
        return line > 0 ? ":" + line : "";
    }

    @Test
    void anExclusiveTokenBehindOnesOwnSharedOneNeverComes() {
        Result result = run(scenario(1, ResourceSpec.Kind.TOKEN)
                .thread(
                        "t",
                        0,
                        KERN_DAEMON,
                        it -> it.run(MS)
                                .at(3, 1)
                                .call(Opcode.GETTOKEN_SHARED, A)
                                .at(4, 1)
                                .call(Opcode.GETTOKEN, A))
                .expectEnds(Ending.DEADLOCK, "deadlock"));
        assertEquals("""
                DEADLOCK
                t TOKEN a since 1000us:4 <- t is the waiting thread itself
                """, waits(result));
        assertTrue((result.held() && result.endedAsExpected()));
        assertTrue(
                result.end().timeNs() < 2 * MS,
                "found at once, not by a budget: " + result.end().timeNs());
    }

    @Test
    void tokensInOppositeOrderAreNoDeadlockSinceAWaiterGivesItsOwnUp() {
        Result result = run(scenario(2, ResourceSpec.Kind.TOKEN)
                .thread(
                        "t",
                        0,
                        KERN_DAEMON,
                        it -> it.call(Opcode.GETTOKEN, A)
                                .run(MS)
                                .call(Opcode.GETTOKEN, B)
                                .call(Opcode.RELTOKEN, B)
                                .call(Opcode.RELTOKEN, A))
                .thread(
                        "u",
                        1,
                        KERN_DAEMON,
                        it -> it.call(Opcode.GETTOKEN, B)
                                .run(MS)
                                .call(Opcode.GETTOKEN, A)
                                .call(Opcode.RELTOKEN, A)
                                .call(Opcode.RELTOKEN, B)));
        assertEquals("QUIESCENT\n", waits(result));
    }

    @Test
    void lockmgrLocksInOppositeOrderAreADeadlock() {
        int exclusive = LockFlag.EXCLUSIVE;
        Result result = run(scenario(2, ResourceSpec.Kind.LOCK)
                .thread(
                        "t",
                        0,
                        KERN_DAEMON,
                        it -> it.at(3, 1)
                                .call(Opcode.LOCKMGR, A, exclusive, 0)
                                .run(MS)
                                .at(4, 1)
                                .call(Opcode.LOCKMGR, B, exclusive, 0))
                .thread(
                        "u",
                        1,
                        KERN_DAEMON,
                        it -> it.at(6, 1)
                                .call(Opcode.LOCKMGR, B, exclusive, 0)
                                .run(2 * MS)
                                .at(7, 1)
                                .call(Opcode.LOCKMGR, A, exclusive, 0)));
        assertEquals("""
                DEADLOCK
                t LOCK b since 1000us:4 <- u waits for lock a:7
                u LOCK a since 2000us:7 <- t waits for lock b:4
                """, waits(result));
    }

    @Test
    void aHolderThatEndedWithALockIsNamed() {
        Result result = run(scenario(1, ResourceSpec.Kind.LOCK)
                .thread("t", 0, KERN_DAEMON, it -> it.at(3, 1).call(Opcode.LOCKMGR, A, LockFlag.SHARED, 0))
                .thread("u", 0, KERN_DAEMON, it -> it.run(MS).at(6, 1).call(Opcode.LOCKMGR, A, LockFlag.EXCLUSIVE, 0)));
        assertEquals(
                "DEADLOCK\nu LOCK a since 1000us:6 <- t has ended:3\n",
                waits(result).replaceAll("t has ended:\\d+", "t has ended:3"));
    }

    @Test
    void serializersInOppositeOrderAreADeadlock() {
        Result result = run(scenario(2, ResourceSpec.Kind.SERIALIZER)
                .thread(
                        "t",
                        0,
                        KERN_DAEMON,
                        it -> it.call(Opcode.SERIALIZE_ENTER, A)
                                .run(MS)
                                .at(4, 1)
                                .call(Opcode.SERIALIZE_ENTER, B))
                .thread(
                        "u",
                        1,
                        KERN_DAEMON,
                        it -> it.call(Opcode.SERIALIZE_ENTER, B)
                                .run(MS)
                                .at(7, 1)
                                .call(Opcode.SERIALIZE_ENTER, A)));
        assertEquals("""
                DEADLOCK
                t SERIALIZER b since 1000us:4 <- u waits for serializer a:7
                u SERIALIZER a since 1000us:7 <- t waits for serializer b:4
                """, waits(result));
    }

    @Test
    void spinLocksInOppositeOrderSpinForEverAndAreFound() {
        Result result = run(scenario(2, ResourceSpec.Kind.SPINLOCK)
                .thread(
                        "t",
                        0,
                        KERN_DAEMON,
                        it -> it.call(Opcode.SPIN_LOCK, A).run(MS).at(4, 1).call(Opcode.SPIN_LOCK, B))
                .thread(
                        "u",
                        1,
                        KERN_DAEMON,
                        it -> it.call(Opcode.SPIN_LOCK, B).run(MS).at(7, 1).call(Opcode.SPIN_LOCK, A)));
        assertEquals("""
                DEADLOCK
                t SPINLOCK b since 1000us:4 <- u waits for spinlock a:7
                u SPINLOCK a since 1000us:7 <- t waits for spinlock b:4
                """, waits(result));
        assertTrue(result.end().timeNs() < 2 * MS, "found at " + result.end().timeNs());
    }

    @Test
    void aSpinLockWhoseHolderComputesIsWaitedFor() {
        Result result = run(scenario(2, ResourceSpec.Kind.SPINLOCK)
                .thread(
                        "t",
                        0,
                        KERN_DAEMON,
                        it -> it.call(Opcode.SPIN_LOCK, A).run(50 * MS).call(Opcode.SPIN_UNLOCK, A))
                .thread(
                        "u",
                        1,
                        KERN_DAEMON,
                        it -> it.run(MS).call(Opcode.SPIN_LOCK, A).call(Opcode.SPIN_UNLOCK, A)));
        assertEquals("QUIESCENT\n", waits(result));
    }

    @Test
    void aTokenIsWaitedForWhileItsHolderSleepsWithATimeout() {
        Result result = run(scenario(2, ResourceSpec.Kind.TOKEN)
                .resource(ResourceSpec.of("c", ResourceSpec.Kind.CHANNEL))
                .thread(
                        "t",
                        0,
                        KERN_DAEMON,
                        it -> it.call(Opcode.GETTOKEN, A)
                                .call(Opcode.TSLEEP, 2, 0, 100 * MS)
                                .call(Opcode.RELTOKEN, A))
                .thread(
                        "u",
                        1,
                        KERN_DAEMON,
                        it -> it.run(MS).call(Opcode.GETTOKEN, A).run(200 * MS).call(Opcode.RELTOKEN, A)));
        assertEquals("QUIESCENT\n", waits(result));
    }

    @Test
    void aWakeupThatCameBeforeTheSleepIsLost() {
        Result result = run(scenario(1, ResourceSpec.Kind.CHANNEL)
                .thread("waker", 0, KERN_DAEMON, it -> it.at(3, 1).call(Opcode.WAKEUP, A))
                .thread("sleeper", 0, KERN_DAEMON, it -> it.run(5 * MS).at(6, 1).call(Opcode.TSLEEP, A, 0, 0))
                .expectLostWakeup("sleeper", "lost wakeup of sleeper"));
        assertEquals("""
                LOST_WAKEUP
                sleeper CHANNEL a since 5000us:6 !waker:3 last 0us
                """, waits(result));
        assertTrue((result.held() && result.endedAsExpected()));
    }

    @Test
    void eachSleeperOfALargeArrayIsFound() {
        Result result = run(scenario(1, ResourceSpec.Kind.CHANNEL)
                .thread(ThreadSpec.kernel("sleeper").times(1000), it -> it.call(Opcode.TSLEEP, A, 0, 0))
                .expectLostWakeup("sleeper", "lost wakeup of sleeper")
                .expectLostWakeup("sleeper[999]", "lost wakeup of sleeper[999]"));
        assertEquals(1000, result.end().waits().size());
        assertTrue((result.held() && result.endedAsExpected()));
    }

    @Test
    void aLostWakeupThatNobodyExpectsFailsTheScenario() {
        Result result = run(scenario(1, ResourceSpec.Kind.CHANNEL)
                .thread("sleeper", 0, KERN_DAEMON, it -> it.call(Opcode.TSLEEP, A, 0, 0)));
        assertEquals("LOST_WAKEUP\nsleeper CHANNEL a since 0us\n", waits(result));
        assertTrue(!(result.held() && result.endedAsExpected()));
    }

    @Test
    void aDaemonMaySleepForEver() {
        Result result = run(scenario(1, ResourceSpec.Kind.CHANNEL)
                .thread(ThreadSpec.kernel("sleeper").asDaemon(), it -> it.call(Opcode.TSLEEP, A, 0, 0)));
        assertEquals("QUIESCENT\n", waits(result));
    }

    @Test
    void anInterruptThreadMayWaitForEver() {
        Result result = run(scenario(1, ResourceSpec.Kind.CHANNEL)
                .interruptThread(
                        "nic",
                        0,
                        INT_MED,
                        it -> it.forever(turn -> turn.call(Opcode.WAIT).run(US))));
        assertEquals("QUIESCENT\n", waits(result));
    }

    @Test
    void aThreadThatNobodyEverScheduledIsNotMissed() {
        Result result = run(scenario(1, ResourceSpec.Kind.CHANNEL)
                .thread(ThreadSpec.kernel("t").nostart(), it -> it.run(MS)));
        assertEquals("QUIESCENT\n", waits(result));
    }

    @Test
    void aThreadThatTookItselfOffWaitsToBeScheduled() {
        Result result = run(ScenarioBuilder.scenario("end", "end.lwkt", 1, 1)
                .machine(machine(2, S))
                .thread(
                        "t",
                        0,
                        KERN_DAEMON,
                        it -> it.run(2 * MS)
                                .call(Opcode.DESCHEDULE_SELF)
                                .at(4, 1)
                                .switchThread())
                .thread("u", 1, KERN_DAEMON, it -> it.at(6, 1).schedule(0))
                .expectLostWakeup("t", "lost wakeup of t")
                .expectEnds(Ending.QUIESCENT, "quiescent"));
        assertEquals("""
                LOST_WAKEUP
                t SCHEDULE  since 2000us:4 !u:6 last 0us
                """, waits(result));
        assertTrue(result.expectations().get(0).held());
        assertEquals("lost wakeup at 2ms: t waits", result.expectations().get(1).actual());
    }

    @Test
    void aReplyThatTheReceiverNeverSendsIsOwedByIt() {
        Result result = run(ScenarioBuilder.scenario("end", "end.lwkt", 1, 1)
                .machine(machine(2, S))
                .resource(ResourceSpec.of("port", ResourceSpec.Kind.SPIN_PORT))
                .resource(ResourceSpec.of("msg", ResourceSpec.Kind.MESSAGE))
                .thread("client", 0, KERN_DAEMON, it -> it.at(3, 1).call(Opcode.DOMSG, 0, 1, 0))
                .thread("server", 1, KERN_DAEMON, it -> it.at(5, 1).call(Opcode.WAITPORT, 0, 0)));
        assertEquals(
                "DEADLOCK\nclient REPLY msg since 0us:3 <- server has ended:5\n",
                waits(result).replaceAll("ended:\\d+", "ended:5"));
    }

    @Test
    void aReplyEndsTheWaitAtItsPort() {
        Result result = run(ScenarioBuilder.scenario("end", "end.lwkt", 1, 1)
                .machine(machine(2, S))
                .resource(ResourceSpec.of("port", ResourceSpec.Kind.SPIN_PORT))
                .resource(ResourceSpec.of("msg", ResourceSpec.Kind.MESSAGE).of(2))
                .resource(ResourceSpec.of("answers", ResourceSpec.Kind.SPIN_PORT))
                .resource(ResourceSpec.of("other", ResourceSpec.Kind.MESSAGE))
                .thread(
                        "client",
                        0,
                        KERN_DAEMON,
                        it -> it.at(3, 1)
                                .call(Opcode.SENDMSG, 0, 1)
                                .at(4, 1)
                                .call(Opcode.WAITPORT, 2, 0)
                                .at(5, 1)
                                .call(Opcode.WAITPORT, 2, 0))
                .thread(
                        "server",
                        1,
                        KERN_DAEMON,
                        it -> it.at(6, 1)
                                .call(Opcode.WAITPORT, 0, 0)
                                .run(MS)
                                .at(7, 1)
                                .call(Opcode.REPLYMSG, 1, 0)
                                .at(8, 1)
                                .ifElse(Expr.ZERO, never -> never.at(9, 1).call(Opcode.REPLYMSG, 3, 0), always -> {})));
        assertEquals(
                "LOST_WAKEUP\nclient PORT answers since X:5 !server:7 last Y\n",
                waits(result).replaceAll("since \\d+us", "since X").replaceAll("last \\d+us", "last Y"));
    }

    @Test
    void aServerThatIsNoDaemonWaitsForAMessage() {
        Result result = run(ScenarioBuilder.scenario("end", "end.lwkt", 1, 1)
                .machine(machine(2, S))
                .resource(ResourceSpec.of("port", ResourceSpec.Kind.SPIN_PORT))
                .resource(ResourceSpec.of("msg", ResourceSpec.Kind.MESSAGE))
                .thread("client", 0, KERN_DAEMON, it -> it.run(MS).at(3, 1).call(Opcode.DOMSG, 0, 1, 0))
                .thread(
                        "server",
                        1,
                        KERN_DAEMON,
                        it -> it.forever(turn ->
                                turn.at(5, 1).call(Opcode.WAITPORT, 0, 0).call(Opcode.REPLYMSG, 1, 0))));
        assertEquals(
                "LOST_WAKEUP\nserver PORT port since X:5 !client:3 last 1000us\n",
                waits(result).replaceAll("since \\d+us", "since X"));
    }

    @Test
    void aCpuThatIsStoppedForGoodIsWaitedForInVain() {
        Result result = run(ScenarioBuilder.scenario("end", "end.lwkt", 1, 1)
                .machine(machine(2, S))
                .thread(
                        "t",
                        0,
                        KERN_DAEMON,
                        it -> it.run(2 * MS)
                                .at(3, 1)
                                .callWith(handler -> handler.log("here"), Opcode.CPUSYNC_SIMPLE, Expr.constant(2)))
                .stopCpuAt(1, MS));
        assertEquals("DEADLOCK\nt CPU  since 2000us:3\n", waits(result));
    }
}
