// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.S;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.machine;
import static org.lwkt.runtime.scenario.Runs.run;
import static org.lwkt.runtime.scenario.Runs.thread;
import static org.lwkt.runtime.scenario.Runs.trace;

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class IpiTest {
    @Test
    void aWakeUpAcrossCpusTakesTheLatency() {
        Result result = run(ScenarioBuilder.scenario("wake-up")
                .machine(machine(2, S))
                .thread(
                        "waker",
                        0,
                        KERN_DAEMON,
                        body -> body.run(5 * MS).schedule(1).run(MS))
                .thread(
                        "sleeper",
                        1,
                        KERN_DAEMON,
                        body -> body.deschedule(1).switchThread().run(MS)));
        assertEquals("""
                5ms cpu0 IPI_SEND sleeper to cpu 1: lwkt_schedule_remote
                5.002ms cpu1 IPI_RECEIVE sleeper from cpu 0: lwkt_schedule_remote
                6ms cpu0 END waker
                6.002ms cpu1 END sleeper
                """, trace(result, Kind.IPI_SEND, Kind.IPI_RECEIVE, Kind.END));
        assertEquals(2 * US, thread(result, "sleeper").latencyMaxNs());
        assertEquals(1, result.cpus().get(0).ipisSent());
        assertEquals(1, result.cpus().get(1).ipisReceived());
    }

    @Test
    void withoutLatencyItArrivesAtTheSameInstant() {
        Result result = run(ScenarioBuilder.scenario("at once")
                .machine(machine(2, S).withIpiLatency(0))
                .thread("waker", 0, KERN_DAEMON, body -> body.run(5 * MS).schedule(1))
                .thread(
                        "sleeper",
                        1,
                        KERN_DAEMON,
                        body -> body.deschedule(1).switchThread().run(MS)));
        assertEquals(6 * MS, thread(result, "sleeper").endNs());
        assertEquals(0, thread(result, "sleeper").latencyMaxNs());
    }

    @Test
    void anIpiInACriticalSectionIsTakenAtItsEnd() {
        Result result = run(ScenarioBuilder.scenario("pended")
                .machine(machine(2, S))
                .thread("waker", 0, KERN_DAEMON, body -> body.run(MS).schedule(1))
                .thread(
                        "sleeper",
                        1,
                        KERN_DAEMON,
                        body -> body.deschedule(1).switchThread().run(MS))
                .thread(
                        "busy",
                        1,
                        KERN_DAEMON,
                        body -> body.critical(section -> section.run(3 * MS)).run(MS)));
        assertEquals("""
                1.002ms cpu1 PEND busy ipi
                3ms cpu1 IPI_RECEIVE sleeper from cpu 0: lwkt_schedule_remote
                4ms cpu1 END busy
                5ms cpu1 END sleeper
                """, trace(result, Kind.PEND, Kind.IPI_RECEIVE, Kind.END).replace("1ms cpu0 END waker\n", ""));
    }

    @Test
    void aMigrationTakesTheLatencyAndUsesNeitherCpuMeanwhile() {
        Result result = run(ScenarioBuilder.scenario("migration")
                .machine(machine(2, S))
                .thread(
                        "mover",
                        0,
                        KERN_DAEMON,
                        body -> body.run(MS).migrateCpu(1).run(MS)));
        assertEquals("""
                0s cpu0 SWITCH mover
                1ms cpu0 SWITCH idle0
                1.002ms cpu1 SWITCH mover
                2.002ms cpu1 SWITCH idle1
                """, trace(result, Kind.SWITCH));
        assertEquals(2 * MS, thread(result, "mover").cpuTimeNs());
        assertEquals(MS, result.cpus().get(0).busyNs());
        assertEquals(MS, result.cpus().get(1).busyNs());
    }
}
