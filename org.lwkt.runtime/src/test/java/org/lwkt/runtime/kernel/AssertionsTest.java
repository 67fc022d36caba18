// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Every KASSERT, KKASSERT and panic of lwkt_thread.c, tripped. Where no call can bring the kernel into the state that an
 * assertion guards against, the test brings it there by hand.
 */
class AssertionsTest {
    private TestKernel test;
    private GlobalData cpu0;
    private GlobalData cpu1;
    private LwktThread main;

    @BeforeEach
    void boot() {
        boot(new Sysctls());
    }

    private void boot(Sysctls sysctls) {
        test = new TestKernel(2, true, sysctls);
        cpu0 = test.cpu(0);
        cpu1 = test.cpu(1);
        main = test.main;
    }

    @Test
    void everyAssertionOfTheThreadFileHasATestOrAReason() throws IOException {
        List<String> source = PortingMap.resource("lwkt_thread.assertions.txt");
        assertEquals(48, source.size());
        List<String> reasons = NotPorted.assertions();
        List<String> tripped = new ArrayList<>();
        for (Class<?> group : AssertionsTest.class.getDeclaredClasses()) {
            for (Method method : group.getDeclaredMethods()) {
                Trips trips = method.getAnnotation(Trips.class);
                if (trips != null) {
                    tripped.add(trips.function() + ": " + trips.text());
                }
            }
        }
        List<String> missing = new ArrayList<>();
        for (String assertion : source) {
            if (!reasons.contains(assertion) && tripped.stream().noneMatch(text -> isOf(assertion, text))) {
                missing.add(assertion);
            }
        }
        assertEquals(List.of(), missing, "neither tripped here nor explained in docs/NOT_PORTED.md");
        assertEquals(
                List.of(), reasons.stream().filter(it -> !source.contains(it)).toList(), "reasons without use");
    }

    /** Whether {@code text} is {@code assertion} with its format filled in. */
    private static boolean isOf(String assertion, String text) {
        String[] parts = assertion.split("%[dpX]", -1);
        List<String> quoted = new ArrayList<>();
        for (String part : parts) {
            quoted.add(Pattern.quote(part));
        }
        return text.matches(String.join("\\S+", quoted));
    }

    @Nested
    class ThreadDtor {
        @BeforeEach
        void fillTheCache() {
            boot(TestKernel.sysctl("lwkt.cache_threads", 1));
            test.kernel.memory.putThread(test.kernel.memory.getThread());
        }

        @Trips(function = "_lwkt_thread_dtor", text = "_lwkt_thread_dtor: not allocated from objcache")
        void refusesAStructureThatIsNotFromTheCache() {
            test.kernel.memory.putThread(LwktThread.template());
        }

        @Trips(function = "_lwkt_thread_dtor", text = "_lwkt_thread_dtor: corrupted stack")
        void refusesAStructureThatNeverHadAStack() {
            LwktThread td = LwktThread.template();
            td.flags = ThreadFlag.ALLOCATED_THREAD;
            test.kernel.memory.putThread(td);
        }

        @Trips(function = "_lwkt_thread_dtor", text = "_lwkt_thread_dtor: corrupted stack")
        void refusesAStructureThatLostItsStack() {
            LwktThread td = LwktThread.template();
            td.flags = ThreadFlag.ALLOCATED_THREAD | ThreadFlag.ALLOCATED_STACK;
            td.stackSize = 1;
            test.kernel.memory.putThread(td);
        }

        @Trips(function = "_lwkt_thread_dtor", text = "_lwkt_thread_dtor: corrupted stack")
        void refusesAStackWithoutSize() {
            LwktThread td = LwktThread.template();
            td.flags = ThreadFlag.ALLOCATED_THREAD | ThreadFlag.ALLOCATED_STACK;
            td.stack = 7;
            test.kernel.memory.putThread(td);
        }
    }

    @Nested
    class ScheduleSelf {
        @Trips(function = "lwkt_schedule_self", text = "assert (td->td_flags & TDF_MIGRATING) == 0")
        void refusesAThreadThatWasGivenAway() {
            test.run(0, cpu0.migration.giveaway(main));
            cpu0.scheduler.scheduleSelf(main);
        }

        @Trips(function = "lwkt_schedule_self", text = "lwkt_schedule_self(): scheduling gd_idlethread is illegal!")
        void refusesTheIdleThread() {
            cpu1.scheduler.scheduleSelf(cpu1.idleThread);
        }

