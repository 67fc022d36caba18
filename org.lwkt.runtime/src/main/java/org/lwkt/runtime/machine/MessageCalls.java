// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktMsg;
import org.lwkt.runtime.kernel.MsgPort;
import org.lwkt.runtime.program.Opcode;

/** The calls of lwkt_msgport.c. */
final class MessageCalls {
    private final Operands operands;
    private final Resources resources;
    private final SimClock clock;
    private final CommandLog log;

    MessageCalls(Operands operands, Resources resources, SimClock clock, CommandLog log) {
        this.operands = operands;
        this.clock = clock;
        this.resources = resources;
        this.log = log;
    }

    Flow call(GlobalData gd, Activation activation, Opcode opcode) {
        return switch (opcode) {
            case SENDMSG -> {
                LwktMsg msg = ready(gd, activation);
                yield target(gd, activation).sendMsg(gd, msg);
            }
            case DOMSG -> {
                LwktMsg msg = ready(gd, activation);
                int flags = operands.word(gd, activation, 2);
                yield target(gd, activation).doMsg(gd, msg, flags);
            }
            case FORWARDMSG -> {
                LwktMsg msg = message(gd, activation, 1);
                yield target(gd, activation).forwardMsg(gd, msg);
            }
            case GETPORT -> port(gd, activation).getPort(gd);
            case WAITPORT -> {
                int flags = operands.word(gd, activation, 1);
                yield port(gd, activation).awaitPort(gd, flags);
            }
            case WAITMSG -> {
                int flags = operands.word(gd, activation, 1);
                yield message(gd, activation, 0).await(gd, flags);
            }
            case REPLYMSG -> {
                int error = operands.word(gd, activation, 1);
                LwktMsg msg = message(gd, activation, 0);
                int port = resources.numberOf(msg.replyPort());
                if (port != Activation.NO_RESOURCE) {
                    resources.ended(port, clock.nowNs);
                }
                yield msg.reply(gd, error);
            }
            case ABORTMSG -> message(gd, activation, 0).abort(gd);
            case DROPMSG -> message(gd, activation, 0).drop(gd);
            default -> throw new IllegalStateException("not of lwkt_msgport.c: " + opcode);
        };
    }

    /** The port that a message goes to. The message stays what the call is about. */
    private MsgPort target(GlobalData gd, Activation activation) {
        int message = activation.resource;
        MsgPort port = port(gd, activation);
        resources.ended(activation.resource, clock.nowNs);
        activation.resource = message;
        return port;
    }

    private MsgPort port(GlobalData gd, Activation activation) {
        return operands.resource(gd, activation, 0, MsgPort.class);
    }

    private LwktMsg message(GlobalData gd, Activation activation, int index) {
        return operands.resource(gd, activation, index, LwktMsg.class);
    }

    /** The message that is to be sent. */
    private LwktMsg ready(GlobalData gd, Activation activation) {
        LwktMsg msg = message(gd, activation, 1);
        if (resources.prepare(activation.resource, gd.curThread())) {
            log.prepared(activation.resource);
        }
        return msg;
    }

    /** The number of the message that the current thread took last, or -1. */
    long taken(GlobalData gd) {
        LwktMsg msg = gd.curThread().message();
        return msg == null ? -1 : resources.numberOf(msg);
    }
}
