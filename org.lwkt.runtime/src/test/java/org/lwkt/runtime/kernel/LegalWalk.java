// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Drives a kernel by numbers: each one chooses among the commands that are legal in the state that the kernel is in, as
 * the kernel's own rules have it. After each command the kernel must still make sense.
 */
final class LegalWalk {
    private static final int THREADS_MAX = 10;
    private static final int CRIT_MAX = 2;
    private static final int TOKENS_MAX = 5;
    private static final int[] PRIORITIES = {0, 6, 10, 12, 12, 14, 20, 31};
    private static final String[] IDENTS = {"I0", "I1"};

    /** A command on one CPU, with the name under which it is told when it fails. */
    private record Move(String name, Runnable run) {}

    /** What the walk itself knows about a thread. */
    private static final class Known {
        /** Critical sections that the thread entered and has to leave. */
        int crit;
        /** Nobody but a schedule makes it run: it was never scheduled, or was descheduled. */
        boolean parked;
        /** It lets itself be pulled to another CPU. */
        boolean givenAway;

        InterruptSource source;
    }

    private final Kernel kernel;
    private final boolean invariants;
    private final Flow[] at;
    private final Map<LwktThread, Known> living = new IdentityHashMap<>();
    private final List<LwktThread> order = new ArrayList<>();
    private final Map<LwktThread, Integer> messages = new IdentityHashMap<>();
    private final List<LwktToken> tokens = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    /** The legal commands by their kind, so that a kind is as likely as any other however many objects it has. */
    private final Map<String, List<Move>> moves = new TreeMap<>();

    private int made;

    LegalWalk(int ncpus, boolean invariants, Sysctls sysctls) {
        Listener listener = new Listener();
        kernel = new Kernel(ncpus, invariants, sysctls, listener, listener);
        this.invariants = invariants;
        kernel.boot();
        at = new Flow[ncpus];
        java.util.Arrays.fill(at, Flow.IDLE);
        for (int i = 0; i < 3; i++) {
            tokens.add(new LwktToken("K" + i, i));
        }
        LwktThread main = LwktThread.template();
        know(main);
        go(0, kernel.cpu(0).lifecycle.create(new NewThread(TestKernel.BODY, main, 0, 0, "main")));
    }

    /** The commands so far. */
    List<String> told() {
        return Collections.unmodifiableList(told);
    }

    /** Runs one of the commands that are legal now, and looks at the kernel. */
    void step(int choice) {
        collect();
        List<List<Move>> kinds = List.copyOf(moves.values());
        List<Move> kind = kinds.get(choice % kinds.size());
        Move move = kind.get(choice / kinds.size() % kind.size());
        told.add(move.name);
        move.run.run();
        check();
    }

    private static String kindOf(String name) {
        String word = name.split(" ")[0];
        return switch (word) {
            case "crit_enter", "crit_exit", "spin_lock" -> "crit";
            case "hold", "rele" -> "hold";
            case "setpri", "setpri_self", "upri" -> "pri";
            case "tick", "ipi" -> "arrival";
            case "yield_quick", "user_yield", "splz_check" -> "yield";
            case "trytoken", "gettoken_shared" -> "gettoken";
            default -> word;
        };
    }

    private Known know(LwktThread td) {
        Known known = new Known();
        living.put(td, known);
        order.add(td);
        return known;
    }

    private void go(int cpu, Flow flow) {
        at[cpu] = kernel.cpu(cpu).proceed(flow);
    }

    private interface Call {
        Flow make();
    }

    private void add(int cpu, String name, Call call) {
        Move move = new Move("cpu" + cpu + " " + kernel.cpu(cpu).curThread + " " + name, () -> go(cpu, call.make()));
        moves.computeIfAbsent(kindOf(name), kind -> new ArrayList<>()).add(move);
    }

    private void add(int cpu, String name, Runnable action) {
        add(cpu, name, () -> {
            action.run();
            return Flow.RETURN;
        });
    }

    private void collect() {
        moves.clear();
        for (int cpu = 0; cpu < kernel.ncpus(); cpu++) {
            GlobalData gd = kernel.cpu(cpu);
            add(cpu, "ipi", gd.interrupts::ipi);
            add(cpu, "tick", gd.interrupts::timer);
            collectTimeouts(cpu, gd);
            collectDevices(cpu, gd);
            if (at[cpu] != Flow.FETCH) {
                add(cpu, "poll", () -> Flow.RETURN);
            } else if (gd.curThread.has(ThreadFlag.USERMODE)) {
                add(cpu, "userenter", () -> gd.userMode.enter());
            } else {
                collectOperations(cpu, gd, gd.curThread, living.get(gd.curThread));
            }
            if (gd.curThread.critCount == 0 && gd.curThread.nestCount == 0) {
                collectFast(cpu, gd);
            }
        }
    }

