// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.lwkt.runtime.kernel.CpuSync;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.IpiQueue;
import org.lwkt.runtime.kernel.IpiStats;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktMsg;
import org.lwkt.runtime.kernel.LwktSerializer;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.MsgPort;
import org.lwkt.runtime.kernel.SleepBucket;
import org.lwkt.runtime.kernel.SpinLock;
import org.lwkt.runtime.kernel.ThreadFlag;

/** The state lines of the files beside lwkt_thread.c: each is shown when it has changed. */
final class NeighbourStateLines {
    private static final String MSG_FLAGS = "DRQSIWdaPr";

    private final Kernel kernel;
    private final Names names;
    private final ScriptObjects objects;
    private final Map<String, String> last = new HashMap<>();
    private final Map<String, Integer> threads = new HashMap<>();

    NeighbourStateLines(Kernel kernel, Names names, ScriptObjects objects) {
        this.kernel = kernel;
        this.names = names;
        this.objects = objects;
        // What everything starts as is not shown.
        lines((key, line) -> last.put(key, line));
    }

    /** Hears each line with what tells it from the others. */
    private interface Sink {
        void line(String key, String line);
    }

    void print(Output out) {
        forgetOldThreads();
        lines((key, line) -> {
            if (!line.equals(last.put(key, line))) {
                out.state(line);
            }
        });
    }

    /** The port of a thread is shown from its first change on. */
    private void forgetOldThreads() {
        names.threads().forEach((name, td) -> {
            Integer known = threads.put(name, td.incarnation());
            if (known == null || known != td.incarnation()) {
                last.put("port." + name, portLine("port." + name, td.msgPort(), false));
            }
        });
    }

    private void lines(Sink sink) {
        for (int i = 0; i < ScriptObjects.PORTS; i++) {
            if (objects.port(i) != null) {
                sink.line("P" + i, portLine("P" + i, objects.port(i), true));
            }
        }
        names.threads().forEach((name, td) -> {
            String port = "port." + name;
            sink.line(port, portLine(port, td.msgPort(), false));
        });
        for (LwktMsg msg : objects.msgs()) {
            if (msg.replyPort() != null) {
                sink.line(names.ofIdentifier(msg), msgLine(msg));
            }
        }
        for (LwktSerializer serializer : objects.serializers()) {
            sink.line(names.ofIdentifier(serializer), serializerLine(serializer));
        }
        for (int i = 0; i < objects.locks().size(); i++) {
            sink.line("L" + i, lockLine("L" + i, objects.locks().get(i)));
        }
        for (CpuSync sync : objects.usedSyncs()) {
            sink.line(names.ofIdentifier(sync), syncLine(sync));
        }
        cpuLines(sink);
    }

    private void cpuLines(Sink sink) {
        for (int source = 0; source < kernel.ncpus(); source++) {
            for (int target = 0; target < kernel.ncpus(); target++) {
                if (source != target) {
                    sink.line("q" + source + ">" + target, queueLine(source, target));
                }
            }
        }
        for (int cpu = 0; cpu < kernel.ncpus(); cpu++) {
            GlobalData gd = kernel.cpu(cpu);
            sink.line("i" + cpu, ipiLine(gd));
            sink.line("j" + cpu, bucketLine(gd));
            sink.line(
                    "d" + cpu,
                    "d c" + cpu + " " + names.ofIdentifier(gd.sleepQueue().delayedWakeup(0)) + " "
                            + names.ofIdentifier(gd.sleepQueue().delayedWakeup(1)));
        }
    }

    private String portLine(String name, MsgPort port, boolean lock) {
        StringBuilder line = new StringBuilder(
                "p " + name + " q=" + messages(port::forEachMessage) + " pq=" + messages(port::forEachPriorityMessage));
        if (port.isWaiting()) {
            line.append(" W");
        }
        if (port.owner() != null) {
            line.append(" td=").append(names.of(port.owner()));
        }
        if (port.cpuId() >= 0) {
            line.append(" cpu=").append(port.cpuId());
        }
        if (lock && port.lockWord() != 0) {
            line.append(" lock=").append(Integer.toHexString(port.lockWord()));
        }
        return line.toString();
    }

    private String messages(Consumer<Consumer<LwktMsg>> queue) {
        StringJoiner list = new StringJoiner(",").setEmptyValue("-");
        queue.accept(msg -> list.add(names.ofIdentifier(msg)));
        return list.toString();
    }

