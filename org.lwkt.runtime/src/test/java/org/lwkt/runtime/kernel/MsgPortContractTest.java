// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every kind of message port, and what each kind refuses. */
class MsgPortContractTest {
    /** The kinds that keep messages for whoever takes them. */
    enum Kind {
        THREAD,
        SPIN,
        SPIN_FIXED,
        SERIALIZE
    }

    private final TestKernel test = new TestKernel(2);
    private final GlobalData cpu0 = test.cpu(0);
    private final LwktThread main = test.main;
    private final LwktSerializer serializer = new LwktSerializer();
    private final MsgPort replies = new ThreadMsgPort(test.kernel, main);
    private final LwktMsg msg = new LwktMsg();

    @BeforeEach
    void enter() {
        serializer.init();
        test.run(0, serializer.enter(cpu0));
        msg.init(replies, 0);
    }

    private MsgPort port(Kind kind) {
        return switch (kind) {
            case THREAD -> new ThreadMsgPort(test.kernel, main);
            case SPIN -> new SpinMsgPort(test.kernel, main, false);
            case SPIN_FIXED -> new SpinMsgPort(test.kernel, main, true);
            case SERIALIZE -> new SerializeMsgPort(test.kernel, serializer);
        };
    }

    private LwktMsg take(MsgPort port) {
        test.run(0, port.getPort(cpu0));
        return main.message();
    }

    @ParameterizedTest
    @EnumSource
    void answersMessagesInTheOrderInWhichTheyWereSentButThoseOfPriorityFirst(Kind kind) {
        MsgPort port = port(kind);
        LwktMsg second = new LwktMsg();
        LwktMsg urgent = new LwktMsg();
        second.init(replies, 0);
        urgent.init(replies, MsgFlag.PRIORITY);
        for (LwktMsg each : List.of(msg, second, urgent)) {
            test.run(0, port.sendMsg(cpu0, each));
            assertSame(port, each.targetPort());
            assertFalse(each.isDone());
        }
        assertSame(urgent, take(port));
        assertSame(msg, take(port));
        assertSame(second, take(port));
        assertNull(take(port));
    }

    @ParameterizedTest
    @EnumSource
    void aReplyComesBackWithItsErrorAndStandsInTheQueueUntilItIsWaitedFor(Kind kind) {
        MsgPort port = port(kind);
        msg.init(port, 0);
        test.run(0, new ThreadMsgPort(test.kernel, main).sendMsg(cpu0, msg));
        msg.targetPort().pull(msg);
        test.run(0, msg.reply(cpu0, 7));
        assertTrue(msg.isDone());
        assertEquals(MsgFlag.DONE | MsgFlag.REPLY | MsgFlag.QUEUED, msg.flags());
        test.run(0, msg.await(cpu0, 0));
        assertEquals(7, main.result());
        assertEquals(MsgFlag.DONE | MsgFlag.REPLY, msg.flags());
    }