    private void collectTimeouts(int cpu, GlobalData gd) {
        for (LwktThread td : order) {
            if (td.timeoutArmed && td.gd == gd && td != gd.curThread && canWait(gd)) {
                add(cpu, "timeout " + td.comm, () -> gd.sleepQueue.endtsleep(td));
            }
        }
    }

    /** Whether the current thread may wait for a token: it stands at a fetch. */
    private boolean canWait(GlobalData gd) {
        return at[gd.cpuId] == Flow.FETCH;
    }

    private void collectDevices(int cpu, GlobalData gd) {
        for (LwktThread td : order) {
            if (living.get(td).source != null) {
                add(cpu, "intr " + td.comm, () -> gd.interrupts.device(living.get(td).source));
            }
        }
    }

    private void collectFast(int cpu, GlobalData gd) {
        for (String ident : IDENTS) {
            addFast(cpu, "wakeup " + ident, () -> gd.sleepQueue.wakeup(ident));
        }
        for (LwktThread td : order) {
            if (isSchedulable(gd, td)) {
                addFast(cpu, "schedule " + td.comm, () -> gd.scheduler.schedule(td));
            }
        }
    }

    private void addFast(int cpu, String name, Call handler) {
        GlobalData gd = kernel.cpu(cpu);
        add(cpu, "fast " + name, () -> {
            gd.interrupts.fastEnter();
            gd.pushContinuation((on, td, operand) -> on.interrupts.fastLeave(), 0);
            return handler.make();
        });
    }

    /** With assertions, the remote schedule of a preemptable thread panics where an interrupt frame is at hand. */
    private boolean isSchedulable(GlobalData gd, LwktThread td) {
        return isSettled(td) && !isAsleep(td) && (!invariants || !td.preemptable || td.gd == gd);
    }

    private static boolean isSettled(LwktThread td) {
        return !td.has(ThreadFlag.MIGRATING) && isOnTdallq(td);
    }

    private void collectOperations(int cpu, GlobalData gd, LwktThread td, Known known) {
        LwktScheduler scheduler = gd.scheduler;
        add(cpu, "yield", scheduler::yieldThread);
        add(cpu, "yield_quick", scheduler::yieldQuick);
        add(cpu, "user_yield", scheduler::userYield);
        add(cpu, "switch", scheduler::switchThread);
        add(cpu, "splz_check", gd.pending::splzCheck);
        add(cpu, "need_resched", gd::needLwktResched);
        if (living.size() < THREADS_MAX) {
            collectCreations(cpu, gd);
        }
        for (LwktThread other : order) {
            collectOperationsOn(cpu, gd, td, other);
        }
        for (int pri : PRIORITIES) {
            add(cpu, "setpri_self " + pri, () -> scheduler.setPrioritySelf(pri));
        }
        collectSleep(cpu, gd, known);
        collectTokens(cpu, gd, td);
        if (known.crit < CRIT_MAX) {
            add(cpu, "crit_enter", () -> {
                known.crit++;
                gd.critical.enter();
            });
        }
        if (known.crit > 0) {
            add(cpu, "crit_exit", () -> {
                known.crit--;
                return gd.critical.exit();
            });
        }
        add(cpu, "spin_lock spin_unlock", () -> {
            gd.critical.spinLock();
            gd.critical.spinUnlock();
        });
        collectMigration(cpu, gd, td, known);
        collectEnds(cpu, gd, td, known);
    }

    private void collectCreations(int cpu, GlobalData gd) {
        for (int target = -1; target < kernel.ncpus(); target++) {
            int where = target;
            add(cpu, "create on " + where, () -> create(gd, where, ThreadFlag.NOSTART, false, false));
            add(cpu, "create started on " + where, () -> create(gd, where, 0, false, false));
        }
        add(cpu, "create_int", () -> create(gd, gd.cpuId, ThreadFlag.NOSTART | ThreadFlag.INTTHREAD, true, false));
        add(cpu, "create_lwp", () -> create(gd, gd.cpuId, ThreadFlag.NOSTART, false, true));
    }

