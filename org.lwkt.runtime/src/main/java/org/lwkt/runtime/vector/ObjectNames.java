// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lwkt.runtime.machine.ResourceConfig;
import org.lwkt.runtime.program.Operand;
import org.lwkt.runtime.source.SourcePosition;

/**
 * How a vector calls the resources that a run uses, of which it has few. Those of one kind keep their order, which is the one
 * in which the kernel takes tokens.
 */
final class ObjectNames {
    private static final int TOKENS = 8;
    private static final int LOCKS = 4;
    private static final int SERIALIZERS = 4;
    private static final int SYNCS = 4;
    private static final int PORTS = 8;
    private static final int MESSAGES = 16;
    private static final int IDENTIFIERS = 4;

    private final List<ResourceConfig> configs;
    /** The resources in use, with the first place that uses them. */
    private final Map<Integer, SourcePosition> used = new LinkedHashMap<>();

    private final Map<Integer, String> names = new TreeMap<>();
    /** Of messages that must not look prepared before anybody prepares them; null if none needs it. */
    private String nullPort;

    private ObjectNames(List<ResourceConfig> configs) {
        this.configs = configs;
    }

    static ObjectNames of(List<ResourceConfig> configs, List<Call> calls) throws NoVectorException {
        ObjectNames objects = new ObjectNames(configs);
        SourcePosition unprepared = null;
        for (Call call : calls) {
            for (int index = 0; index < call.opcode.operands().size(); index++) {
                if (isResource(call.opcode.operands().get(index))) {
                    int number = (int) call.value(index);
                    boolean first = !objects.used.containsKey(number);
                    if (first && unprepared == null && !call.prepared && objects.isRepliedToSender(number)) {
                        unprepared = call.position;
                    }
                    objects.use(number, call.position);
                }
            }
        }
        objects.nameAll(unprepared);
        return objects;
    }

    private boolean isRepliedToSender(int number) {
        ResourceConfig config = configs.get(number);
        return config.kind() == ResourceConfig.Kind.MESSAGE && config.of() == ResourceConfig.NONE;
    }

    private static boolean isResource(Operand operand) {
        return switch (operand) {
            case TOKEN, SPINLOCK, SERIALIZER, LOCK, CHANNEL, PORT, MESSAGE, CPUSYNC -> true;
            default -> false;
        };
    }

    private void use(int number, SourcePosition position) {
        if (used.putIfAbsent(number, position) != null) {
            return;
        }
        ResourceConfig config = configs.get(number);
        boolean belongsToResource = config.kind() == ResourceConfig.Kind.SERIALIZE_PORT
                || config.kind() == ResourceConfig.Kind.MESSAGE && config.of() != ResourceConfig.NONE;
        if (belongsToResource) {
            use((int) config.of(), position);
        }
    }

    private void nameAll(SourcePosition unprepared) throws NoVectorException {
        name("K", TOKENS, "tokens", ResourceConfig.Kind.TOKEN);
        name("L", LOCKS, "spin locks", ResourceConfig.Kind.SPINLOCK);
        name("S", SERIALIZERS, "serializers", ResourceConfig.Kind.SERIALIZER);
        name("X", SYNCS, "cpusyncs", ResourceConfig.Kind.CPUSYNC);
        int messages = name("M", MESSAGES, "messages", ResourceConfig.Kind.MESSAGE);
        int ports = name(
                "P",
                PORTS,
                "ports",
                ResourceConfig.Kind.THREAD_PORT,
                ResourceConfig.Kind.SPIN_PORT,
                ResourceConfig.Kind.SERIALIZE_PORT,
                ResourceConfig.Kind.PUTONLY_PORT,
                ResourceConfig.Kind.REPLYONLY_PORT,
                ResourceConfig.Kind.NULL_PORT);
        if (unprepared != null) {
            if (ports == PORTS) {
                throw new NoVectorException(unprepared, "a vector has no more than " + PORTS + " ports");
            }
            nullPort = "P" + ports++;
        }
        nameChannels(ports, messages);
    }

    /** Addresses that nothing else is at: those of identifiers, of ports and of messages that do not exist. */
    private void nameChannels(int ports, int messages) throws NoVectorException {
        Deque<String> free = new ArrayDeque<>();
        for (int index = 0; index < IDENTIFIERS; index++) {
            free.add("I" + index);
        }
        for (int index = ports; index < PORTS; index++) {
            free.add("P" + index);
        }
        for (int index = messages; index < MESSAGES; index++) {
            free.add("M" + index);
        }
        for (Map.Entry<Integer, SourcePosition> each : used.entrySet()) {
            if (configs.get(each.getKey()).kind() == ResourceConfig.Kind.CHANNEL) {
                if (free.isEmpty()) {
                    throw new NoVectorException(each.getValue(), "a vector has no more identifiers to sleep on");
                }
                names.put(each.getKey(), free.remove());
            }
        }
    }

    private int name(String letter, int most, String what, ResourceConfig.Kind... kinds) throws NoVectorException {
        List<ResourceConfig.Kind> wanted = List.of(kinds);
        TreeSet<Integer> numbers = new TreeSet<>();
        for (Map.Entry<Integer, SourcePosition> each : used.entrySet()) {
            if (wanted.contains(configs.get(each.getKey()).kind())) {
                if (numbers.size() == most) {
                    throw new NoVectorException(each.getValue(), "a vector has no more than " + most + " " + what);
                }
                numbers.add(each.getKey());
            }
        }
        int index = 0;
        for (int number : numbers) {
            names.put(number, letter + index++);
        }
        return index;
    }

    /** The name of a resource in use; null for a lockmgr lock and a pool token, which have none. */
    String of(long number) {
        return names.get((int) number);
    }

    ResourceConfig config(long number) {
        return configs.get((int) number);
    }

    /** Where replies go to of a message that nobody has sent yet. */
    String nullPort() {
        return nullPort;
    }

    /** The numbers of the resources in use of these kinds, in their order. */
    List<Integer> used(ResourceConfig.Kind first, ResourceConfig.Kind last) {
        List<Integer> numbers = new ArrayList<>();
        for (int number : new TreeSet<>(used.keySet())) {
            int kind = configs.get(number).kind().ordinal();
            if (kind >= first.ordinal() && kind <= last.ordinal()) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
