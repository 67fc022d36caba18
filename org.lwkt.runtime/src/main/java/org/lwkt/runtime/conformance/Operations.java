// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import static java.util.Map.entry;
import static org.lwkt.runtime.conformance.Operation.RESULT;
import static org.lwkt.runtime.conformance.Operation.action;
import static org.lwkt.runtime.conformance.Operation.answer;
import static org.lwkt.runtime.conformance.Operation.call;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktMsg;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.MsgFlag;
import org.lwkt.runtime.kernel.MsgPort;
import org.lwkt.runtime.kernel.ReqFlag;
import org.lwkt.runtime.kernel.SleepQueue;
import org.lwkt.runtime.kernel.ThreadFlag;

/** The operations that a script may name, with the form of their arguments. */
final class Operations {
    private static final Map<String, Operation> THREADS = Map.ofEntries(
            entry("create", new Operation("name rotator createoptions...", CreateCall::new)),
            entry("alloc", new Operation("name rotator allocoptions...", CreateCall::new)),
            entry("reap", new Operation("lwp", ReapCall::new)),
            entry("sleep", new Operation("", SleepCall::new)),
            entry("preempt", new Operation("thread number", PreemptCall::new)),
            entry("smp_stopped", new Operation("", SmpStoppedCall::new)),
            entry("exit", call("", (gd, td, a) -> {
                a.replay().calls().clear(td);
                return td.lwp() == null ? gd.lifecycle().exit() : gd.lifecycle().lwpExit();
            })),
            entry("free", action("thread", (gd, td, a) -> {
                LwktThread freed = a.thread(0);
                gd.lifecycle().free(freed);
                a.replay().names().unbind(freed);
            })),
            entry(
                    "remove_tdallq",
                    action("thread", (gd, td, a) -> gd.lifecycle().removeTdallq(a.thread(0)))),
            entry("schedule", call("thread", (gd, td, a) -> gd.scheduler().schedule(a.thread(0)))),
            entry(
                    "schedule_noresched",
                    call("thread", (gd, td, a) -> gd.scheduler().scheduleNoResched(a.thread(0)))),
            entry("deschedule", call("thread", (gd, td, a) -> gd.scheduler().deschedule(a.thread(0)))),
            entry("schedule_self", call("", (gd, td, a) -> gd.scheduler().scheduleSelf(td))),
            entry("deschedule_self", call("", (gd, td, a) -> gd.scheduler().descheduleSelf(td))),
            entry("switch", call("", (gd, td, a) -> gd.scheduler().switchThread())),
            entry("yield", call("", (gd, td, a) -> gd.scheduler().yieldThread())),
            entry("yield_quick", call("", (gd, td, a) -> gd.scheduler().yieldQuick())),
            entry("user_yield", call("", (gd, td, a) -> gd.scheduler().userYield())),
            entry("setpri", call("thread number", (gd, td, a) -> gd.scheduler().setPriority(a.thread(0), a.number(1)))),
            entry(
                    "setpri_initial",
                    action(
                            "thread number",
                            (gd, td, a) -> gd.scheduler().setPriorityInitial(a.thread(0), a.number(1)))),
            entry("setpri_self", call("number", (gd, td, a) -> gd.scheduler().setPrioritySelf(a.number(0)))),
            entry(
                    "setcpu_self",
                    call(
                            "cpu",
                            (gd, td, a) -> gd.migration().setCpuSelf(gd.kernel().cpu(a.number(0))))),
            entry("migratecpu", call("cpu", (gd, td, a) -> gd.migration().migrateCpu(a.number(0)))),
            entry("giveaway", call("thread", (gd, td, a) -> gd.migration().giveaway(a.thread(0)))),
            entry("acquire", call("thread", (gd, td, a) -> gd.migration().acquire(a.thread(0)))),
            entry("crit_enter", action("", (gd, td, a) -> gd.critical().enter())),
            entry("crit_exit", call("", (gd, td, a) -> gd.critical().exit())),
            entry("splz_check", call("", (gd, td, a) -> gd.pending().splzCheck())),
            entry("maybe_splz", call("", (gd, td, a) -> gd.pending().maybeSplz(td))),
            entry("gettoken", call("token", (gd, td, a) -> gd.tokens().get(a.token(0)))),
            entry("gettoken_shared", call("token", (gd, td, a) -> gd.tokens().getShared(a.token(0)))),
            entry("trytoken", answer("token", (gd, td, a) -> gd.tokens().tryGet(a.token(0)) ? 1 : 0)),
            entry("reltoken", action("token", (gd, td, a) -> gd.tokens().release(a.token(0)))),
            entry("spin_lock", action("", (gd, td, a) -> gd.critical().spinLock())),
            entry("spin_unlock", action("", (gd, td, a) -> gd.critical().spinUnlock())),
            entry("int_support", call("", (gd, td, a) -> gd.scheduler().setInterruptSupportThread())),
            entry("passive_release", call("", (gd, td, a) -> gd.scheduler().passiveRelease(td))),
            entry("upri", action("thread number", (gd, td, a) -> a.thread(0).setUpri(a.number(1)))),
            entry("userexit", call("", (gd, td, a) -> {
                a.replay().leftDoreti(td);
                return gd.userMode().returnToUser();
            })),
            entry("userenter", action("", (gd, td, a) -> gd.userMode().enter())),
            entry("need_user_resched", action("", (gd, td, a) -> gd.setReqFlags(ReqFlag.AST_USER_RESCHED))),
            entry("need_resched", action("", (gd, td, a) -> gd.setReqFlags(ReqFlag.AST_LWKT_RESCHED))),
            entry("hold", action("thread", (gd, td, a) -> gd.lifecycle().hold(a.thread(0)))),
            entry("rele", action("thread", (gd, td, a) -> gd.lifecycle().rele(a.thread(0)))),
            entry("tsleep", call("ident", (gd, td, a) -> gd.sleepQueue().tsleep(a.ident(0), 0, "slp", 0), RESULT)),
            entry(
                    "tsleep_timo",
                    call("ident", (gd, td, a) -> gd.sleepQueue().tsleep(a.ident(0), 0, "slpt", 1), RESULT)),
            entry(
                    "tsleep_interlocked",
                    call(
                            "ident",
                            (gd, td, a) -> gd.sleepQueue().tsleep(a.ident(0), SleepQueue.PINTERLOCKED, "slpi", 0),
                            RESULT)),
            entry(
                    "tsleep_interlock",
                    call("ident", (gd, td, a) -> gd.sleepQueue().tsleepInterlock(a.ident(0), 0))),
            entry("wakeup", call("ident", (gd, td, a) -> gd.sleepQueue().wakeup(a.ident(0)))),
            entry("wakeup_one", call("ident", (gd, td, a) -> gd.sleepQueue().wakeupOne(a.ident(0)))),
            entry(
                    "set_comm",
                    action("thread text", (gd, td, a) -> gd.lifecycle().setComm(a.thread(0), a.word(1)))),
            entry(
                    "preempted_proc",
                    answer(
                            "",
                            (gd, td, a) -> a.replay()
                                    .names()
                                    .of(
                                            gd.scheduler().preemptedProc() == null
                                                    ? null
                                                    : gd.scheduler()
                                                            .preemptedProc()
                                                            .thread()))),
            entry("dumping", action("number", (gd, td, a) -> gd.kernel().setDumping(a.number(0) != 0))),
            entry("iwait", call("", (gd, td, a) -> gd.ithreads().awaitInterrupt())),
            entry("cscount", action("number", (gd, td, a) -> td.setCsCount(a.number(0)))),
            entry("trap", action("number", (gd, td, a) -> gd.setTrapNestingLevel(a.number(0)))),
            entry("blockq", flag(ThreadFlag.BLOCKQ)),
            entry("kernelfp", flag(ThreadFlag.KERNELFP)),
            entry("onrunq", action("lwp bit", (gd, td, a) -> a.thread(0).lwp().setOnRunq(a.number(1) != 0))),
            entry("kfpu", action("thread", (gd, td, a) -> a.thread(0).setFpuContext())),
            entry("poll", new Operation("", null)));