        @Trips(
                function = "lwkt_schedule_self",
                text = "assert td->td_lwp == NULL || (td->td_lwp->lwp_mpflags & LWP_MP_ONRUNQ) == 0")
        void refusesAnLwpThatTheUserSchedulerHolds() {
            test.makeUser(main).setOnRunq(true);
            cpu0.scheduler.scheduleSelf(main);
        }
    }

    @Nested
    class AllocThread {
        private static final String INACTIVE = "assert (td->td_flags & (TDF_RUNNING|TDF_PREEMPT_LOCK| TDF_RUNQ)) == 0";

        @Trips(function = "lwkt_alloc_thread", text = INACTIVE)
        void refusesAnExitedThreadThatSomebodyScheduled() {
            LwktThread exited = test.makeExited("A");
            test.schedule(0, exited);
            cpu0.lifecycle.alloc(null, KernelMemory.THREAD_STACK, 0, 0);
        }

        @Trips(function = "lwkt_alloc_thread", text = INACTIVE)
        void refusesAnObjectOfTheCacheThatSomebodyScheduled() {
            LwktThread cached = test.make("A", 0, 12);
            cpu0.lifecycle.free(cached);
            cpu0.scheduler.enqueue(cached);
            cpu0.lifecycle.alloc(null, KernelMemory.THREAD_STACK, 0, 0);
        }

        @Trips(function = "lwkt_alloc_thread", text = "lwkt_alloc_thread: corrupted td flags 0x400")
        void refusesAStructureThatIsNotFromTheCache() {
            test.makeExited("A").flags = ThreadFlag.ALLOCATED_STACK;
            test.run(0, cpu0.lifecycle.alloc(null, KernelMemory.THREAD_STACK, 0, 0));
        }

        @Trips(function = "lwkt_alloc_thread", text = "lwkt_alloc_thread: corrupted td flags 0x201")
        void refusesAStructureThatRunsWhenPendedWorkWasDone() {
            LwktThread td = LwktThread.template();
            td.flags = ThreadFlag.ALLOCATED_THREAD | ThreadFlag.RUNNING;
            cpu0.lifecycle.allocAfterGet(td, 0, 0);
        }
    }

    @Nested
    class Rele {
        @Trips(function = "lwkt_rele", text = "assert td->td_refs > 0")
        void refusesWhatNobodyHolds() {
            cpu0.lifecycle.hold(main);
            cpu0.lifecycle.rele(main);
            cpu0.lifecycle.rele(main);
        }
    }

    @Nested
    class FreeThread {
        private static final String INACTIVE = "assert (td->td_flags & (TDF_RUNNING | TDF_PREEMPT_LOCK | TDF_RUNQ |"
                + " TDF_TSLEEPQ | TDF_KERNELFP)) == 0";

        @Trips(function = "lwkt_free_thread", text = "assert td->td_refs == 0")
        void refusesAThreadThatSomebodyHolds() {
            LwktThread td = test.make("A", 0, 12);
            cpu0.lifecycle.hold(td);
            cpu0.lifecycle.free(td);
        }

        @Trips(function = "lwkt_free_thread", text = INACTIVE)
        void refusesAThreadThatRuns() {
            LwktScheduler.dequeue(main);
            cpu0.lifecycle.free(main);
        }

        @Trips(function = "lwkt_free_thread", text = INACTIVE)
        void refusesAThreadOnARunQueue() {
            LwktThread td = test.make("A", 0, 12);
            test.schedule(0, td);
            cpu0.lifecycle.free(td);
        }

        @Trips(function = "lwkt_free_thread", text = INACTIVE)
        void refusesAThreadThatSleeps() {
            LwktThread td = test.make("A", 0, 14);
            test.schedule(0, td);
            test.run(0, cpu0.scheduler.switchThread());
            test.run(0, cpu0.sleepQueue.tsleep("ident", 0, "slp", 0));
            cpu0.lifecycle.free(td);
        }

        @Trips(function = "lwkt_free_thread", text = INACTIVE)
        void refusesAThreadThatUsesTheFpu() {
            LwktThread td = test.make("A", 0, 12);
            td.setFlags(ThreadFlag.KERNELFP, true);
            cpu0.lifecycle.free(td);
        }

        @Trips(function = "lwkt_free_thread", text = "lwkt_free_thread: corrupted stack")
        void refusesAStackWithoutSize() {
            test.run(0, cpu0.lifecycle.alloc(LwktThread.template(), 0, 0, 0));
            cpu0.lifecycle.free(main.created);
        }