    private Flow create(GlobalData gd, int cpu, int flags, boolean interrupt, boolean user) {
        String name = "t" + made++;
        gd.pushContinuation(
                (on, self, operand) -> {
                    LwktThread td = self.created;
                    if (interrupt) {
                        on.scheduler.setPriorityInitial(td, ThreadPriority.INT_MED);
                        td.setPreemptable(true);
                        living.get(td).source = kernel.registerInterrupt(td);
                    }
                    if (user) {
                        td.setLwp(new Lwp(td, new LwktToken("lwp", 10 + made)));
                        return on.scheduler.schedule(td);
                    }
                    return Flow.RETURN;
                },
                0);
        return gd.lifecycle.create(new NewThread(TestKernel.BODY, null, flags, cpu, name));
    }

    private void collectOperationsOn(int cpu, GlobalData gd, LwktThread td, LwktThread other) {
        boolean settled = isSettled(other);
        if (isSchedulable(gd, other)) {
            add(cpu, "schedule " + other.comm, () -> gd.scheduler.schedule(other));
        }
        if (settled && other != td && other != order.get(0) && !isAsleep(other) && !other.preemptable) {
            add(cpu, "deschedule " + other.comm, () -> {
                if (other.gd == gd) {
                    living.get(other).parked = true;
                }
                return gd.scheduler.deschedule(other);
            });
        }
        if (settled && other.gd == gd) {
            add(cpu, "setpri up " + other.comm, () -> gd.scheduler.setPriority(other, (other.pri + 5) % 32));
            add(cpu, "upri " + other.comm, () -> other.setUpri((other.upri + 1) % 3));
        }
        if (other.refs < 1) {
            add(cpu, "hold " + other.comm, () -> gd.lifecycle.hold(other));
        } else {
            add(cpu, "rele " + other.comm, () -> gd.lifecycle.rele(other));
        }
    }

    private void collectSleep(int cpu, GlobalData gd, Known known) {
        SleepQueue queue = gd.sleepQueue;
        for (String ident : IDENTS) {
            add(cpu, "tsleep " + ident, () -> queue.tsleep(ident, 0, "slp", 0));
            add(cpu, "tsleep_timo " + ident, () -> queue.tsleep(ident, 0, "slpt", 1));
            add(cpu, "tsleep_interlock " + ident, () -> queue.tsleepInterlock(ident, 0));
            add(cpu, "tsleep_interlocked " + ident, () -> queue.tsleep(ident, SleepQueue.PINTERLOCKED, "slpi", 0));
            add(cpu, "wakeup " + ident, () -> queue.wakeup(ident));
            add(cpu, "wakeup_one " + ident, () -> queue.wakeupOne(ident));
        }
        if (known.source != null) {
            add(cpu, "iwait", () -> gd.ithreads.awaitInterrupt());
        }
    }

    private void collectTokens(int cpu, GlobalData gd, LwktThread td) {
        if (td.toksStop > 0) {
            LwktToken top = td.toks[td.toksStop - 1].token;
            add(cpu, "reltoken " + top.desc, () -> gd.tokens.release(top));
        }
        if (td.toksStop >= TOKENS_MAX) {
            return;
        }
        for (LwktToken token : tokens) {
            // An exclusive request behind one's own shared hold waits for ever.
            if (!holdsOnlyShared(td, token)) {
                add(cpu, "gettoken " + token.desc, () -> gd.tokens.get(token));
            }
            add(cpu, "gettoken_shared " + token.desc, () -> gd.tokens.getShared(token));
            add(cpu, "trytoken " + token.desc, () -> {
                gd.tokens.tryGet(token);
            });
        }
    }

    private static boolean holdsOnlyShared(LwktThread td, LwktToken token) {
        return token.owner() != td && refsOf(td).stream().anyMatch(ref -> ref.token == token);
    }

    private void collectMigration(int cpu, GlobalData gd, LwktThread td, Known known) {
        if (messages.getOrDefault(td, 0) == 0 && known.source == null) {
            for (int target = 0; target < kernel.ncpus(); target++) {
                int where = target;
                add(cpu, "migratecpu " + where, () -> gd.migration.migrateCpu(where));
            }
        }
        for (LwktThread other : order) {
            Known its = living.get(other);
            boolean stable = other != td
                    && its.parked
                    && its.source == null
                    && !isAsleep(other)
                    && !other.has(ThreadFlag.RUNQ | ThreadFlag.RUNNING | ThreadFlag.PREEMPT_LOCK)
                    && isOnTdallq(other)
                    && messages.getOrDefault(other, 0) == 0;
            if (stable && other.gd == gd && !other.has(ThreadFlag.MIGRATING)) {
                add(cpu, "giveaway " + other.comm, () -> {
                    its.givenAway = true;
                    return gd.migration.giveaway(other);
                });
            }
            if (its.givenAway) {
                add(cpu, "acquire " + other.comm, () -> {
                    its.givenAway = false;
                    return gd.migration.acquire(other);
                });
            }
        }
    }

