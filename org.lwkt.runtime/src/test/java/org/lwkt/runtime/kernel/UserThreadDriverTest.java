// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calls by which a machine drives user threads, as the description of the package lists them. */
class UserThreadDriverTest {
    /** Where a CPU stands between two ticks of the driver's clock, and what the kernel said meanwhile. */
    private static final class Driver implements KernelObserver {
        final Kernel kernel;
        final List<String> heard = new ArrayList<>();
        private final Flow[] at;
        private final List<Integer> interrupted = new ArrayList<>();

        Driver(int ncpus, int hz) {
            Sysctls sysctls = new Sysctls();
            sysctls.set("kern.hz", hz);
            kernel = new Kernel(ncpus, true, sysctls, new Bsd4UserScheduler(), this);
            kernel.boot();
            at = new Flow[ncpus];
            Arrays.fill(at, Flow.IDLE);
        }

        /** A thread that does nothing but compute in user mode, made from CPU 0 as the current thread there. */
        LwktThread spawn(String name) {
            GlobalData gd = kernel.cpu(0);
            LwktThread maker = gd.curThread();
            go(0, gd.lwps().create(Driver::compute, name));
            LwktThread td = maker.created();
            go(0, gd.lwps().start(td.lwp()));
            settle();
            return td;
        }

        private static Flow compute(GlobalData gd, LwktThread td) {
            return (td.flags() & ThreadFlag.USERMODE) != 0
                    ? Flow.FETCH
                    : gd.userMode().returnToUser();
        }

        /** The timer interrupt, on each CPU in turn. */
        void tick() {
            for (int cpu = 0; cpu < at.length; cpu++) {
                go(cpu, kernel.cpu(cpu).interrupts().timer());
                settle();
            }
        }

        /** Lets interrupts arrive that were sent, and idle CPUs look for work, until every CPU computes or halts. */
        private void settle() {
            boolean moved = true;
            while (moved) {
                moved = false;
                while (!interrupted.isEmpty()) {
                    int cpu = interrupted.removeFirst();
                    go(cpu, kernel.cpu(cpu).interrupts().ipi());
                    moved = true;
                }
                for (int cpu = 0; cpu < at.length; cpu++) {
                    if (at[cpu] == Flow.SPIN
                            || at[cpu] == Flow.IDLE && kernel.cpu(cpu).lwktReschedWanted()) {
                        go(cpu, Flow.RETURN);
                        moved = true;
                    }
                }
            }
        }

        private void go(int cpu, Flow flow) {
            at[cpu] = kernel.cpu(cpu).proceed(flow);
        }

        /** Who computes in user mode on a CPU, or what its current thread is called in brackets. */
        String inUserMode(int cpu) {
            LwktThread td = kernel.cpu(cpu).curThread();
            return (td.flags() & ThreadFlag.USERMODE) != 0 ? td.comm() : "[" + td.comm() + "]";
        }

        @Override
        public void ipiSent(
                GlobalData source, GlobalData target, IpiFunction function, Object argument, boolean hardware) {
            if (hardware) {
                interrupted.add(target.cpuId());
            }
        }

        @Override
        public void ast(GlobalData gd, LwktThread td) {
            heard.add("ast " + td.comm());
        }

        @Override
        public void acquiredCurproc(GlobalData gd, LwktThread td) {
            heard.add("acquired " + td.comm());
        }

        @Override
        public void releasedCurproc(GlobalData gd, LwktThread td) {
            heard.add("released " + td.comm());
        }
    }

    @Test
    void twoUserThreadsOfOneCpuAlternateByTheAst() {
        Driver driver = new Driver(1, 100);
        driver.spawn("a");
        driver.spawn("b");
        int ranA = 0;
        int changes = 0;
        for (int tick = 0; tick < 1000; tick++) {
            String before = driver.inUserMode(0);
            ranA += before.equals("a") ? 1 : 0;
            driver.heard.clear();
            driver.tick();
            String after = driver.inUserMode(0);
            if (!after.equals(before)) {
                changes++;
                assertEquals("ast " + before, driver.heard.getFirst());
                assertEquals("acquired " + after, driver.heard.getLast());
            }
        }
        assertEquals(500, ranA, 50);
        assertTrue(changes > 1000 / 50, changes + " changes");
    }

    @Test
    void twoCpusRunOneUserThreadEach() {
        Driver driver = new Driver(2, 100);
        driver.spawn("a");
        driver.spawn("b");
        for (int tick = 0; tick < 100; tick++) {
            driver.tick();
            assertEquals(1, Math.abs(driver.inUserMode(0).compareTo(driver.inUserMode(1))), "tick " + tick);
        }
    }

    @Test
    void threeUserThreadsShareTwoCpusByRequestsAcrossThem() {
        Driver driver = new Driver(2, 100);
        List<String> names = List.of("a", "b", "c");
        names.forEach(driver::spawn);
        int[] ran = new int[3];
        for (int tick = 0; tick < 600; tick++) {
            driver.tick();
            for (int cpu = 0; cpu < 2; cpu++) {
                ran[names.indexOf(driver.inUserMode(cpu))]++;
            }
        }
        for (int share : ran) {
            assertEquals(400, share, 40, Arrays.toString(ran));
        }
    }

    @Test
    void aTickDoesNotTakeTheCpuFromASystemCall() {
        Driver driver = new Driver(1, 100);
        LwktThread a = driver.spawn("a");
        driver.spawn("b");
        GlobalData gd = driver.kernel.cpu(0);
        while (gd.curThread() != a) {
            driver.tick();
        }
        gd.userMode().enter();
        for (int tick = 0; tick < 100; tick++) {
            gd.interrupts().timer();
            assertSame(a, gd.curThread());
        }
        driver.heard.clear();
        driver.go(0, gd.userMode().returnToUser());
        assertEquals("b", driver.inUserMode(0), "asked to while in the kernel, it lets the other go first");
        assertFalse(driver.heard.contains("ast a"));
    }

    @Test
    void aThreadThatExitsLeavesTheCpuToTheOther() {
        Driver driver = new Driver(1, 100);
        driver.spawn("a");
        driver.spawn("b");
        String left = driver.inUserMode(0);
        GlobalData gd = driver.kernel.cpu(0);
        gd.userMode().enter();
        driver.go(0, gd.lwps().exit());
        assertEquals(left.equals("a") ? "b" : "a", driver.inUserMode(0));
    }

    @Test
    void theClockOfTheSchedulerTicksFiftyTimesASecondWhateverHzIs() {
        for (int hz : new int[] {1000, 128, 100, 60, 50, 10}) {
            Driver driver = new Driver(1, hz);
            for (int tick = 0; tick < hz; tick++) {
                driver.tick();
            }
            assertEquals(
                    SchedClock.ESTCPUFREQ, driver.kernel.cpu(0).schedClock().lastTick(), "hz " + hz);
        }
    }

    @Test
    void theHelperOfEachCpuSleepsWhileItIsNotNeeded() {
        Driver driver = new Driver(2, 100);
        for (int cpu = 0; cpu < 2; cpu++) {
            LwktThread helper = driver.kernel.userScheduler.helper(cpu);
            assertEquals("usched " + cpu, helper.comm());
            assertTrue((helper.flags() & ThreadFlag.TSLEEPQ) != 0);
        }
    }
}
