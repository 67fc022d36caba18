// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people write who come from C, from the kernel's sources or from another language, and how it is said here. A word is
 * advised on only where what it stands for could stand: where {@code anchor}, a word of the language, is expected.
 */
final class Habits {
    private static final String PREFIX = "lwkt_";

    private static final Map<String, List<Habit>> HABITS = new HashMap<>();

    static {
        // Control
        add("for foreach loop", "repeat", "'repeat N { … }' or 'while CONDITION { … }'");
        add("do", "repeat", "'forever { … }' or 'while CONDITION { … }'");
        add("return", "repeat", "'exit', which ends the thread");
        add("break continue goto", "repeat", "the condition into 'while CONDITION { … }'");
        add("then", "{", "'{ … }' behind the condition");
        add("elif elseif elsif", "else", "'else if'");
        add("switch_to reschedule resched sched_yield cpu_relax", "yield", "'yield' or 'switch'");
        add("sleep usleep msleep nanosleep", "tsleep", "'run 5ms' or 'tsleep CHANNEL timeout 5ms'");
        add("delay DELAY spin busy compute work execute exec", "run", "'run 5ms'");
        add("print printf kprintf println echo trace", "log", "'log \"n is {}\", n'");
        add("KASSERT KKASSERT ASSERT check require", "assert", "'assert CONDITION, \"TEXT\"'");
        add("int long uint64_t int64_t let const auto val def", "var", "'var n = 0'");
        add("crit_enter crit_exit splhigh splx disable_interrupts enable_interrupts", "critical", "'critical { … }'");
        // kern_synch.c, kern_spinlock.c, kern_lock.c, lwkt_token.c, lwkt_thread.c: what is no word here without its
        // prefix
        add("wakeup_one", "wakeup", "'wakeup CHANNEL one'");
        add("wakeup_mycpu", "wakeup", "'wakeup CHANNEL mycpu'");
        add("wakeup_mycpu_one", "wakeup", "'wakeup CHANNEL one mycpu'");
        add("wakeup_oncpu", "wakeup", "'wakeup CHANNEL on cpu N'");
        add("wakeup_oncpu_one", "wakeup", "'wakeup CHANNEL one on cpu N'");
        add("wakeup_domain", "wakeup", "'wakeup CHANNEL domain PDOMAIN'");
        add("wakeup_domain_one", "wakeup", "'wakeup CHANNEL one domain PDOMAIN'");
        add("wake wake_up notify signal signal_one broadcast", "wakeup", "'wakeup CHANNEL' or 'wakeup CHANNEL one'");
        add("spin_lock_shared", "spin_lock", "'spin_lock SPINLOCK shared'");
        add("spin_unlock_shared", "spin_unlock", "'spin_unlock SPINLOCK shared'");
        add("mtx_lock mutex_lock", "lockmgr", "'with lock LOCK { … }' or 'lockmgr LOCK LK_EXCLUSIVE'");
        add("lock_release unlock mtx_unlock mutex_unlock", "lockmgr", "'lockmgr LOCK LK_RELEASE'");
        add("lwkt_gettoken_shared gettoken_shared", "gettoken", "'gettoken TOKEN shared'");
        add("lwkt_yield_quick yield_quick", "yield", "'yield quick'");
        add("lwkt_user_yield user_yield", "yield", "'user yield'");
        add("lwkt_schedule_self", "schedule", "'schedule self'");
        add("lwkt_deschedule_self", "deschedule", "'deschedule self'");
        add("lwkt_setpri", "setpri", "'setpri PRIORITY of THREAD'");
        add("lwkt_setpri_self", "setpri", "'setpri PRIORITY'");
        add("td_upri", "upri", "'upri N'");
        add("lwkt_migratecpu lwkt_setcpu_self migrate_to", "migrate", "'migrate cpu N'");
        add("ithread_handler wait_for_interrupt", "wait", "'wait'");
        add("userenter userexit", "syscall", "'syscall { … }'");
        add("kthread_create kthread_exit thread_create fork spawn", "create", "'create THREAD'");
        // Declarations
        add("task process proc kthread daemon", "thread", "'thread NAME { … }' or 'user thread NAME { … }'");
        add("irq isr ithread handler", "interrupt", "'interrupt thread NAME { … }'");
        add("mutex mtx lockmgr", "lock", "'lock NAME' or 'spinlock NAME'");
        add("cv condvar semaphore waitqueue wchan", "channel", "'channel NAME'");
        add("lwkt_token", "token", "'token NAME'");
        add("after once", "every", "'at 5ms …'");
        add("assert require", "expect", "'expect …'");
        add("function func fn void sub macro", "procedure", "'procedure NAME(PARAMETER : KIND) { … }'");
        add("include using use", "machine", "'import \"FILE.lwkt\"' in front of all declarations");
        add("test", "scenario", "'scenario \"NAME\" { … }'");
        add("fault", "from", "'from 5ms fault …'");
        add("stop restart spurious", "from", "'at 5ms …' in front of it");
        add("prio priority pri", "nice", "'at PRIORITY'");
        add("cpu", "nice", "'on cpu N'");
        add("delay drop duplicate reorder lose slow", "fault", "'fault' in front of it");
        add("to till", "until", "'until'");
        // Expectations
        add("finishes finish terminates terminate exits stops ended end", "ends", "'ends before 5ms'");
        add("after", "before", "the earlier one first, and 'before'");
        add("and or", "expect", "an 'expect' of its own for each");
        add("between", "in", "'in 1 .. 5'");
        add("avg average", "mean", "'mean'");
        add("median", "p50", "'p50'");
        add("p95", "p99", "'p90', 'p99' or 'p999'");
        add("worst maximum", "max", "'max'");
        add("fair", "fairness", "'fairness(ARRAY) >= 0.95'");
        add("runtime cpu_time time", "cputime", "'cputime(THREAD)'");
        add("idle done finished completes", "quiescent", "'quiescent'");
        add(
                "not current asleep running started ended priority cpu_of sleepers",
                "always",
                "'always', 'never', 'eventually' or 'at 5ms' in front of a condition");
        add(
                "no",
                "never",
                "'never' in front of a condition; a panic that is not expected fails without being asked for");
        // Machines
        add("ncpus cores processors smp", "cpus", "'cpus N'");
        add("latency", "ipi", "'ipi latency 2us'");
        add("duration timeout until limit", "horizon", "'horizon 1s'");
    }

    private final Set<String> expected;

    /** @param expected the words of the language that may stand at the place */
    Habits(Set<String> expected) {
        this.expected = expected;
    }

    /** {@code "; write 'else if'"}, or the nearest of the expected words, or nothing. */
    Hint hint(String word) {
        return advice(word).orElseGet(() -> Hint.nearest(Nearest.to(word, expected)));
    }

    /** {@code "; write 'else if'"}. */
    Optional<Hint> advice(String word) {
        for (Habit habit : HABITS.getOrDefault(word, List.of())) {
            if (expected.contains(habit.anchor)) {
                return Optional.of(Hint.of("; write " + habit.advice));
            }
        }
        return word.startsWith(PREFIX) && expected.contains(word.substring(PREFIX.length()))
                ? Optional.of(Hint.write(word.substring(PREFIX.length())))
                : Optional.empty();
    }

    private static void add(String words, String anchor, String advice) {
        for (String word : words.split(" ")) {
            HABITS.computeIfAbsent(word, it -> new ArrayList<>()).add(new Habit(anchor, advice));
        }
    }

    private record Habit(String anchor, String advice) {}
}
