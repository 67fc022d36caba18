// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.ReqFlag;
import org.lwkt.runtime.kernel.SleepQueue;
import org.lwkt.runtime.kernel.ThreadFlag;

/** The operations that a script may name, with the form of their arguments. */
final class Operations {
    /** Makes a kernel call and answers what it answers. */
    @FunctionalInterface
    private interface Call {
        Flow run(GlobalData gd, LwktThread td, Arguments arguments);
    }

    /** Does something that suspends nobody. */
    @FunctionalInterface
    private interface Action {
        void run(GlobalData gd, LwktThread td, Arguments arguments);
    }

    /** What an operation answers, asked when it is complete. */
    @FunctionalInterface
    private interface Answer {
        Object of(GlobalData gd, LwktThread td, Arguments arguments);
    }

    /** Makes the object that runs the operation. */
    @FunctionalInterface
    private interface Factory {
        OperationCall make(List<String> words, Replay replay);
    }

    /** @param form one word for each argument: thread, cpu, number, bit, token, ident, name, text, options */
    private record Operation(String form, Factory factory) {}

    private static final Answer NONE = (gd, td, arguments) -> null;
    private static final Answer ERRNO = (gd, td, arguments) -> td.result();

    private static final Map<String, Operation> TABLE = Map.ofEntries(
            entry("create", new Operation("name rotator options", CreateCall::new)),
            entry("alloc", new Operation("name rotator options", CreateCall::new)),
            entry("reap", new Operation("thread", ReapCall::new)),
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
            entry("userexit", call("", (gd, td, a) -> gd.userMode().returnToUser())),
            entry("userenter", action("", (gd, td, a) -> gd.userMode().enter())),
            entry("need_user_resched", action("", (gd, td, a) -> gd.setReqFlags(ReqFlag.AST_USER_RESCHED))),
            entry("need_resched", action("", (gd, td, a) -> gd.setReqFlags(ReqFlag.AST_LWKT_RESCHED))),
            entry("hold", action("thread", (gd, td, a) -> gd.lifecycle().hold(a.thread(0)))),
            entry("rele", action("thread", (gd, td, a) -> gd.lifecycle().rele(a.thread(0)))),
            entry("tsleep", call("ident", (gd, td, a) -> gd.sleepQueue().tsleep(a.ident(0), 0, "slp", 0), ERRNO)),
            entry(
                    "tsleep_timo",
                    call("ident", (gd, td, a) -> gd.sleepQueue().tsleep(a.ident(0), 0, "slpt", 1), ERRNO)),
            entry(
                    "tsleep_interlocked",
                    call("ident", (gd, td, a) -> gd.sleepQueue().tsleep(a.ident(0), SleepQueue.PINTERLOCKED, "slpi", 0), ERRNO)),
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
            entry(
                    "onrunq",
                    action("thread bit", (gd, td, a) -> a.thread(0).lwp().setOnRunq(a.number(1) != 0))),
            entry("kfpu", action("thread", (gd, td, a) -> a.thread(0).setFpuContext())),
            entry("poll", new Operation("", null)));

    private Operations() {}

    private static Operation call(String form, Call call) {
        return call(form, call, NONE);
    }

    private static Operation call(String form, Call call, Answer answer) {
        return new Operation(form, (words, replay) -> {
            Arguments arguments = new Arguments(words, replay);
            return new OperationCall(words.get(0), replay) {
                @Override
                Flow step(int number, GlobalData gd, LwktThread td) {
                    if (number > 0) {
                        return complete(td, answer.of(gd, td, arguments));
                    }
                    then(gd, 1);
                    return call.run(gd, td, arguments);
                }
            };
        });
    }

    private static Operation action(String form, Action action) {
        return call(form, (gd, td, arguments) -> {
            action.run(gd, td, arguments);
            return Flow.RETURN;
        });
    }

    private static Operation answer(String form, Answer answer) {
        return call(form, (gd, td, arguments) -> Flow.RETURN, answer);
    }

    private static Operation flag(int mask) {
        return action("thread bit", (gd, td, a) -> a.thread(0).setFlags(mask, a.number(1) != 0));
    }

    /** What is wrong with the form of an operation and its arguments, or null. */
    static String problem(List<String> words, int ncpus) {
        Operation operation = TABLE.get(words.get(0));
        if (operation == null) {
            return "no such operation: " + words.get(0);
        }
        String[] form = operation.form.isEmpty() ? new String[0] : operation.form.split(" ");
        boolean open = form.length > 0 && form[form.length - 1].equals("options");
        int least = open ? form.length - 1 : form.length;
        int given = words.size() - 1;
        if (given < least || given > least && !open) {
            return "'" + words.get(0) + "' takes " + least + " argument(s), not " + given;
        }
        for (int i = 0; i < given; i++) {
            String kind = i < least ? form[i] : "options";
            String problem = ArgumentForm.problem(kind, words.get(i + 1), ncpus);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /** The operation for one run of it; null for {@code poll}, which is nothing but a turn of the CPU. */
    static OperationCall make(List<String> words, Replay replay) {
        Factory factory = TABLE.get(words.get(0)).factory;
        return factory == null ? null : factory.make(words, replay);
    }

    /** Whether every thread that the operation names exists. */
    static boolean namesExist(List<String> words, Replay replay) {
        String[] form = TABLE.get(words.get(0)).form.split(" ");
        for (int i = 0; i < form.length && i + 1 < words.size(); i++) {
            if (form[i].equals("thread") && replay.names().thread(words.get(i + 1)) == null) {
                return false;
            }
        }
        return true;
    }
}
