// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwkt.runtime.scenario.Runs.ANY;
import static org.lwkt.runtime.scenario.Runs.INT_MED;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.S;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.machine;
import static org.lwkt.runtime.scenario.Runs.run;
import static org.lwkt.runtime.scenario.Runs.thread;

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.metrics.CpuMetrics;
import org.lwkt.runtime.metrics.ThreadMetrics;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class MetricsTest {
    private static Result busyMachine() {
        return run(ScenarioBuilder.scenario("busy")
                .machine(machine(2, 100 * MS))
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.forever(turn -> turn.run(3 * MS).yieldThread()))
                .thread(
                        "b",
                        0,
                        KERN_DAEMON,
                        body -> body.forever(turn -> turn.run(4 * MS).yieldThread()))
                .thread("c", 1, KERN_DAEMON, body -> body.run(9 * MS))
                .interruptThread(
                        "nic",
                        0,
                        INT_MED,
                        body -> body.forever(turn -> turn.awaitInterrupt().run(50 * US)))
                .interruptEvery("nic", 1, 7 * MS, MS, 90 * MS)
                .interruptEvery("nic", ANY, 5 * MS, MS, 90 * MS));
    }

    private static long count(Result result, int cpu, Kind... kinds) {
        return result.trace().stream()
                .filter(it -> it.cpu() == cpu && java.util.List.of(kinds).contains(it.kind()))
                .count();
    }

    @Test
    void theTimesOfAllThreadsAddUpToTheBusyTimeOfAllCpus() {
        Result result = busyMachine();
        long threads =
                result.threads().stream().mapToLong(ThreadMetrics::cpuTimeNs).sum();
        long cpus = result.cpus().stream().mapToLong(CpuMetrics::busyNs).sum();
        assertEquals(threads, cpus);
        assertEquals(100 * MS, result.cpus().get(0).busyNs());
        assertEquals(9 * MS, result.cpus().get(1).busyNs());
    }

    @Test
    void busyTimeIsTheTimeBetweenSwitchesToThreadsAndToTheIdleThread() {
        Result result = busyMachine();
        for (int cpu = 0; cpu < 2; cpu++) {
            long idleNs = 0;
            long sinceNs = 0;
            boolean idle = true;
            for (TraceEvent event : result.trace()) {
                if (event.cpu() == cpu && (event.kind() == Kind.SWITCH || event.kind() == Kind.PREEMPT)) {
                    idleNs += idle ? event.timeNs() - sinceNs : 0;
                    sinceNs = event.timeNs();
                    idle = event.thread().equals("idle" + cpu);
                }
            }
            idleNs += idle ? result.end().timeNs() - sinceNs : 0;
            assertEquals(result.end().timeNs(), idleNs + result.cpus().get(cpu).busyNs());
        }
    }

    @Test
    void countsAreThoseOfTheTrace() {
        Result result = busyMachine();
        for (CpuMetrics cpu : result.cpus()) {
            assertEquals(count(result, cpu.cpu(), Kind.SWITCH, Kind.PREEMPT), cpu.switches());
            assertEquals(count(result, cpu.cpu(), Kind.PREEMPT), cpu.preemptions());
            assertEquals(count(result, cpu.cpu(), Kind.TICK), cpu.ticks());
            assertEquals(count(result, cpu.cpu(), Kind.INTERRUPT), cpu.interrupts());
            assertEquals(count(result, cpu.cpu(), Kind.IPI_SEND), cpu.ipisSent());
            assertEquals(count(result, cpu.cpu(), Kind.IPI_RECEIVE), cpu.ipisReceived());
        }
        assertEquals(
                result.switches(),
                result.cpus().stream().mapToLong(CpuMetrics::switches).sum());
    }

    @Test
    void whatNeverHappenedIsMinusOne() {
        Result result = run(ScenarioBuilder.scenario("never")
                .machine(machine(1, 20 * MS))
                .thread("a", 0, 20, body -> body.run(S))
                .thread("b", 0, 10, body -> body.run(MS)));
        assertEquals(new ThreadMetrics("a", 20 * MS, 1, 0, 0, -1, 0), thread(result, "a"));
        assertEquals(new ThreadMetrics("b", 0, 0, 0, -1, -1, 0), thread(result, "b"));
    }

    @Test
    void latencyIsTheLongestWaitFromBeingMadeRunnableToTheNextInstruction() {
        Result result = run(ScenarioBuilder.scenario("latency")
                .thread("first", 0, 20, body -> body.run(7 * MS))
                .thread("second", 0, 10, body -> body.run(MS)));
        assertEquals(0, thread(result, "first").latencyMaxNs());
        assertEquals(7 * MS, thread(result, "second").latencyMaxNs());
    }

    @Test
    void aNameLongerThanTheKernelKeepsIsShownInFull() {
        String name = "aThreadNameOfMoreThanSixteenCharacters";
        Result result = run(ScenarioBuilder.scenario("name").thread(name, 0, 10, body -> body.run(MS)));
        assertEquals(name, result.threads().get(0).name());
        assertEquals(name, result.trace().get(0).thread());
    }
}