    private String msgLine(LwktMsg msg) {
        StringBuilder letters = new StringBuilder();
        for (int bit = 0; bit < MSG_FLAGS.length(); bit++) {
            if ((msg.flags() & 1 << bit) != 0) {
                letters.append(MSG_FLAGS.charAt(bit));
            }
        }
        int rest = msg.flags() >>> MSG_FLAGS.length() << MSG_FLAGS.length();
        if (rest != 0) {
            letters.append('+').append(Integer.toHexString(rest));
        }
        return "m " + names.ofIdentifier(msg) + " fl=" + (letters.isEmpty() ? "-" : letters) + " err=" + msg.error()
                + " tgt=" + names.ofIdentifier(msg.targetPort()) + " rep=" + names.ofIdentifier(msg.replyPort());
    }

    private String serializerLine(LwktSerializer serializer) {
        String holder = serializer.isFresh() ? "init" : "exit";
        if (serializer.lastThread() != null) {
            holder = names.of(serializer.lastThread());
        }
        return "z " + names.ofIdentifier(serializer) + " v=" + Integer.toHexString(serializer.word()) + " td=" + holder;
    }

    private static String lockLine(String name, SpinLock lock) {
        return "l " + name + " v=" + Integer.toHexString(lock.word()) + " up=" + lock.update();
    }

    private String syncLine(CpuSync sync) {
        return "x " + names.ofIdentifier(sync) + " mask="
                + Long.toHexString(sync.mask().low()) + " mack="
                + Long.toHexString(sync.mack().low());
    }

    private String queueLine(int source, int target) {
        IpiQueue queue = kernel.cpu(target).ipi().queueFrom(kernel.cpu(source));
        return "q c" + source + ">c" + target + " r=" + queue.readIndex() + " x=" + queue.doneIndex() + " w="
                + queue.writeIndex() + (queue.drain() == 0 ? "" : " drain=" + queue.drain());
    }

    private static String ipiLine(GlobalData gd) {
        IpiStats stats = gd.ipi().stats();
        StringBuilder line = new StringBuilder("i c" + gd.cpuId() + " mask="
                + Long.toHexString(gd.ipi().mask().low()) + " npoll="
                + (gd.ipi().isNpoll() ? 1 : 0) + " st="
                + stats.count() + "/" + stats.fifoFull() + "/" + stats.avoided() + "/" + stats.passive() + "/"
                + stats.csCount());
        field(line, "csq", gd.ipi().syncQueueLength());
        field(line, "proc", gd.processingIpiq());
        field(line, "wc", gd.vWakeupColls());
        return line.toString();
    }

    private static void field(StringBuilder line, String name, long value) {
        if (value != 0) {
            line.append(' ').append(name).append('=').append(value);
        }
    }

    private String bucketLine(GlobalData gd) {
        SleepBucket bucket = gd.sleepQueue().bucket(VectorSleepLookup.SHARED_QUEUE);
        StringJoiner idents = new StringJoiner(",");
        for (int i = 0; i < 4; i++) {
            idents.add(names.ofIdentifier(bucket.ident(i)));
        }
        StringJoiner sleepers = new StringJoiner(",").setEmptyValue("-");
        bucket.forEach(td -> sleepers.add(names.of(td)));
        StringBuilder mask = new StringBuilder();
        for (int slot = 0; slot < VectorSleepLookup.SHARED_SLOTS; slot++) {
            mask.append(kernel.sleepHash().mask(slot).contains(gd.cpuId()) ? '1' : '0');
        }
        return "j c" + gd.cpuId() + " id=" + idents + " q=" + sleepers + " m=" + mask;
    }

    /** The end of a thread's line: how it sleeps. */
    void appendSleep(StringBuilder line, LwktThread td) {
        if ((td.flags() & ThreadFlag.TSLEEPQ) != 0) {
            line.append(" wch=").append(names.ofIdentifier(td.wchan()));
            if (td.wdomain() != 0) {
                line.append('/').append(Integer.toHexString(td.wdomain()));
            }
        }
        field(line, "sig", td.signal());
        if (td.timeoutArmed()) {
            line.append(" timo");
        }
        if (td.wakeFromCpu() > 0) {
            field(line, "wfc", td.wakeFromCpu());
        }
    }
}
