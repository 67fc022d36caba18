// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.LwktToken;
import org.lwkt.runtime.kernel.TokenRef;

/** The state of the kernel as a vector shows it after each command: what changed since the command before. */
final class StateLines {
    private static final String REQ_FLAGS = "IPOSUL?TRsQ";
    private static final int[] FLAG_BITS = {
        0x1, 0x2, 0x4, 0x8, 0x10, 0x20, 0x80, 0x20000, 0x4000, 0x8000, 0x10000, 0x40000, 0x40, 0x2000000, 0x80000,
        0x100000, 0x200000, 0x400000, 0x1000000, 0x4000000, 0x8000000, 0x100, 0x200, 0x400
    };
    private static final String FLAG_LETTERS = "RQLDNMTZoOIbidWBFXkCUYAK";

    private final Kernel kernel;
    private final Names names;
    private final NeighbourStateLines neighbours;
    private final Map<String, String> lastThreadLines = new HashMap<>();
    private final String[] lastTokenLines;
    private final String[] lastAllLines;
    private String lastCacheLine = "";

    /** @param neighbours what shows the rest, or null */
    StateLines(Kernel kernel, Names names, NeighbourStateLines neighbours) {
        this.neighbours = neighbours;
        this.kernel = kernel;
        this.names = names;
        lastAllLines = new String[kernel.ncpus()];
        lastTokenLines = new String[names.tokens().size()];
        for (int i = 0; i < lastTokenLines.length; i++) {
            lastTokenLines[i] = tokenLine(names.tokens().get(i));
        }
    }

    /** @param waitPoints where each CPU stands */
    void print(Flow[] waitPoints, Output out) {
        for (int cpu = 0; cpu < kernel.ncpus(); cpu++) {
            out.state(cpuLine(kernel.cpu(cpu), waitPoints[cpu]));
        }
        names.threads().forEach((name, td) -> {
            String line = threadLine(name, td);
            if (!line.equals(lastThreadLines.put(name, line))) {
                out.state(line);
            }
        });
        for (int i = 0; i < lastTokenLines.length; i++) {
            lastTokenLines[i] =
                    printChanged(lastTokenLines[i], tokenLine(names.tokens().get(i)), out);
        }
        for (int cpu = 0; cpu < kernel.ncpus(); cpu++) {
            lastAllLines[cpu] = printChanged(lastAllLines[cpu], allLine(kernel.cpu(cpu)), out);
        }
        String cache = cacheLine();
        if (!cache.equals(lastCacheLine)) {
            out.state(("objcache " + cache).strip());
            lastCacheLine = cache;
        }
        if (neighbours != null) {
            neighbours.print(out);
        }
    }

    private static String printChanged(String last, String line, Output out) {
        if (!line.equals(last)) {
            out.state(line);
        }
        return line;
    }

    private String cpuLine(GlobalData gd, Flow waitPoint) {
        LwktThread current = gd.curThread();
        StringJoiner queue = new StringJoiner(",").setEmptyValue("-");
        gd.forEachRunnable(td -> queue.add(names.of(td) + ":" + td.pri() + "/" + td.upri()));
        StringBuilder line = new StringBuilder("c" + gd.cpuId() + " cur=" + names.of(current) + " crit="
                + current.critCount() + " rq=" + reqFlags(gd.reqFlags()) + " n=" + gd.runQueueCount() + " q=" + queue
                + " sw=" + gd.vSwtch() + " ir=" + gd.idleRepeat());
        field(line, "nest", current.nestCount());
        field(line, "in", gd.intrNestingLevel());
        field(line, "trap", gd.trapNestingLevel());
        field(line, "sp", gd.spinlocks());
        if (gd.freeThread() != null) {
            line.append(" free=").append(names.of(gd.freeThread()));
        }
        if (gd.indefiniteType() != 0) {
            line.append(" ind=").append(gd.indefiniteType());
        }
        if (waitPoint == Flow.SPIN) {
            line.append(" spin");
        }
        return line.toString();
    }

    private static String reqFlags(int flags) {
        StringBuilder letters = new StringBuilder();
        for (int bit = 0; bit < REQ_FLAGS.length(); bit++) {
            if ((flags & 1 << bit) != 0) {
                letters.append(REQ_FLAGS.charAt(bit));
            }
        }
        return letters.isEmpty() ? "-" : letters.toString();
    }

    private String threadLine(String name, LwktThread td) {
        StringBuilder line = new StringBuilder("t " + name + " cpu=" + td.gd().cpuId() + " pri=" + td.pri() + "/"
                + td.upri() + " crit=" + td.critCount() + " fl=" + flags(td.flags()));
        field(line, "nest", td.nestCount());
        if (td.mpFlags() != 0) {
            line.append(" mp=").append(Integer.toHexString(td.mpFlags()));
        }
        if (td.contended() != 0) {
            line.append(" ct=").append(Integer.toUnsignedString(td.contended()));
        }
        field(line, "refs", td.refs());
        if (td.tokenCount() > 0) {
            line.append(" tok=").append(tokens(td));
        }
        if (td.preempted() != null) {
            line.append(" pre=").append(names.of(td.preempted()));
        }
        if (td.migrateGd() != null) {
            line.append(" mg=").append(td.migrateGd());
        }
        if (td.wmesg() != null) {
            line.append(" wm=").append(td.wmesg());
        }
        if (td.release()) {
            line.append(" rel");
        }
        if (td.interruptSource() != null && td.interruptSource().isRunning()) {
            line.append(" ir");
        }
        field(line, "cs", td.csCount());
        if (td.lwp() != null && td.lwp().isSleeping()) {
            line.append(" slp");
        }
        if (neighbours != null) {
            neighbours.appendSleep(line, td);
        }
        return line.toString();
    }

    private static void field(StringBuilder line, String name, int value) {
        if (value != 0) {
            line.append(' ').append(name).append('=').append(value);
        }
    }

    private static String flags(int flags) {
        StringBuilder letters = new StringBuilder();
        int rest = flags;
        for (int i = 0; i < FLAG_BITS.length; i++) {
            if ((flags & FLAG_BITS[i]) != 0) {
                letters.append(FLAG_LETTERS.charAt(i));
                rest &= ~FLAG_BITS[i];
            }
        }
        if (rest != 0) {
            letters.append('+').append(Integer.toHexString(rest));
        }
        return letters.isEmpty() ? "-" : letters.toString();
    }

    private String tokens(LwktThread td) {
        StringJoiner list = new StringJoiner(",");
        for (int i = 0; i < td.tokenCount(); i++) {
            TokenRef ref = td.token(i);
            list.add(names.of(ref.token()) + (ref.isExclusive() ? "x" : "s") + (ref.holdsToken() ? "*" : ""));
        }
        return list.toString();
    }

    private String tokenLine(LwktToken token) {
        return "k " + token.desc() + " n=" + token.holds() + (token.isExclusive() ? "x" : "")
                + (token.isExclusiveRequested() ? "q" : "") + " own=" + names.of(token.owner()) + " coll="
                + token.collisions();
    }

    private String allLine(GlobalData gd) {
        StringJoiner list = new StringJoiner(",");
        gd.forEachThread(td -> list.add(names.of(td)));
        return "a" + gd.cpuId() + " " + list;
    }

    private String cacheLine() {
        List<String> objects = new ArrayList<>();
        kernel.freeThreads().forEach(td -> objects.add("o" + td.objectNumber()));
        return String.join(" ", objects);
    }
}
