// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import java.util.ArrayList;
import java.util.List;

/** The commands of a vector, and which of them belong to which step of the run. */
final class VectorScript {
    /** Not a step, and not boot. */
    static final int NO_STEP = -2;

    private final List<String> commands = new ArrayList<>();
    /** By step: how many commands come before what follows it. */
    private final List<Integer> ends = new ArrayList<>();
    /** After the boot script and after each step: the CPUs whose boot is over. */
    private final List<boolean[]> booted = new ArrayList<>();

    private final BootScript boot;
    private final OperationWords operations;
    private final ThreadNames threads;
    private final int cpus;
    private int bootCommands;

    VectorScript(BootScript boot, OperationWords operations, ThreadNames threads, int cpus) {
        this.boot = boot;
        this.operations = operations;
        this.threads = threads;
        this.cpus = cpus;
    }

    void write(List<Step> steps) throws NoVectorException {
        commands.addAll(boot.commands());
        bootCommands = commands.size();
        boolean[] done = whoBooted();
        booted.add(done);
        for (Step step : steps) {
            if (boot.isPending(step.cpu())) {
                commands.addAll(boot.ending(step));
                done = whoBooted();
            } else {
                write(step);
            }
            ends.add(commands.size());
            booted.add(done);
        }
    }

    private boolean[] whoBooted() {
        boolean[] done = new boolean[cpus];
        for (int cpu = 0; cpu < cpus; cpu++) {
            done[cpu] = !boot.isPending(cpu);
        }
        return done;
    }

    private void write(Step step) throws NoVectorException {
        int cpu = step.cpu();
        switch (step.kind()) {
            case CALL -> {
                for (String operation : operations.of(step.call())) {
                    commands.add("step " + cpu + " " + operation);
                }
            }
            case POLL -> commands.add("step " + cpu + " poll");
            case IPI -> commands.add("ipi " + cpu);
            case TICK -> commands.add("tick " + cpu);
            case TIMEOUT -> commands.add("timeout " + cpu + " " + threads.of(step.thread()));
            case DEVICE -> commands.add("intr " + cpu + " " + threads.of(step.thread()));
            case START -> commands.add("fast " + cpu + " schedule " + threads.of(step.thread()));
            case WAKEUP -> {
                for (String operation : operations.of(step.call())) {
                    commands.add("fast " + cpu + " " + operation);
                }
            }
            case STOP -> throw new NoVectorException(step.position(), "a stop of a CPU has no command in a vector");
            case RESTART ->
                throw new NoVectorException(step.position(), "a restart of a CPU has no command in a vector");
            case LIVELOCK_TIMER ->
                throw new NoVectorException(
                        step.position(), "the timer of a livelocked interrupt has no command in a vector");
        }
    }

    List<String> commands() {
        return commands;
    }

    /** Whether the boot of a CPU is over at the end of the step; -1: of the boot script. */
    boolean isBooted(int step, int cpu) {
        return booted.get(step + 1)[cpu];
    }

    /** The step that a command belongs to, or -1 for boot. */
    int stepOf(int command) {
        if (command < bootCommands) {
            return -1;
        }
        int low = 0;
        int high = ends.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends.get(middle) > command) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The last step that is over with the command, or -1 for boot; {@link #NO_STEP} where it ends none. */
    int endedBy(int command) {
        int step = stepOf(command);
        int end = step < 0 ? bootCommands : ends.get(step);
        if (end != command + 1) {
            return NO_STEP;
        }
        // What follows may have no commands, since they came with the boot.
        while (step + 1 < ends.size() && ends.get(step + 1) == end) {
            step++;
        }
        return step;
    }
}
