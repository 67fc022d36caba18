// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.machine.CommandLog;
import org.lwkt.runtime.machine.MachineLoad;
import org.lwkt.runtime.machine.ScriptedEvent;
import org.lwkt.runtime.machine.ThreadConfig;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.source.SourcePosition;

/** Writes down what a machine does to its kernel, as far as a vector may go. */
final class CommandRecorder implements CommandLog {
    /** Longer vectors help nobody, and would need a memory of their own. */
    static final int STEPS_MAX = 100_000;

    private final SourcePosition scenario;
    private final List<Step> steps = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final HandlerLog handlers = new HandlerLog();
    private Kernel kernel;
    private MachineLoad load;
    private ToIntFunction<LwktThread> numbers;
    private BootState boot;
    private Call current;
    /** The line that each CPU and each thread came to last. */
    private SourcePosition[] lines;

    private SourcePosition[] threadLines;
    /** What did not find room; null while everything does. */
    private SourcePosition beyond;

    /** @param scenario what a step belongs to that no line made happen */
    CommandRecorder(SourcePosition scenario) {
        this.scenario = scenario;
    }

    /** Null where the machine did not boot. */
    BootState boot() {
        return boot;
    }

    MachineLoad load() {
        return load;
    }

    List<Step> steps() {
        return steps;
    }

    /** The calls of threads and of handlers, in the order in which they were made. */
    List<Call> calls() {
        return calls;
    }

    HandlerLog handlers() {
        return handlers;
    }

    /** The first step that is not there because there were too many, or null. */
    SourcePosition beyond() {
        return beyond;
    }

    /** The kernel's state as it is now. */
    long[] state() {
        return KernelState.of(kernel, numbers);
    }

    @Override
    public void booted(Kernel newKernel, MachineLoad newLoad, ToIntFunction<LwktThread> newNumbers) {
        kernel = newKernel;
        load = newLoad;
        numbers = newNumbers;
        boot = BootState.of(kernel, load, numbers);
        lines = new SourcePosition[kernel.ncpus()];
        Arrays.fill(lines, scenario);
        threadLines = new SourcePosition[load.threads().size()];
        Arrays.fill(threadLines, scenario);
    }

    private void add(Step.Kind kind, int cpu, SourcePosition position, int thread, Call call) {
        if (steps.size() < STEPS_MAX) {
            // The soft clock is in the middle of its interrupt, and a vector's timeout is none.
            steps.add(new Step(kind, cpu, position, kind == Step.Kind.TIMEOUT ? null : state(), thread, call));
        } else if (beyond == null) {
            beyond = position;
        }
    }

    private void add(Step.Kind kind, int cpu) {
        add(kind, cpu, lines[cpu], -1, null);
    }

    @Override
    public void called(int cpu, int thread, Program program, int pc) {
        Call call = new Call(program, pc, thread);
        lines[cpu] = call.position;
        if (thread < threadLines.length) {
            threadLines[thread] = call.position;
        }
        add(Step.Kind.CALL, cpu, call.position, thread, call);
        heard(call);
    }

    private void heard(Call call) {
        current = call;
        if (beyond == null) {
            calls.add(call);
        }
    }

    @Override
    public void handlerStarts(int owner, Program handler) {
        handlers.starts(owner, handler);
    }

    @Override
    public void handlerCalled(int owner, Program handler, int pc) {
        Call call = new Call(handler, pc, owner);
        handlers.add(handler, call);
        heard(call);
    }

    @Override
    public void operand(int index, long value) {
        if (current != null) {
            current.operand(index, value);
        }
    }

    @Override
    public void created(int thread, ThreadConfig config) {
        current.created = thread;
        current.createdConfig = config;
    }

    @Override
    public void prepared(int message) {
        current.prepared = true;
    }

    @Override
    public void polled(int cpu) {
        add(Step.Kind.POLL, cpu);
    }

    @Override
    public void ipi(int cpu) {
        add(Step.Kind.IPI, cpu);
    }

    @Override
    public void tick(int cpu) {
        add(Step.Kind.TICK, cpu);
    }

    @Override
    public void timedOut(int cpu, int thread) {
        SourcePosition line = thread < threadLines.length ? threadLines[thread] : scenario;
        add(Step.Kind.TIMEOUT, cpu, line, thread, null);
    }

    @Override
    public void livelockTimer(int cpu, int thread) {
        add(Step.Kind.LIVELOCK_TIMER, cpu, threadLines[thread], thread, null);
    }

    @Override
    public void scripted(int cpu, int script) {
        ScriptedEvent event = load.script().get(script);
        if (event.kind().isWakeup()) {
            Opcode opcode = event.kind() == ScriptedEvent.Kind.WAKEUP ? Opcode.WAKEUP : Opcode.WAKEUP_ONE;
            Call call = new Call(opcode, event.subject(), event.position());
            add(Step.Kind.WAKEUP, cpu, event.position(), -1, call);
            heard(call);
            return;
        }
        Step.Kind kind = switch (event.kind()) {
            case INTERRUPT -> Step.Kind.DEVICE;
            case START -> Step.Kind.START;
            case STOP_CPU -> Step.Kind.STOP;
            case RESTART_CPU -> Step.Kind.RESTART;
            case SPURIOUS_INTERRUPT -> Step.Kind.POLL;
            case WAKEUP, WAKEUP_ONE -> throw new IllegalStateException("handled above");
        };
        add(kind, cpu, event.position(), event.subject(), null);
    }
}
