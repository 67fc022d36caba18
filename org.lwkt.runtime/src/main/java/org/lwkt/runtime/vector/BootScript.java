// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.machine.MachineLoad;
import org.lwkt.runtime.machine.ResourceConfig;
import org.lwkt.runtime.machine.ScriptedEvent;
import org.lwkt.runtime.machine.ThreadConfig;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.ThreadSpec;
import org.lwkt.runtime.source.SourcePosition;

/**
 * The commands that make a replay stand where the machine stood after its boot. The thread {@code main} of the vectors
 * creates the declared threads and the objects from CPU 0, as the machine's boot does, and exits. Where a thread waits to run,
 * a machine switches to it in the first turn of the idle loop. A replay has no way to let it wait, so that it switches at
 * once, which nobody sees; unless an interrupt comes before that turn: then the messages for the CPU wait, and on CPU 0
 * {@code main} does, until it comes.
 */
final class BootScript {
    private static final String MAIN = "step 0 ";
    /** Beyond about that many messages the sender would have to wait. */
    private static final int MESSAGES_MAX = 120;

    private final Scenario scenario;
    private final MachineLoad load;
    private final BootState boot;
    private final ThreadNames threads;
    private final ObjectNames objects;
    /** By CPU: its first turn is still to come. */
    private final boolean[] pending;
    /** By CPU: taken with an interrupt frame, its messages would preempt, and the kernel panics on that. */
    private final boolean[] preemptable;

    private final int[] messages;
    /** By CPU: what happens there first; null for nothing. */
    private final Step.Kind[] first;

    private final List<String> lines = new ArrayList<>();

    BootScript(
            Scenario scenario,
            MachineLoad load,
            BootState boot,
            List<Step> steps,
            ThreadNames threads,
            ObjectNames objects) {
        this.scenario = scenario;
        this.load = load;
        this.boot = boot;
        this.threads = threads;
        this.objects = objects;
        pending = boot.waits().clone();
        preemptable = new boolean[pending.length];
        messages = new int[pending.length];
        first = new Step.Kind[pending.length];
        for (Step step : steps) {
            if (first[step.cpu()] == null) {
                first[step.cpu()] = step.kind();
            }
        }
    }

    /** What comes before the run. */
    List<String> commands() throws NoVectorException {
        lines.add(MAIN + "crit_enter");
        createThreads();
        makeObjects();
        for (int cpu = 1; cpu < pending.length; cpu++) {
            if (messages[cpu] > 0 && switchesAtOnce(cpu)) {
                lines.addAll(messagesOf(cpu));
            }
        }
        if (switchesAtOnce(0)) {
            lines.addAll(mainExits());
        }
        return lines;
    }

    private boolean switchesAtOnce(int cpu) {
        return !pending[cpu] || first[cpu] == null || first[cpu] == Step.Kind.POLL;
    }

    private void createThreads() throws NoVectorException {
        int number = 0;
        for (ThreadSpec spec : scenario.threads()) {
            for (int index = 0; index < spec.threads(); index++) {
                create(number, load.threads().get(number), spec.position());
                number++;
            }
        }
    }

    private void create(int number, ThreadConfig config, SourcePosition position) throws NoVectorException {
        if (config.kind() == ThreadConfig.Kind.USER) {
            throw new NoVectorException(position, "user threads have no commands in a vector");
        }
        if (config.start() == ThreadConfig.Start.TEMPLATE) {
            return;
        }
        boolean starts = config.kind() != ThreadConfig.Kind.INTERRUPT
                && config.start() == ThreadConfig.Start.RUNNING
                && !startsLater(number);
        int cpu = boot.cpuOf()[number];
        if (cpu != 0) {
            messages[cpu] += starts ? 2 : 1;
            preemptable[cpu] |= starts && config.kind() == ThreadConfig.Kind.INTERRUPT_SUPPORT;
            if (messages[cpu] > MESSAGES_MAX) {
                throw new NoVectorException(position, "more threads on cpu " + cpu + " than a vector can start there");
            }
        }
        lines.add(MAIN + "create " + threads.of(number) + " " + config.cpu() + OperationWords.options(config, starts));
    }

    private boolean startsLater(int number) {
        return load.script().stream().anyMatch(it -> it.kind() == ScriptedEvent.Kind.START && it.subject() == number);
    }

    private void makeObjects() {
        for (int serializer : objects.used(ResourceConfig.Kind.SERIALIZER, ResourceConfig.Kind.SERIALIZER)) {
            lines.add(MAIN + "slz_init " + objects.of(serializer));
        }
        for (int port : objects.used(ResourceConfig.Kind.THREAD_PORT, ResourceConfig.Kind.NULL_PORT)) {
            lines.add(MAIN + "initport " + objects.of(port) + " " + type(objects.config(port)));
        }
        if (objects.nullPort() != null) {
            lines.add(MAIN + "initport " + objects.nullPort() + " null");
        }
        for (int message : objects.used(ResourceConfig.Kind.MESSAGE, ResourceConfig.Kind.MESSAGE)) {
            ResourceConfig config = objects.config(message);
            String port = config.of() == ResourceConfig.NONE ? objects.nullPort() : objects.of(config.of());
            if (port != null) {
                MessageWords.init(objects.of(message), port, config.flags()).forEach(it -> lines.add(MAIN + it));
            }
        }
    }

    private String type(ResourceConfig port) {
        String owner = port.of() == ResourceConfig.NONE ? "-" : threads.of(port.of());
        return switch (port.kind()) {
            case THREAD_PORT -> "thread " + owner;
            case SPIN_PORT -> "spin " + owner;
            case SERIALIZE_PORT -> "serialize " + objects.of(port.of());
            case PUTONLY_PORT -> "putsync";
            case REPLYONLY_PORT -> "replyonly";
            case NULL_PORT -> "null";
            default -> throw new IllegalStateException("not a port: " + port.kind());
        };
    }

    private static List<String> mainExits() {
        return List.of(MAIN + "crit_exit", MAIN + "exit");
    }

    private List<String> messagesOf(int cpu) {
        return preemptable[cpu] ? List.of("fast " + cpu + " smp_stopped", "ipi " + cpu) : List.of("ipi " + cpu);
    }

    /** Whether the boot of that CPU is not over yet. */
    boolean isPending(int cpu) {
        return pending[cpu];
    }

    /** The end of the boot of that CPU, which the step ends: the commands of both, where there are any. */
    List<String> ending(Step step) throws NoVectorException {
        int cpu = step.cpu();
        pending[cpu] = false;
        if (step.kind() == Step.Kind.POLL) {
            return List.of();
        }
        if (cpu == 0 && (step.kind() == Step.Kind.IPI || step.kind() == Step.Kind.TICK)) {
            String interrupt = step.kind() == Step.Kind.IPI ? "ipi 0" : "tick 0";
            return List.of(MAIN + "crit_exit", interrupt, MAIN + "exit");
        }
        if (cpu != 0 && step.kind() == Step.Kind.IPI) {
            return messagesOf(cpu);
        }
        throw new NoVectorException(
                step.position(), "no vector shows an interrupt on cpu " + cpu + " before the first switch there");
    }
}
