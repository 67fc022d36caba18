// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.machine;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.Opcode;

/** What does not end by itself is stopped by a budget, in a JVM of 256 MB. */
class BoundedMemoryTest {

    /** Run in the other JVM: prints how each ends, one a line. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] arguments) {
            print(scenario("spins")
                    .thread("a", 0, KERN_DAEMON, it -> it.at(3, 5).forever(turn -> turn.yieldThread())));
            print(scenario("floods")
                    .thread(
                            "a",
                            0,
                            KERN_DAEMON,
                            it -> it.at(4, 5).forever(turn -> turn.schedule(1).deschedule(1)))
                    .thread(
                            "b",
                            1,
                            KERN_DAEMON,
                            it -> it.forever(turn -> turn.deschedule(1).switchThread())));
            print(scenario("traces")
                    .thread(
                            "a",
                            0,
                            KERN_DAEMON,
                            it -> it.at(5, 5).forever(turn -> turn.migrateCpu(1).migrateCpu(0))));
            print(scenario("creates")
                    .thread(
                            "a",
                            0,
                            KERN_DAEMON,
                            it -> it.forever(turn ->
                                    turn.at(7, 5).call(Opcode.CREATE, 1, 1).run(US)))
                    .thread(ThreadSpec.kernel("child").template(), it -> it.run(US)));
        }

        private static ScenarioBuilder scenario(String name) {
            return ScenarioBuilder.scenario(name, "endless.lwkt", 1, 1).machine(machine(2, Long.MAX_VALUE));
        }

        private static void print(ScenarioBuilder scenario) {
            RunEnd end = Runner.of(scenario.build()).run().end();
            System.out.println(end.reason() + " " + end.detail() + " @" + end.position());
        }
    }

    @Test
    void endlessScenariosAreStoppedWithTheirLine() throws Exception {
        assertEquals(
                List.of(
                        "BUDGET more than 1000000 steps at one instant @endless.lwkt:3:5",
                        "BUDGET more than 4000000 trace events @endless.lwkt:4:5",
                        "BUDGET more than 4000000 trace events @endless.lwkt:5:5",
                        "BUDGET more than 200000 threads created @endless.lwkt:7:5"),
                OtherJvm.lines(Endless.class, "-Xmx256m"));
    }
}
