// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import static java.util.Map.entry;
import static org.lwkt.runtime.conformance.Operation.RESULT;
import static org.lwkt.runtime.conformance.Operation.action;
import static org.lwkt.runtime.conformance.Operation.answer;
import static org.lwkt.runtime.conformance.Operation.call;

import java.util.List;
import java.util.Map;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktMsg;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.MsgFlag;
import org.lwkt.runtime.kernel.MsgPort;
import org.lwkt.runtime.kernel.PanicMsgPort;
import org.lwkt.runtime.kernel.PutOnlyMsgPort;
import org.lwkt.runtime.kernel.ReplyOnlyMsgPort;
import org.lwkt.runtime.kernel.ReplyOnlyNullMsgPort;
import org.lwkt.runtime.kernel.SerializeMsgPort;
import org.lwkt.runtime.kernel.SpinMsgPort;
import org.lwkt.runtime.kernel.ThreadMsgPort;

/** The operations of lwkt_msgport.c. */
final class PortOperations {
    /** The error with which a synchronous put-only port answers. */
    private static final int PUT_ERROR = 5;

    private static final String ABORT = "abort=";

    static final Map<String, Operation> TABLE = Map.ofEntries(
            entry(
                    "initport",
                    action(
                            "objport porttype...",
                            (gd, td, a) -> a.replay().objects().setPort(a.word(0), newPort(gd.kernel(), a)))),
            entry("initmsg", action("newmsg port msgoptions...", PortOperations::initMsg)),
            entry(
                    "receipt",
                    action(
                            "msg",
                            (gd, td, a) -> a.msg(0)
                                    .setReceipt((at, msg, port) ->
                                            a.replay().out().trace("receipt " + names(a, msg, port))))),
            entry("sendmsg", call("port msg", (gd, td, a) -> a.port(0).sendMsg(gd, a.msg(1)))),
            entry("sendmsg_oncpu", call("port msg", (gd, td, a) -> a.port(0).sendMsgOnCpu(gd, a.msg(1)))),
            entry("sendmsg_prepare", action("port msg", (gd, td, a) -> a.port(0).prepare(gd, a.msg(1)))),
            entry("sendmsg_start", call("port msg", (gd, td, a) -> a.port(0).start(gd, a.msg(1)))),
            entry(
                    "sendmsg_start_oncpu",
                    call("port msg", (gd, td, a) -> a.port(0).startOnCpu(gd, a.msg(1)))),
            entry(
                    "domsg",
                    call(
                            "port msg catchoptions...",
                            (gd, td, a) -> a.port(0).doMsg(gd, a.msg(1), a.sleepFlags(2)),
                            RESULT)),
            entry("forwardmsg", call("port msg", (gd, td, a) -> a.port(0).forwardMsg(gd, a.msg(1)), RESULT)),
            entry("getport", call("port", (gd, td, a) -> a.port(0).getPort(gd), PortOperations::message)),
            entry(
                    "waitport",
                    call(
                            "port catchoptions...",
                            (gd, td, a) -> a.port(0).awaitPort(gd, a.sleepFlags(1)),
                            PortOperations::message)),
            entry("waitmsg", call("msg catchoptions...", (gd, td, a) -> a.msg(0).await(gd, a.sleepFlags(1)), RESULT)),
            entry("dropmsg", call("msg", (gd, td, a) -> a.msg(0).drop(gd), RESULT)),
            entry("replymsg", call("msg number", (gd, td, a) -> a.msg(0).reply(gd, a.number(1)))),
            entry("abortmsg", call("msg", (gd, td, a) -> a.msg(0).abort(gd))),
            entry("checkmsg", answer("msg", (gd, td, a) -> a.msg(0).isDone() ? 1 : 0)));

    private PortOperations() {}

    private static Object message(GlobalData gd, LwktThread td, Arguments a) {
        return a.replay().names().ofIdentifier(td.message());
    }

    private static String names(Arguments a, Object first, Object second) {
        Names names = a.replay().names();
        return names.ofIdentifier(first) + " " + names.ofIdentifier(second);
    }

    private static MsgPort newPort(Kernel kernel, Arguments a) {
        List<String> type = a.rest(1);
        return switch (type.get(0)) {
            case "thread" -> new ThreadMsgPort(kernel, a.thread(2));
            case "spin" -> new SpinMsgPort(kernel, a.thread(2), type.contains("fixed"));
            case "serialize" -> new SerializeMsgPort(kernel, a.serializer(2));
            case "null" -> new ReplyOnlyNullMsgPort(kernel);
            case "replyonly" ->
                new ReplyOnlyMsgPort(kernel, (gd, port, msg) -> {
                    a.replay().out().trace("replyfn " + names(a, port, msg));
                    msg.setFlags(MsgFlag.DONE | MsgFlag.REPLY);
                    return Flow.RETURN;
                });
            case "putasync" -> putOnly(kernel, a, "async", LwktMsg.EASYNC);
            case "putsync" -> putOnly(kernel, a, "sync", PUT_ERROR);
            default -> new PanicMsgPort(kernel);
        };
    }

    private static MsgPort putOnly(Kernel kernel, Arguments a, String word, int error) {
        return new PutOnlyMsgPort(kernel, (gd, port, msg) -> {
            a.replay().out().trace("putfn " + names(a, port, msg) + " " + word);
            msg.setTargetPort(port);
            return error;
        });
    }

    private static void initMsg(GlobalData gd, LwktThread td, Arguments a) {
        int flags = 0;
        String abort = null;
        for (String option : a.rest(2)) {
            switch (option) {
                case "prio" -> flags |= MsgFlag.PRIORITY;
                case "drop" -> flags |= MsgFlag.DROPABLE;
                case "user0" -> flags |= MsgFlag.USER0;
                default -> abort = option.substring(ABORT.length());
            }
        }
        if (abort == null) {
            a.msg(0).init(a.port(1), flags);
        } else {
            a.msg(0).initAbortable(a.port(1), flags, new ScriptAbort(a.replay(), abort));
        }
    }
}
