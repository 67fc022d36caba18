// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.runtime.scenario.Runs.INT_MED;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.S;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.machine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.snapshot.Snapshot;
import org.lwkt.runtime.snapshot.StateHash;
import org.lwkt.runtime.trace.TraceEvent;

class SnapshotTest {
    private static final int STEPS_MOST = 5_000;

    private static Session start(long seed) {
        return Runner.of(AnyScenario.of(seed)).budget(AnyScenario.BUDGET).start();
    }

    private static long someTimeNs(Session session, long seed) {
        return Math.floorMod(seed * 0x9e3779b97f4a7c15L, 60 * MS) / (1 + Math.floorMod(seed, 9));
    }

    @Property(seed = "1", tries = 500)
    void aRestoredRunFindsTheSameAgain(@ForAll long seed) {
        assertFindsTheSameAgain(Runner.of(AnyScenario.of(seed)).budget(AnyScenario.BUDGET), seed);
    }

    @Property(seed = "1", tries = 500)
    void soDoesOneOfAnyKernelCallsFaultsAndCosts(@ForAll long seed) {
        assertFindsTheSameAgain(Runner.of(AnyProgram.of(seed)).budget(AnyProgram.BUDGET), seed);
    }

    private static void assertFindsTheSameAgain(Runner runner, long seed) {
        Result whole = runner.run();
        Session session = runner.start();
        session.runTo(someTimeNs(session, seed));
        long timeNs = session.timeNs();
        long steps = session.steps();
        StateHash hash = session.hash();
        boolean over = session.isOver();
        Snapshot snapshot = session.snapshot();
        assertEquals(hash, session.hash(), "taking a snapshot changed the state");

        for (int turn = 0; turn < 2; turn++) {
            assertEquals(whole, session.run());
            session.restore(snapshot);
            assertEquals(timeNs, session.timeNs());
            assertEquals(steps, session.steps());
            assertEquals(over, session.isOver());
            assertEquals(hash, session.hash());
        }
        assertEquals(whole, session.run());
    }

    @Property(seed = "1", tries = 200)
    void snapshotsOfOneRunMayBeRestoredInAnyOrder(@ForAll long seed) {
        Session session = start(seed);
        List<Snapshot> snapshots = new ArrayList<>();
        List<StateHash> hashes = new ArrayList<>();
        long every = 1 + Math.floorMod(seed, 200);
        for (long step = 0; step < STEPS_MOST && !session.isOver(); step++) {
            if (step % every == 0 && snapshots.size() < 12) {
                snapshots.add(session.snapshot());
                hashes.add(session.hash());
            }
            session.step();
        }
        Result whole = session.run();
        int[] order = {3, 0, 7, 11, 1, 1, 10, 2, 5, 9, 4, 8, 6};
        for (int index : order) {
            if (index < snapshots.size()) {
                session.restore(snapshots.get(index));
                assertEquals(hashes.get(index), session.hash());
                session.step();
                if (index % 2 == 0) {
                    assertEquals(whole, session.run());
                }
            }
        }
    }

    @Property(seed = "1", tries = 300)
    void theHashIsThatOfTheStateAndNotOfTheWayToIt(@ForAll long seed) {
        Session straight = start(seed);
        long timeNs = someTimeNs(straight, seed);
        straight.runTo(timeNs);
        Session inParts = Runner.of(AnyScenario.of(seed))
                .budget(AnyScenario.BUDGET)
                .recordTrace(false)
                .start();
        for (long part = timeNs / 7; part < timeNs; part += 1 + timeNs / 7) {
            inParts.runTo(part);
            Snapshot snapshot = inParts.snapshot();
            inParts.runTo(timeNs);
            inParts.restore(snapshot);
        }
        inParts.runTo(timeNs);
        if (!straight.isOver() || !straight.result().end().detail().endsWith("trace events")) {
            assertEquals(straight.hash(), inParts.hash());
        }
    }