        @Trips(function = "lwkt_free_thread", text = "lwkt_free_thread: corrupted stack")
        void refusesAStructureThatLostItsStack() {
            test.run(0, cpu0.lifecycle.alloc(LwktThread.template(), KernelMemory.THREAD_STACK, 0, 0));
            main.created.stack = KernelMemory.NO_STACK;
            cpu0.lifecycle.free(main.created);
        }
    }

    @Nested
    class Switch {
        @Trips(function = "lwkt_switch", text = "assert gd->gd_processing_ipiq == 0")
        void refusesToLeaveTheProcessingOfIpis() {
            cpu0.processingIpiq = 1;
            cpu0.scheduler.switchThread();
        }

        @Trips(function = "lwkt_switch", text = "assert td->td_flags & TDF_RUNNING")
        void refusesToLeaveAThreadThatDoesNotRun() {
            main.flags &= ~ThreadFlag.RUNNING;
            cpu0.scheduler.switchThread();
        }

        @Trips(
                function = "lwkt_switch",
                text = "lwkt_switch: Attempt to switch from a fast interrupt, ipi, or hard code section, td main")
        void refusesToLeaveAFastInterrupt() {
            cpu0.interrupts.fastEnter();
            cpu0.scheduler.switchThread();
        }

        @Trips(function = "lwkt_switch", text = "lwkt_switch: still holding 2 exclusive spinlocks!")
        void refusesToSwitchWithSpinLocks() {
            cpu0.critical.spinLock();
            cpu0.critical.spinLock();
            cpu0.scheduler.switchThread();
        }

        @Trips(function = "lwkt_switch", text = "switching while mastering cpusync")
        void refusesTheMasterOfACpusyncWhereThatIsToPanic() {
            boot(TestKernel.sysctl("lwkt.panic_on_cscount", 1));
            main.setCsCount(1);
            cpu0.scheduler.switchThread();
        }

        @Trips(function = "lwkt_switch", text = "assert ntd->td_flags & TDF_PREEMPT_LOCK")
        void refusesToResumeAThreadThatIsNotPreempted() {
            main.preempted = test.make("A", 0, 12);
            cpu0.scheduler.switchThread();
        }

        @Trips(function = "lwkt_switch", text = "assert TD_TOKS_NOT_HELD(ntd)")
        void refusesAnIdleThreadThatHoldsAToken() {
            test.block(0);
            cpu0.interrupts.fastEnter();
            cpu0.tokens.tryGet(new LwktToken("K0", 0));
            test.run(0, cpu0.interrupts.fastLeave());
        }

        @Trips(function = "lwkt_switch", text = "priority problem in lwkt_switch 1 0")
        void refusesAThreadOutsideOfACriticalSection() {
            LwktThread td = test.make("A", 0, 14);
            td.critCount = 0;
            test.schedule(0, td);
            cpu0.scheduler.switchThread();
        }

        @Trips(function = "lwkt_switch", text = "assert (ntd->td_flags & TDF_RUNNING) == 0")
        void refusesAThreadThatRuns() {
            LwktThread td = test.make("A", 0, 14);
            td.flags |= ThreadFlag.RUNNING;
            test.schedule(0, td);
            cpu0.scheduler.switchThread();
        }
    }

    @Nested
    class SwitchReturn {
        @Trips(
                function = "lwkt_switch_return",
                text = "assert (otd->td_flags & (TDF_MIGRATING | TDF_RUNNING)) == (TDF_MIGRATING | TDF_RUNNING)")
        void refusesToMoveAThreadThatDoesNotMigrate() {
            main.migrateGd = cpu1;
            test.block(0);
        }

        @Trips(
                function = "lwkt_switch_return",
                text = "assert (otd->td_flags & (TDF_MIGRATING | TDF_RUNNING)) == (TDF_MIGRATING | TDF_RUNNING)")
        void refusesToMoveAThreadThatDidNotRun() {
            main.migrateGd = cpu1;
            main.flags |= ThreadFlag.MIGRATING;
            LwktScheduler.dequeue(main);
            cpu0.scheduler.switchThread();
            main.flags &= ~ThreadFlag.RUNNING;
            test.run(0, Flow.RETURN);
        }
    }