    @ParameterizedTest
    @EnumSource
    void aReceiptIsGivenOnceWhenTheMessageIsQueued(Kind kind) {
        MsgPort port = port(kind);
        int[] receipts = new int[1];
        msg.setReceipt((gd, received, where) -> {
            assertSame(msg, received);
            assertSame(port, where);
            receipts[0]++;
        });
        test.run(0, port.sendMsg(cpu0, msg));
        assertEquals(1, receipts[0]);
        assertEquals(MsgFlag.QUEUED, msg.flags());
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatIsOnItsWayCannotBeSentAgain(Kind kind) {
        MsgPort port = port(kind);
        test.run(0, port.sendMsg(cpu0, msg));
        KernelPanic panic = assertThrows(KernelPanic.class, () -> port.sendMsg(cpu0, msg));
        assertEquals("_lwkt_sendmsg_prepare", panic.function());
        assertEquals(
                "lwkt_domsg",
                assertThrows(KernelPanic.class, () -> port.doMsg(cpu0, msg, 0)).function());
        assertEquals(
                "lwkt_forwardmsg",
                assertThrows(KernelPanic.class, () -> port.forwardMsg(cpu0, msg))
                        .function());
        msg.flags |= MsgFlag.DONE;
        assertThrows(KernelPanic.class, () -> test.run(0, port.putPort(cpu0, msg)));
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatCanBeDroppedCannotBeWaitedFor(Kind kind) {
        msg.init(port(kind), MsgFlag.DROPABLE);
        KernelPanic panic = assertThrows(KernelPanic.class, () -> msg.await(cpu0, 0));
        assertEquals("can't wait dropable message", panic.text());
    }

    @ParameterizedTest
    @EnumSource
    void aWaitForAMessageEndsWithTheReply(Kind kind) {
        MsgPort port = port(kind);
        LwktThread other = test.make("other", 0, 10);
        test.schedule(0, other);
        msg.init(port, 0);
        ThreadMsgPort target = new ThreadMsgPort(test.kernel, other);
        test.run(0, target.doMsg(cpu0, msg, 0));
        assertSame(other, cpu0.curThread);
        test.run(0, target.getPort(cpu0));
        assertSame(msg, other.message());
        if (kind == Kind.SERIALIZE) {
            test.run(0, serializer.enter(cpu0));
        }
        test.run(0, msg.reply(cpu0, 3));
        if (kind == Kind.SERIALIZE) {
            test.run(0, serializer.exit(cpu0));
        }
        test.run(0, cpu0.scheduler.descheduleSelf(other));
        test.run(0, cpu0.scheduler.switchThread());
        assertSame(main, cpu0.curThread);
        assertEquals(3, main.result());
    }

    @ParameterizedTest
    @EnumSource
    void aSignalEndsTheWaitForAPort(Kind kind) {
        MsgPort port = port(kind);
        test.makeUser(main);
        main.setSignal(20);
        test.run(0, port.awaitPort(cpu0, SleepQueue.PCATCH));
        assertNull(main.message());
        assertEquals(0, main.critCount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            panic     | get    | lwkt_panic_getport
            panic     | send   | lwkt_panic_putport
            panic     | oncpu  | lwkt_panic_putport_oncpu
            panic     | wait   | lwkt_panic_waitmsg
            panic     | waitport | lwkt_panic_waitport
            panic     | reply  | lwkt_panic_replyport
            panic     | drop   | lwkt_panic_dropmsg
            null      | get    | lwkt_panic_getport
            null      | send   | lwkt_panic_putport
            null      | drop   | lwkt_panic_dropmsg
            replyonly | send   | lwkt_panic_putport
            replyonly | wait   | lwkt_panic_waitmsg
            putonly   | get    | lwkt_panic_getport
            putonly   | oncpu  | lwkt_panic_putport_oncpu
            putonly   | reply  | lwkt_panic_replyport
            serialize | oncpu  | lwkt_panic_putport_oncpu
            serialize | drop   | lwkt_panic_dropmsg
            spin      | oncpu  | lwkt_panic_putport_oncpu
            ownerless | drop   | lwkt_panic_dropmsg
            """)
    void whatAKindDoesNotOfferPanics(String kind, String call, String function) {
        MsgPort port = switch (kind) {
            case "panic" -> new PanicMsgPort(test.kernel);
            case "null" -> new ReplyOnlyNullMsgPort(test.kernel);
            case "replyonly" -> new ReplyOnlyMsgPort(test.kernel, (gd, self, replied) -> Flow.RETURN);
            case "putonly" -> new PutOnlyMsgPort(test.kernel, (gd, self, put) -> LwktMsg.EASYNC);
            case "serialize" -> new SerializeMsgPort(test.kernel, serializer);
            case "spin" -> new SpinMsgPort(test.kernel, main, false);
            default -> new SpinMsgPort(test.kernel, null, false);
        };
        KernelPanic panic = assertThrows(KernelPanic.class, () -> {
            switch (call) {
                case "get" -> port.getPort(cpu0);
                case "send" -> port.sendMsg(cpu0, msg);
                case "oncpu" -> port.sendMsgOnCpu(cpu0, msg);
                case "waitport" -> port.awaitPort(cpu0, 0);
                case "drop" -> {
                    msg.init(replies, MsgFlag.DROPABLE);
                    msg.setTargetPort(port);
                    msg.drop(cpu0);
                }
                default -> {
                    msg.init(port, 0);
                    test.run(0, call.equals("wait") ? msg.await(cpu0, 0) : msg.reply(cpu0, 0));
                }
            }
        });
        assertEquals(function, panic.function());
    }

    @Test
    void aPutOnlyPortThatAnswersAtOnceIsRepliedToAtOnce() {
        MsgPort port = new PutOnlyMsgPort(test.kernel, (gd, self, put) -> 5);
        test.run(0, port.sendMsg(cpu0, msg));
        assertEquals(5, msg.error());
        assertTrue(msg.isDone());
        LwktMsg direct = new LwktMsg();
        direct.init(replies, 0);
        test.run(0, port.doMsg(cpu0, direct, 0));
        assertEquals(5, main.result());
        assertEquals(0, direct.error());
    }

    @Test
    void aMessageWithoutTargetCannotBeDropped() {
        assertEquals(
                "lwkt_dropmsg",
                assertThrows(KernelPanic.class, () -> msg.drop(cpu0)).function());
        msg.init(replies, MsgFlag.DROPABLE);
        test.run(0, msg.drop(cpu0));
        assertEquals(LwktMsg.ENOENT, main.result());
    }

    @Test
    void aThreadsOwnPortIsMadeWhenItIsAskedForAndEmptyAfterReuse() {
        assertNull(main.msgPortIfUsed());
        MsgPort port = main.msgPort();
        assertSame(port, main.msgPort());
        test.run(0, port.sendMsg(cpu0, msg));
        main.initPort(false, false);
        assertSame(port, main.msgPort());
        assertNull(port.poll());
        main.initPort(true, true);
        assertEquals(0, main.msgPort().cpuId());
        main.initPort(true, false);
        assertEquals(-1, main.msgPort().cpuId());
    }
}
