// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.lwkt.runtime.kernel.CpuSync;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktMsg;
import org.lwkt.runtime.kernel.LwktSerializer;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.MsgPort;
import org.lwkt.runtime.kernel.SerializerArray;
import org.lwkt.runtime.kernel.SpinLock;

/** The objects of a vector that are no threads: ports, messages, serializers, spin locks and cpusync structures. */
final class ScriptObjects {
    static final int PORTS = 8;

    private static final Pattern NUMBERED = Pattern.compile(".[0-9]{1,2}");
    /** What is nothing but an address to sleep on. */
    private static final Pattern ADDRESS = Pattern.compile("I[0-3]|[JP][0-7]");

    private static final int MSGS = 16;
    private static final int OTHERS = 4;

    private final Names names;
    private final MsgPort[] ports = new MsgPort[PORTS];
    private final List<LwktMsg> msgs = new ArrayList<>();
    private final List<LwktSerializer> serializers = new ArrayList<>();
    private final List<SpinLock> locks = new ArrayList<>();
    private final List<CpuSync> syncs = new ArrayList<>();
    private final List<CpuSync> usedSyncs = new ArrayList<>();
    private final SerializerArray array;

    ScriptObjects(Kernel kernel, Names names) {
        this.names = names;
        for (int i = 0; i < MSGS; i++) {
            LwktMsg msg = new LwktMsg();
            names.name(msg, "M" + i);
            msgs.add(msg);
        }
        for (int i = 0; i < OTHERS; i++) {
            LwktSerializer serializer = new LwktSerializer();
            names.name(serializer, "S" + i);
            serializers.add(serializer);
            locks.add(new SpinLock());
            CpuSync sync = new CpuSync(kernel);
            names.name(sync, "X" + i);
            syncs.add(sync);
        }
        array = new SerializerArray(serializers.toArray(LwktSerializer[]::new));
    }

    private static int index(String name) {
        return Integer.parseInt(name.substring(1));
    }

    private static boolean isObject(String word, char letter) {
        return word.charAt(0) == letter && NUMBERED.matcher(word).matches();
    }

    void setPort(String name, MsgPort port) {
        names.name(port, name);
        port.placeAt(names.address(name));
        MsgPort old = ports[index(name)];
        if (old != null) {
            msgs.forEach(msg -> msg.portIsNow(old, port));
        }
        ports[index(name)] = port;
    }

    /** The port of that name, or that of the thread of that name; null if there is none. */
    MsgPort port(String word) {
        LwktThread td = names.thread(word);
        if (td != null) {
            return td.msgPort();
        }
        return isObject(word, 'P') && index(word) < PORTS ? ports[index(word)] : null;
    }

    MsgPort port(int number) {
        return ports[number];
    }

    LwktMsg msg(String name) {
        return msgs.get(index(name));
    }

    List<LwktMsg> msgs() {
        return msgs;
    }

    LwktSerializer serializer(String name) {
        return serializers.get(index(name));
    }

    List<LwktSerializer> serializers() {
        return serializers;
    }

    SerializerArray array() {
        return array;
    }

    SpinLock lock(String name) {
        return locks.get(index(name));
    }

    List<SpinLock> locks() {
        return locks;
    }

    CpuSync sync(String name) {
        CpuSync sync = syncs.get(index(name));
        if (!usedSyncs.contains(sync)) {
            usedSyncs.add(sync);
            usedSyncs.sort(Comparator.comparingInt(syncs::indexOf));
        }
        return sync;
    }

    /** Those that an operation has named. */
    List<CpuSync> usedSyncs() {
        return usedSyncs;
    }

    /** The sleep identifier that {@code word} stands for: the address of an object, or one of its own; null if none. */
    Object identifier(String word) {
        LwktThread td = names.thread(word);
        if (td != null) {
            return td;
        }
        if (isObject(word, 'M') && index(word) < MSGS) {
            return msg(word);
        }
        if (isObject(word, 'S') && index(word) < OTHERS) {
            return serializer(word);
        }
        return ADDRESS.matcher(word).matches() ? names.address(word) : null;
    }
}