    @Nested
    class Preempt {
        @Trips(function = "lwkt_preempt", text = "BADCRIT0 20")
        void refusesAThreadOutsideOfACriticalSection() {
            LwktThread td = test.makePreemptable("A", 0, 20);
            td.critCount = 0;
            test.schedule(0, td);
        }

        @Trips(function = "lwkt_preempt", text = "assert gd->gd_spinlocks == 0")
        void refusesToPreemptTheHolderOfASpinLock() {
            LwktThread td = test.makePreemptable("A", 0, 20);
            cpu0.critical.spinLock();
            cpu0.scheduler.preempt(td, 1);
        }

        @Trips(function = "lwkt_preempt", text = "assert gd->gd_processing_ipiq == 0")
        void refusesToPreemptTheProcessingOfIpis() {
            LwktThread td = test.makePreemptable("A", 1, 20);
            test.schedule(0, td);
            test.ipi(1);
        }

        @Trips(function = "lwkt_preempt", text = "assert (ntd->td_flags & TDF_RUNNING) == 0")
        void refusesAThreadThatRuns() {
            LwktThread td = test.makePreemptable("A", 0, 20);
            td.flags |= ThreadFlag.RUNNING;
            test.schedule(0, td);
        }

        @Trips(function = "lwkt_preempt", text = "assert xtd == ntd")
        void refusesToBeResumedByAnybodyElse() {
            LwktThread a = preemptMainAndForgetIt();
            LwktThread b = test.make("B", 0, 14);
            test.schedule(0, b);
            test.block(0);
            assertEquals(b, cpu0.curThread);
            a.preempted = main;
            test.block(0);
        }

        @Trips(function = "lwkt_preempt", text = "assert ntd->td_preempted && (td->td_flags & TDF_PREEMPT_DONE)")
        void refusesAPreemptorThatForgotWhomItPreempted() {
            preemptMainAndForgetIt();
            test.block(0);
        }

        @Trips(function = "lwkt_preempt", text = "assert ntd->td_preempted && (td->td_flags & TDF_PREEMPT_DONE)")
        void refusesToBeResumedBeforeThePreemptionIsDone() {
            LwktThread a = preemptMainAndForgetIt();
            LwktScheduler.dequeue(a);
            cpu0.scheduler.switchThread();
            a.preempted = main;
            test.run(0, Flow.RETURN);
        }

        private LwktThread preemptMainAndForgetIt() {
            LwktThread a = test.makePreemptable("A", 0, 20);
            test.schedule(0, a);
            assertEquals(a, cpu0.curThread);
            a.preempted = null;
            main.flags &= ~ThreadFlag.RUNNING;
            return a;
        }
    }

    @Nested
    class Schedule {
        @Trips(function = "_lwkt_schedule", text = "lwkt_schedule(): scheduling gd_idlethread is illegal!")
        void refusesAnIdleThread() {
            cpu0.scheduler.schedule(cpu1.idleThread);
        }

        @Trips(function = "_lwkt_schedule", text = "assert (td->td_flags & TDF_MIGRATING) == 0")
        void refusesAThreadThatMigrates() {
            LwktThread td = test.make("A", 0, 12);
            test.run(0, cpu0.migration.giveaway(td));
            cpu0.scheduler.schedule(td);
        }

        @Trips(
                function = "_lwkt_schedule",
                text = "assert td->td_lwp == NULL || (td->td_lwp->lwp_mpflags & LWP_MP_ONRUNQ) == 0")
        void refusesAnLwpThatTheUserSchedulerHolds() {
            LwktThread td = test.make("A", 0, 12);
            test.makeUser(td).setOnRunq(true);
            cpu0.scheduler.scheduleNoResched(td);
        }
    }

    @Nested
    class Giveaway {
        @Trips(function = "lwkt_giveaway", text = "assert td->td_gd == gd")
        void refusesAThreadOfAnotherCpu() {
            cpu0.migration.giveaway(test.make("A", 1, 12));
        }
    }

    @Nested
    class Acquire {
        @Trips(function = "lwkt_acquire", text = "assert td->td_flags & TDF_MIGRATING")
        void refusesAThreadThatNobodyGaveAway() {
            cpu0.migration.acquire(test.make("A", 1, 12));
        }

        @Trips(function = "lwkt_acquire", text = "assert (td->td_flags & TDF_RUNQ) == 0")
        void refusesAThreadOnARunQueue() {
            LwktThread td = test.make("A", 0, 12);
            test.schedule(0, td);
            test.run(0, cpu0.migration.giveaway(td));
            cpu1.migration.acquire(td);
        }
    }