    private void collectEnds(int cpu, GlobalData gd, LwktThread td, Known known) {
        boolean free = known.crit == 0 && td.toksStop == 0;
        if (free && td.lwp != null && td.critCount == 0 && td.preempted == null) {
            add(cpu, "userexit", () -> {
                return gd.userMode.returnToUser();
            });
        }
        if (free
                && td.lwp == null
                && known.source == null
                && messages.getOrDefault(td, 0) == 0
                && td.refs == 0
                && living.size() > 1) {
            add(cpu, "exit", () -> {
                living.remove(td);
                order.remove(td);
                return gd.lifecycle.exit();
            });
        }
    }

    private static boolean isOnTdallq(LwktThread td) {
        return td.allqLink.queue != null;
    }

    private static boolean isAsleep(LwktThread td) {
        return td.has(ThreadFlag.TSLEEP_DESCHEDULED);
    }

    private static List<TokenRef> refsOf(LwktThread td) {
        List<TokenRef> refs = new ArrayList<>();
        for (int i = 0; i < td.toksStop; i++) {
            refs.add(td.toks[i]);
        }
        return refs;
    }

    // ---- What must hold.

    private void check() {
        checkCpus();
        Set<LwktThread> queued = checkRunQueues();
        Set<LwktThread> onTdallq = checkTdallq();
        checkTokens();
        for (LwktThread td : order) {
            checkPlace(td, queued.contains(td), onTdallq.contains(td));
        }
    }

    private void checkCpus() {
        for (int cpu = 0; cpu < kernel.ncpus(); cpu++) {
            GlobalData gd = kernel.cpu(cpu);
            LwktThread td = gd.curThread;
            assertEquals(0, gd.intrNestingLevel, gd + " gd_intr_nesting_level");
            if (!isAnyPreempted(gd)) {
                assertEquals(0, gd.processingIpiq, gd + " gd_processing_ipiq");
            }
            assertEquals(0, gd.spinlocks, gd + " gd_spinlocks");
            assertTrue(td.has(ThreadFlag.RUNNING) && !td.has(ThreadFlag.PREEMPT_LOCK), td + " is current");
            assertEquals(gd, td.gd, "the CPU of the current thread");
            switch (at[cpu]) {
                case IDLE -> {
                    assertEquals(gd.idleThread, td);
                    assertTrue(td.critCount <= 1, "crit of the idle thread");
                }
                case FETCH -> {
                    assertEquals(living.get(td).crit, td.critCount, "crit of " + td);
                    assertEquals(0, td.nestCount, "nest of " + td);
                    assertEquals(1, td.kernelStack.depth(), "frames of " + td);
                }
                default -> assertEquals(living.get(td).crit + 1, td.critCount, "crit of " + td + ", which polls");
            }
        }
    }

    private boolean isAnyPreempted(GlobalData gd) {
        return gd.idleThread.has(ThreadFlag.PREEMPT_LOCK)
                || order.stream().anyMatch(td -> td.gd == gd && td.has(ThreadFlag.PREEMPT_LOCK));
    }