    @Property(seed = "1", tries = 100)
    void eachStepHasAHashOfItsOwnWhileTimePasses(@ForAll long seed) {
        Session session = start(seed);
        Set<StateHash> hashes = new HashSet<>();
        long timeNs = -1;
        int instants = 0;
        for (int step = 0; step < STEPS_MOST && !session.isOver(); step++) {
            if (session.timeNs() != timeNs) {
                timeNs = session.timeNs();
                instants++;
                assertTrue(hashes.add(session.hash()), "two times with one hash");
            }
            session.step();
        }
        assertEquals(instants, hashes.size());
    }

    /** Two interrupt threads on two CPUs that have nothing to do with each other, woken in either order. */
    private static Session commuting(long firstNs, long secondNs) {
        Session session = Runner.of(ScenarioBuilder.scenario("commuting")
                        .machine(machine(3, 100 * MS))
                        .interruptThread(
                                "left",
                                0,
                                INT_MED,
                                body -> body.forever(
                                        turn -> turn.awaitInterrupt().run(50 * US)))
                        .interruptThread(
                                "right",
                                1,
                                INT_MED,
                                body -> body.forever(
                                        turn -> turn.awaitInterrupt().run(50 * US)))
                        .interruptThread(
                                "busy", 2, INT_MED, body -> body.run(20 * MS).run(20 * MS))
                        .thread("work", 0, KERN_DAEMON, body -> body.run(30 * MS))
                        .thread("more", 1, KERN_DAEMON, body -> body.run(30 * MS))
                        .interruptAt("left", 2, firstNs)
                        .interruptAt("right", 2, secondNs)
                        .build())
                .start();
        session.runTo(12 * MS);
        return session;
    }

    @Test
    void twoOrdersWithTheSameOutcomeHaveOneHash() {
        Session oneWay = commuting(2 * MS, 3 * MS);
        Session theOther = commuting(3 * MS, 2 * MS);
        assertEquals(oneWay.timeNs(), theOther.timeNs());
        assertEquals(oneWay.hash(), theOther.hash());
        assertNotEquals(oneWay.hash(), commuting(2 * MS, 11_990 * US).hash());
    }

    @Test
    void aResultStaysWhatItIsWhenTheRunIsTakenBack() {
        Session session = Runner.of(ScenarioBuilder.scenario("ticks")
                        .machine(machine(1, 100 * S).withHz(1000))
                        .thread("a", 0, KERN_DAEMON, body -> body.run(MS).run(90 * S))
                        .build())
                .start();
        session.runTo(5 * S);
        Snapshot early = session.snapshot();
        Result result = session.run();
        List<TraceEvent> trace = List.copyOf(result.trace());
        assertTrue(trace.size() > 50_000);

        session.restore(early);
        session.step();
        assertEquals(trace, result.trace());
        session.restore(early);
        assertEquals(result, session.run());
    }

    @Test
    void aRunThatIsOverCanBeTakenBack() {
        Session session = start(7);
        Snapshot before = session.snapshot();
        Result result = session.run();
        Snapshot after = session.snapshot();
        session.restore(before);
        assertFalse(session.isOver());
        assertThrows(IllegalStateException.class, session::result);
        session.restore(after);
        assertTrue(session.isOver());
        assertEquals(result, session.result());
    }

    @Test
    void aSnapshotOfAnotherRunIsRefused() {
        Snapshot other = start(7).snapshot();
        assertThrows(IllegalArgumentException.class, () -> start(7).restore(other));
    }

    @Test
    void aHundredThousandThreadsAreTakenBack() {
        ScenarioBuilder scenario = ScenarioBuilder.scenario("many").machine(machine(2, 10 * S));
        for (int index = 0; index < 100_000; index++) {
            scenario.thread(
                    "t" + index,
                    index % 2,
                    KERN_DAEMON,
                    body -> body.forever(turn -> turn.run(MS).yieldThread()));
        }
        Session session = Runner.of(scenario.build()).recordTrace(false).start();
        session.runTo(20 * MS);
        StateHash hash = session.hash();
        Snapshot snapshot = session.snapshot();
        String digest = session.run().digest();
        assertNotEquals(hash, session.hash());
        session.restore(snapshot);
        assertEquals(hash, session.hash());
        assertEquals(digest, session.run().digest());
    }
}