    @Nested
    class Setpri {
        @Trips(function = "lwkt_setpri", text = "assert pri >= 0")
        void refusesANegativePriority() {
            cpu0.scheduler.setPriority(main, -1);
        }

        @Trips(function = "lwkt_setpri", text = "assert td->td_gd == mycpu")
        void refusesAThreadOnTheRunQueueOfAnotherCpu() {
            LwktThread td = test.make("A", 1, 12);
            test.schedule(1, td);
            cpu0.scheduler.setPriority(td, 13);
        }
    }

    @Nested
    class SetpriInitial {
        @Trips(function = "lwkt_setpri_initial", text = "assert pri >= 0")
        void refusesANegativePriority() {
            cpu0.scheduler.setPriorityInitial(test.make("A", 1, 12), -1);
        }

        @Trips(function = "lwkt_setpri_initial", text = "assert (td->td_flags & TDF_RUNQ) == 0")
        void refusesAThreadOnARunQueue() {
            cpu0.scheduler.setPriorityInitial(main, 13);
        }
    }

    @Nested
    class SetpriSelf {
        private static final String RANGE = "assert pri >= 0 && pri <= TDPRI_MAX";

        @Trips(function = "lwkt_setpri_self", text = RANGE)
        void refusesANegativePriority() {
            test.run(0, cpu0.scheduler.setPrioritySelf(0));
            cpu0.scheduler.setPrioritySelf(-1);
        }

        @Trips(function = "lwkt_setpri_self", text = RANGE)
        void refusesAPriorityAboveTheMaximum() {
            test.run(0, cpu0.scheduler.setPrioritySelf(ThreadPriority.MAX));
            cpu0.scheduler.setPrioritySelf(ThreadPriority.MAX + 1);
        }
    }

    @Nested
    class SetcpuSelf {
        @Trips(function = "lwkt_setcpu_self", text = "assert rgd == mycpu")
        void refusesToArriveElsewhere() {
            test.run(0, cpu0.migration.setCpuSelf(cpu1));
            cpu0.migration.setCpuRemote(main);
            test.turn(0);
        }
    }

    @Nested
    class SetcpuRemote {
        private static final String INACTIVE = "assert (td->td_flags & (TDF_RUNNING|TDF_PREEMPT_LOCK)) == 0";

        @Trips(function = "lwkt_setcpu_remote", text = INACTIVE)
        void refusesAThreadThatRuns() {
            cpu1.migration.setCpuRemote(main);
        }

        @Trips(function = "lwkt_setcpu_remote", text = INACTIVE)
        void refusesAThreadThatIsPreempted() {
            LwktThread td = test.make("A", 0, 12);
            td.flags |= ThreadFlag.PREEMPT_LOCK;
            cpu1.migration.setCpuRemote(td);
        }

        @Trips(function = "lwkt_setcpu_remote", text = "assert td->td_migrate_gd == NULL")
        void refusesAThreadThatHasNotLeftYet() {
            LwktThread td = test.make("A", 0, 12);
            td.migrateGd = cpu1;
            cpu1.migration.setCpuRemote(td);
        }

        @Trips(
                function = "lwkt_setcpu_remote",
                text = "assert td->td_lwp == NULL || (td->td_lwp->lwp_mpflags & LWP_MP_ONRUNQ) == 0")
        void refusesAnLwpThatTheUserSchedulerHolds() {
            test.makeUser(main).setOnRunq(true);
            test.run(0, cpu0.migration.migrateCpu(1));
            test.ipi(1);
        }
    }

    @Nested
    class Exit {
        @Trips(function = "lwkt_exit", text = "assert (std->td_flags & (TDF_RUNNING|TDF_PREEMPT_LOCK)) == 0")
        void refusesToFreeALastThreadThatRuns() {
            test.makeExited("A").flags |= ThreadFlag.RUNNING;
            cpu0.lifecycle.exit();
        }
    }

    @Nested
    class RemoveTdallq {
        @Trips(function = "lwkt_remove_tdallq", text = "assert td->td_gd == mycpu")
        void refusesAThreadOfAnotherCpu() {
            cpu0.lifecycle.removeTdallq(test.make("A", 1, 12));
        }
    }

    @Nested
    class CritPanic {
        @Trips(function = "crit_panic", text = "td_critcount is/would-go negative! main -1")
        void refusesToLeaveASectionThatNobodyEntered() {
            cpu0.critical.exit();
        }
    }
}