    private static final Map<String, Operation> TABLE = Stream.of(
                    THREADS,
                    TokenOperations.TABLE,
                    IpiOperations.TABLE,
                    PortOperations.TABLE,
                    LockOperations.TABLE,
                    SleepOperations.TABLE)
            .flatMap(table -> table.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Operations() {}

    private static Operation flag(int mask) {
        return action("thread bit", (gd, td, a) -> a.thread(0).setFlags(mask, a.number(1) != 0));
    }

    /** The names of all operations. */
    static Set<String> names() {
        return TABLE.keySet();
    }

    /** The kinds of an operation's arguments. */
    static List<String> kinds(String name) {
        return List.of(TABLE.get(name).kinds());
    }

    /** What is wrong with the form of an operation and its arguments, or null. */
    static String problem(List<String> words, int ncpus) {
        Operation operation = TABLE.get(words.get(0));
        if (operation == null) {
            return "no such operation: " + words.get(0);
        }
        String[] form = operation.kinds();
        boolean open = form.length > 0 && ArgumentForm.isOpen(form[form.length - 1]);
        int least = open ? form.length - 1 : form.length;
        int given = words.size() - 1;
        if (given < least || given > least && !open) {
            return "'" + words.get(0) + "' takes " + least + " argument(s), not " + given;
        }
        for (int i = 0; i < least; i++) {
            String problem = ArgumentForm.problem(form[i], words.get(i + 1), ncpus);
            if (problem != null) {
                return problem;
            }
        }
        return open ? ArgumentForm.problemOfRest(form[least], words.subList(least + 1, words.size()), ncpus) : null;
    }

    /** The operation for one run of it; null for {@code poll}, which is nothing but a turn of the CPU. */
    static OperationCall make(List<String> words, Replay replay) {
        Operation.Factory factory = TABLE.get(words.get(0)).factory();
        return factory == null ? null : factory.make(words, replay);
    }

    /** Whether {@code td} may run the operation now; the format says what is refused. */
    static boolean isLegal(List<String> words, GlobalData gd, LwktThread td, Replay replay) {
        if (!namesExist(words, replay)) {
            return false;
        }
        return switch (words.get(0)) {
            case "passive_release" -> td.lwp() != null;
            case "userenter" -> (td.flags() & ThreadFlag.USERMODE) != 0;
            case "userexit" -> td.lwp() != null && td.critCount() == 0 && td.tokenCount() == 0 && gd.spinlocks() == 0;
            case "spin_lock", "spin_unlock" -> !replay.isExtended();
            case "initport" -> isUnused(replay.objects().port(words.get(1).charAt(1) - '0'));
            case "initmsg" -> isIdle(replay.objects().msg(words.get(1)));
            case "free" -> isFreeable(replay.names().thread(words.get(1)), replay);
            default -> true;
        };
    }

    /** Whether nothing but its name refers to the thread. */
    private static boolean isFreeable(LwktThread td, Replay replay) {
        boolean exited = (td.flags() & ThreadFlag.EXITING) != 0;
        return !td.isOnTdallq() && !replay.isInMessage(td) && !(exited && td.lwp() == null);
    }

    private static boolean isUnused(MsgPort port) {
        return port == null || port.isEmpty();
    }

    private static boolean isIdle(LwktMsg msg) {
        return (msg.flags() & (MsgFlag.QUEUED | MsgFlag.INTRANSIT)) == 0;
    }

    /** Whether everything that the operation names exists. */
    private static boolean namesExist(List<String> words, Replay replay) {
        String[] form = TABLE.get(words.get(0)).kinds();
        for (int i = 0; i < form.length && i + 1 < words.size(); i++) {
            if (ArgumentForm.isOpen(form[i])) {
                List<String> rest = words.subList(i + 1, words.size());
                List<String> kinds =
                        ArgumentForm.kindsOfRest(form[i], rest, replay.kernel().ncpus());
                // The first one is the word that chooses the pattern.
                for (int k = 1; k < kinds.size(); k++) {
                    if (!exists(kinds.get(k), rest.get(k), replay)) {
                        return false;
                    }
                }
            } else if (!exists(form[i], words.get(i + 1), replay)) {
                return false;
            }
        }
        return true;
    }

    private static boolean exists(String kind, String word, Replay replay) {
        LwktThread td = replay.names().thread(word);
        return switch (kind) {
            case "thread" -> td != null;
            case "owner" -> td != null || word.equals("-");
            case "lwp" -> td != null && td.lwp() != null;
            case "port" -> replay.objects().port(word) != null;
            case "msg" -> replay.objects().msg(word).replyPort() != null;
            case "ident" -> replay.objects().identifier(word) != null;
            default -> true;
        };
    }
}