    private Set<LwktThread> checkRunQueues() {
        Set<LwktThread> queued = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int cpu = 0; cpu < kernel.ncpus(); cpu++) {
            GlobalData gd = kernel.cpu(cpu);
            int count = 0;
            LwktThread prev = null;
            for (LwktThread td = gd.runQueue.first(); td != null; td = RunQueue.next(td)) {
                assertTrue(queued.add(td), td + " is on two run queues");
                assertTrue(td.has(ThreadFlag.RUNQ), td + " is on a run queue");
                assertEquals(gd, td.gd, "the CPU of " + td);
                assertTrue(prev == null || prev.pri >= td.pri, "order of the run queue of " + gd);
                prev = td;
                count++;
            }
            assertEquals(count, gd.runQueueCount());
            assertEquals(count > 0, (gd.reqFlags & ReqFlag.RUNNING) != 0, "RQF_RUNNING of " + gd);
        }
        return queued;
    }

    private Set<LwktThread> checkTdallq() {
        Set<LwktThread> all = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int cpu = 0; cpu < kernel.ncpus(); cpu++) {
            GlobalData gd = kernel.cpu(cpu);
            gd.forEachThread(td -> {
                assertTrue(all.add(td), td + " is on two tdallq");
                assertEquals(gd, td.gd, "the CPU of " + td);
            });
        }
        return all;
    }

    /** Only a thread that runs or is preempted holds what its references say. */
    private void checkTokens() {
        Map<LwktToken, Integer> counted = new HashMap<>();
        Set<LwktToken> owned = new HashSet<>();
        List<LwktThread> all = new ArrayList<>(order);
        for (LwktThread td : all) {
            if (!td.has(ThreadFlag.RUNNING | ThreadFlag.PREEMPT_LOCK)) {
                continue;
            }
            for (TokenRef ref : refsOf(td)) {
                if (ref.holdsToken()) {
                    assertTrue(owned.add(ref.token), ref.token.desc + " has two owners");
                } else {
                    counted.merge(ref.token, 1, Integer::sum);
                }
            }
        }
        for (LwktToken token : tokens) {
            assertEquals(owned.contains(token), token.isExclusive(), token.desc + " is owned");
            assertEquals(token.isExclusive(), token.owner() != null, token.desc + " has an owner");
            assertEquals(counted.getOrDefault(token, 0), (int) token.holds(), "holds of " + token.desc);
        }
    }

    /** Every thread runs, is preempted, queued, asleep, migrating, or parked; and nothing else. */
    private void checkPlace(LwktThread td, boolean queued, boolean onTdallq) {
        Known known = living.get(td);
        boolean current = td.gd.curThread == td;
        boolean preempted = td.has(ThreadFlag.PREEMPT_LOCK);
        assertEquals(queued, td.has(ThreadFlag.RUNQ), td + " TDF_RUNQ");
        assertEquals(current, td.has(ThreadFlag.RUNNING), td + " TDF_RUNNING");
        assertEquals(td.has(ThreadFlag.TSLEEPQ), td.sleepqLink.queue != null, td + " TDF_TSLEEPQ");
        boolean sent = messages.getOrDefault(td, 0) > 0;
        boolean migrating = td.has(ThreadFlag.MIGRATING);
        assertTrue(onTdallq || migrating || sent || queued || td.migrateGd != null, td + " is on no tdallq");
        if (preempted) {
            assertNotNull(preemptorOf(td), td + " is preempted by nobody");
        }
        if (!current && !preempted && !queued && !migrating && !sent) {
            boolean asleep = isAsleep(td) && td.has(ThreadFlag.TSLEEPQ);
            boolean awaitsInterrupt = known.source != null && !known.source.running;
            assertTrue(asleep || known.parked || awaitsInterrupt, td + " is nowhere: " + Integer.toHexString(td.flags));
        }
    }

    private LwktThread preemptorOf(LwktThread td) {
        return order.stream().filter(it -> it.preempted == td).findFirst().orElse(null);
    }

    private final class Listener implements KernelObserver, UserScheduler {
        @Override
        public void threadInitialised(GlobalData gd, LwktThread td, boolean spinPort, boolean fixedCpu) {
            if (gd.curThread != td && td != kernel.cpu(td.gd.cpuId).idleThread && !living.containsKey(td)) {
                know(td).parked = true;
            }
        }

        @Override
        public void enqueued(GlobalData gd, LwktThread td) {
            if (living.containsKey(td)) {
                living.get(td).parked = false;
            }
        }

        @Override
        public void ipiSent(GlobalData source, GlobalData target, IpiFunction function, Object argument, boolean hw) {
            if (argument instanceof LwktThread td) {
                messages.merge(td, 1, Integer::sum);
            }
        }

        @Override
        public void ipiReceived(GlobalData target, GlobalData source, IpiFunction function, Object argument) {
            if (argument instanceof LwktThread td) {
                messages.merge(td, -1, Integer::sum);
                if (function == IpiFunction.DESCHEDULE && living.containsKey(td)) {
                    living.get(td).parked = true;
                }
            }
        }

        @Override
        public Flow acquireCurproc(GlobalData gd, Lwp lp) {
            gd.clearUserResched();
            return Flow.RETURN;
        }

        @Override
        public Flow releaseCurproc(GlobalData gd, Lwp lp) {
            return Flow.RETURN;
        }
    }
}
