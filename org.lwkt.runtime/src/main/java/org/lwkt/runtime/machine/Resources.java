// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lwkt.runtime.kernel.CpuSync;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LockmgrLock;
import org.lwkt.runtime.kernel.LwktMsg;
import org.lwkt.runtime.kernel.LwktSerializer;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.LwktToken;
import org.lwkt.runtime.kernel.MsgFlag;
import org.lwkt.runtime.kernel.MsgPort;
import org.lwkt.runtime.kernel.PutOnlyMsgPort;
import org.lwkt.runtime.kernel.ReplyOnlyMsgPort;
import org.lwkt.runtime.kernel.ReplyOnlyNullMsgPort;
import org.lwkt.runtime.kernel.SerializeMsgPort;
import org.lwkt.runtime.kernel.SpinLock;
import org.lwkt.runtime.kernel.SpinMsgPort;
import org.lwkt.runtime.kernel.ThreadMsgPort;
import org.lwkt.runtime.kernel.WaitChannel;
import org.lwkt.runtime.snapshot.Unhashed;

/** The kernel's objects that a scenario declares, by their numbers. Made when boot is over and their threads exist. */
final class Resources {
    private final List<ResourceConfig> configs;
    private final Object[] objects;
    /** The number of each object; of several pool tokens that are one, of the first. */
    @Unhashed
    private final long[] lastEndNs;

    private final Map<Object, Integer> numbers = new LinkedHashMap<>();

    Resources(List<ResourceConfig> configs) {
        this.configs = configs;
        objects = new Object[configs.size()];
        lastEndNs = new long[configs.size()];
        Arrays.fill(lastEndNs, -1);
    }

    /** Makes the objects: what others belong to first. */
    void make(Kernel kernel, ThreadTable threads) {
        MsgPort nobody = new ReplyOnlyNullMsgPort(kernel);
        for (int number = 0; number < objects.length; number++) {
            ResourceConfig config = configs.get(number);
            objects[number] = switch (config.kind()) {
                case TOKEN -> new LwktToken(config.name(), number);
                case POOL_TOKEN -> kernel.tokenPool().lookup(config.of());
                case SPINLOCK -> new SpinLock();
                case SERIALIZER -> serializer();
                case LOCK -> new LockmgrLock(config.name(), 0, config.flags());
                case CHANNEL -> new WaitChannel(config.name());
                case CPUSYNC -> new CpuSync(kernel);
                case MESSAGE -> new LwktMsg();
                case THREAD_PORT -> new ThreadMsgPort(kernel, owner(config, threads));
                case SPIN_PORT -> new SpinMsgPort(kernel, owner(config, threads), false);
                case PUTONLY_PORT -> new PutOnlyMsgPort(kernel, MessageFunctions.PUT);
                case REPLYONLY_PORT -> new ReplyOnlyMsgPort(kernel, MessageFunctions.REPLY);
                case NULL_PORT -> new ReplyOnlyNullMsgPort(kernel);
                case SERIALIZE_PORT -> null;
            };
        }
        for (int number = 0; number < objects.length; number++) {
            ResourceConfig config = configs.get(number);
            if (config.kind() == ResourceConfig.Kind.SERIALIZE_PORT) {
                objects[number] = new SerializeMsgPort(kernel, (LwktSerializer) objects[(int) config.of()]);
            }
        }
        for (int number = 0; number < objects.length; number++) {
            numbers.putIfAbsent(objects[number], number);
            if (objects[number] instanceof LwktMsg msg) {
                long replyPort = configs.get(number).of();
                init(number, msg, replyPort == ResourceConfig.NONE ? nobody : port((int) replyPort));
            }
        }
    }

    private static LwktSerializer serializer() {
        LwktSerializer serializer = new LwktSerializer();
        serializer.init();
        return serializer;
    }

    private static LwktThread owner(ResourceConfig config, ThreadTable threads) {
        return config.of() == ResourceConfig.NONE ? null : threads.get(config.of()).td;
    }

    private void init(int number, LwktMsg msg, MsgPort replyPort) {
        int flags = configs.get(number).flags();
        if ((flags & MsgFlag.ABORTABLE) != 0) {
            msg.initAbortable(replyPort, flags, MessageFunctions.ABORT);
        } else {
            msg.init(replyPort, flags);
        }
        if ((flags & MsgFlag.RECEIPT) != 0) {
            msg.setReceipt(MessageFunctions.RECEIPT);
        }
    }

    /**
     * Before it is sent: a message without a reply port of its own is made ready by each sender, to come back to that
     * thread's own port. Answers whether it was.
     */
    boolean prepare(int number, LwktThread sender) {
        LwktMsg msg = (LwktMsg) objects[number];
        boolean free = msg.isDone() && (msg.flags() & MsgFlag.QUEUED) == 0;
        boolean prepared = configs.get(number).of() == ResourceConfig.NONE && free;
        if (prepared) {
            init(number, msg, sender.msgPort());
        }
        return prepared;
    }

    /** Somebody wakes up who waits for it, or sends a message there. */
    void ended(int number, long timeNs) {
        lastEndNs[number] = timeNs;
    }

    /** When that happened last, or -1. */
    long lastEndNs(int number) {
        return lastEndNs[number];
    }

    int count() {
        return objects.length;
    }

    Object get(int number) {
        return objects[number];
    }

    MsgPort port(int number) {
        return (MsgPort) objects[number];
    }

    /** Whether the replies to some message come to the port. */
    boolean takesReplies(int port) {
        return configs.stream().anyMatch(it -> it.kind() == ResourceConfig.Kind.MESSAGE && it.of() == port);
    }

    ResourceConfig config(int number) {
        return configs.get(number);
    }

    /** The number of a token, a lock, a message or something slept on; {@link Activation#NO_RESOURCE} if it has none. */
    int numberOf(Object object) {
        Integer number = numbers.get(object);
        return number == null ? Activation.NO_RESOURCE : number;
    }

    /** How people call the object, or null. */
    String name(Object object) {
        int number = numberOf(object);
        return number == Activation.NO_RESOURCE ? null : configs.get(number).name();
    }
}
