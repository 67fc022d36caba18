// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.lwkt.runtime.scenario.Runs.ANY;
import static org.lwkt.runtime.scenario.Runs.INT_MED;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.machine.CostProfile;
import org.lwkt.runtime.machine.FaultSpec;
import org.lwkt.runtime.machine.MachineSpec.TieBreaking;
import org.lwkt.runtime.outcome.RunEnd;

/** Same scenario, same seed: the same digest, however and wherever it runs. */
class SameDigestTest {
    /** Draws from every stream: order, jitter and faults, on a machine whose steps all take time. */
    private static Scenario random(long seed) {
        return ScenarioBuilder.scenario("random")
                .machine(machine(3, 300 * MS)
                        .withSeed(seed)
                        .withTieBreaking(TieBreaking.RANDOM)
                        .withInvariants(false)
                        .withCosts(CostProfile.X86_64))
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        it -> it.forever(turn -> turn.run(MS).schedule(1).yieldThread()))
                .thread(
                        "b",
                        1,
                        KERN_DAEMON,
                        it -> it.forever(
                                turn -> turn.deschedule(1).switchThread().run(300 * US)))
                .thread(
                        "c",
                        2,
                        KERN_DAEMON,
                        it -> it.forever(
                                turn -> turn.run(MS).migrateCpu(0).run(MS).migrateCpu(2)))
                .interruptThread(
                        "nic",
                        0,
                        INT_MED,
                        it -> it.forever(turn -> turn.awaitInterrupt().run(9 * US)))
                .interruptEvery("nic", ANY, 2 * MS, MS, 300 * MS, MS)
                .stopCpuAt(1, 100 * MS)
                .restartCpuAt(1, 120 * MS)
                .fault(FaultSpec.delayIpi(50 * US).withChance(20))
                .fault(FaultSpec.dropIpi().withChance(10))
                .fault(FaultSpec.duplicateIpi(US).withChance(10))
                .fault(FaultSpec.reorderIpi(MS).withChance(10))
                .fault(FaultSpec.loseTick().withChance(30))
                .fault(FaultSpec.lateTick(2 * MS).withChance(30))
                .fault(FaultSpec.slowCpu(2, 250).from(50 * MS).until(200 * MS))
                .build();
    }

    private static String digest(long seed) {
        return Runner.of(random(seed)).recordTrace(false).run().digest();
    }

    /** Run in the other JVM. */
    static final class Prints {
        private Prints() {}

        public static void main(String[] arguments) {
            System.out.println(digest(1));
        }
    }

    @Test
    void aHundredRunsAgreeAndAnotherSeedDiffers() {
        assertEquals(
                1, IntStream.range(0, 100).mapToObj(it -> digest(1)).distinct().count());
        assertNotEquals(digest(1), digest(2));
    }

    @Test
    void everyFaultHits() {
        Result result = Runner.of(random(1)).run();
        assertEquals(RunEnd.Reason.HORIZON, result.end().reason(), result.end().toString());
        assertEquals(
                7,
                result.faults().stream().filter(it -> it.count() > 0).count(),
                result.faults().toString());
    }

    @Test
    void machinesSideBySideAgree() {
        assertEquals(
                List.of(digest(1)),
                IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(it -> digest(1))
                        .distinct()
                        .toList());
    }

    @Test
    void theInterpreterAndTheCompilerOfTheJvmAgree() throws Exception {
        assertEquals(List.of(digest(1)), OtherJvm.lines(Prints.class, "-Xint"));
        assertEquals(List.of(digest(1)), OtherJvm.lines(Prints.class));
    }

    /** Where the environment names a JDK 21, as CI services do. */
    @Test
    void jdk21Agrees() throws Exception {
        String home = System.getenv("JAVA_HOME_21_X64");
        assumeTrue(home != null, "JAVA_HOME_21_X64 is not set");
        assertEquals(List.of(digest(1)), OtherJvm.lines(Path.of(home), Prints.class));
    }

    @Test
    void itIsTheSameInPartsAndFromASnapshot() {
        Session session = Runner.of(random(1)).recordTrace(false).start();
        for (long timeNs = 0; timeNs < 300 * MS; timeNs += 7 * MS) {
            session.runTo(timeNs);
        }
        assertEquals(digest(1), session.run().digest());
    }
}
