// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.lwkt.runtime.scenario.Runs.ANY;
import static org.lwkt.runtime.scenario.Runs.INT_MED;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.machine;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestTest {
    /** Switches, preemptions, IPIs, ticks, interrupts, sleeps and exits on three CPUs. */
    private static Scenario mixed(String file, long workNs) {
        return ScenarioBuilder.scenario("mixed", file, 1, 1)
                .machine(machine(3, 500 * MS))
                .at(2, 1)
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.forever(
                                turn -> turn.run(workNs).yieldThread().schedule(3)))
                .thread(
                        "b",
                        0,
                        KERN_DAEMON,
                        body -> body.repeat(20, turn -> turn.run(7 * MS).yieldThread()))
                .thread(
                        "c",
                        ANY,
                        KERN_DAEMON,
                        body -> body.repeat(
                                9,
                                turn -> turn.run(3 * MS).migrateCpu(2).run(MS).migrateCpu(1)))
                .thread(
                        "d",
                        2,
                        12,
                        body -> body.forever(turn -> turn.run(MS).deschedule(3).switchThread()))
                .interruptThread(
                        "nic",
                        1,
                        INT_MED,
                        body -> body.forever(turn -> turn.awaitInterrupt().run(30 * US)))
                .interruptEvery("nic", 0, 3 * MS, MS, 400 * MS)
                .interruptEvery("nic", ANY, 5 * MS, MS, 400 * MS)
                .build();
    }

    private static String digest(Scenario scenario) {
        return Runner.of(scenario).recordTrace(false).run().digest();
    }

    @Test
    void twentyRunsGiveOne() {
        Set<String> digests = new HashSet<>();
        for (int run = 0; run < 20; run++) {
            digests.add(digest(mixed("a.lwkt", 9 * MS)));
        }
        assertEquals(1, digests.size());
    }

    @Test
    void machinesSideBySideDoNotDisturbEachOther() {
        List<String> digests = IntStream.range(0, 8)
                .parallel()
                .mapToObj(it -> digest(mixed("a.lwkt", 9 * MS)))
                .distinct()
                .toList();
        assertEquals(List.of(digest(mixed("a.lwkt", 9 * MS))), digests);
    }

    @Test
    void isTheSameWithAndWithoutATrace() {
        Scenario scenario = mixed("a.lwkt", 9 * MS);
        Result recorded = Runner.of(scenario).run();
        Result silent = Runner.of(scenario).recordTrace(false).run();
        assertEquals(recorded.digest(), silent.digest());
        assertEquals(recorded.threads(), silent.threads());
        assertEquals(recorded.cpus(), silent.cpus());
        assertEquals(recorded.end(), silent.end());
        assertEquals(recorded.steps(), silent.steps());
        assertEquals(List.of(), silent.trace());
    }

    @Test
    void doesNotDependOnTheFileNorOnTheLocale() {
        String digest = digest(mixed("a.lwkt", 9 * MS));
        assertEquals(digest, digest(mixed("/elsewhere/b.lwkt", 9 * MS)));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals(digest, digest(mixed("a.lwkt", 9 * MS)));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anotherNanosecondOfWorkIsAnotherDigest() {
        assertNotEquals(digest(mixed("a.lwkt", 9 * MS)), digest(mixed("a.lwkt", 9 * MS + 1)));
    }
}
