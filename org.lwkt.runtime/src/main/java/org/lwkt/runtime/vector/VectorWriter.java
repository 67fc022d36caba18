// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lwkt.runtime.conformance.Vector;
import org.lwkt.runtime.conformance.VectorFormatException;
import org.lwkt.runtime.conformance.VectorParser;
import org.lwkt.runtime.conformance.VectorReplay;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.source.SourcePosition;

/** From what was recorded of a run to the text of its vector. */
final class VectorWriter {
    private static final String PANIC = "! panic ";
    private static final String COMMAND = "> ";

    private final Scenario scenario;
    private final CommandRecorder recorder;
    private final RunEnd end;

    VectorWriter(Scenario scenario, CommandRecorder recorder, RunEnd end) {
        this.scenario = scenario;
        this.recorder = recorder;
        this.end = end;
    }

    String text() throws NoVectorException {
        checkEnd();
        int cpus = scenario.machine().cpus();
        ThreadNames threads = new ThreadNames(recorder.load().threads(), recorder.calls());
        ObjectNames objects = ObjectNames.of(recorder.load().resources(), recorder.calls());
        VectorScript script = new VectorScript(
                new BootScript(scenario, recorder.load(), recorder.boot(), recorder.steps(), threads, objects),
                new OperationWords(threads, objects, recorder.handlers(), cpus),
                threads,
                cpus);
        script.write(recorder.steps());
        List<String> header = header();
        Vector vector = parse(header, script);
        boolean panicked = end.reason() == RunEnd.Reason.PANIC;
        Agreement agreement = new Agreement(script, threads, recorder.steps(), panicked ? null : recorder.state());
        String text = VectorReplay.replay(vector, agreement);
        check(text, script, agreement);
        return text;
    }

    private void checkEnd() throws NoVectorException {
        switch (end.reason()) {
            case ERROR, BUDGET, CANCELLED -> {
                String why = end.reason() == RunEnd.Reason.CANCELLED ? "it was cancelled" : end.detail();
                throw new NoVectorException(placeOf(end.position()), "the run has no end that a vector shows: " + why);
            }
            default -> {}
        }
        if (recorder.boot() == null) {
            throw new NoVectorException(scenario.position(), "the boot of the machine failed: " + end.detail());
        }
        if (recorder.beyond() != null) {
            throw new NoVectorException(
                    recorder.beyond(), "a vector has no more than " + CommandRecorder.STEPS_MAX + " steps");
        }
    }

    private SourcePosition placeOf(SourcePosition position) {
        return position.isKnown() ? position : scenario.position();
    }

    private List<String> header() {
        SortedMap<String, Long> variables = new TreeMap<>();
        // As the machine sets it for every kernel.
        variables.put("passive_tick", 1L);
        scenario.machine().sysctls().forEach((kernelName, value) -> {
            String name = kernelName.equals("hw.tsc_frequency") ? "tsc_frequency" : kernelName;
            // What a vector has no variable for shows in the comparison, where it matters.
            if (VectorParser.variables().contains(name)) {
                variables.put(name, value);
            }
        });
        List<String> header = new ArrayList<>();
        header.add("vector " + word(scenario.name()));
        header.add("profile scenario");
        header.add("seed " + scenario.machine().seed() + ".0");
        header.add("ncpus " + scenario.machine().cpus());
        header.add("set ext 1");
        variables.forEach((name, value) -> header.add("set " + name + " " + value));
        header.add("begin");
        return header;
    }

    private static String word(String name) {
        String word = name.strip().replaceAll("[^A-Za-z0-9_.-]+", "-").replaceAll("^-+|-+$", "");
        return word.isEmpty() ? "scenario" : word;
    }

    private Vector parse(List<String> header, VectorScript script) throws NoVectorException {
        List<String> lines = new ArrayList<>(header);
        script.commands().forEach(it -> lines.add(COMMAND + it));
        lines.addAll(List.of(COMMAND + "end", "counters -", "end"));
        try {
            return VectorParser.parse(scenario.name(), String.join("\n", lines) + "\n");
        } catch (VectorFormatException e) {
            throw new NoVectorException(
                    placeOf(script, e.line() - header.size() - 1), "no command of a vector: " + e.getMessage());
        }
    }

    private SourcePosition placeOf(VectorScript script, int command) {
        int step = Math.min(script.stepOf(command), recorder.steps().size() - 1);
        return step < 0
                ? scenario.position()
                : placeOf(recorder.steps().get(step).position());
    }

    /** Whether the replay did what the machine did, to its end. */
    private void check(String text, VectorScript script, Agreement agreement) throws NoVectorException {
        int command = -1;
        String stop = "";
        for (String line : text.lines().toList()) {
            if (line.equals(COMMAND + "end")) {
                continue;
            }
            if (line.startsWith(COMMAND)) {
                command++;
            } else if (line.startsWith(" illegal ")) {
                throw new NoVectorException(
                        placeOf(script, command),
                        "not legal in a vector: " + script.commands().get(command));
            } else if (line.startsWith("! ")) {
                stop = line;
            }
        }
        if (!agreement.holds()) {
            SourcePosition place = agreement.step() < 0
                    ? scenario.position()
                    : placeOf(recorder.steps().get(agreement.step()).position());
            throw new NoVectorException(
                    place, "what happens here on cpu " + agreement.cpu() + " is not what the commands of a vector do");
        }
        boolean last = command == script.commands().size() - 1;
        boolean panicked = end.reason() == RunEnd.Reason.PANIC;
        if (panicked ? !(last && isSamePanic(stop)) : !stop.isEmpty()) {
            String machine = panicked ? "the machine panics: " + end.detail() : "the machine goes on";
            String vector = stop.isEmpty() ? "the vector goes on" : "the vector ends: " + stop.substring(2);
            throw new NoVectorException(
                    panicked && last ? placeOf(end.position()) : placeOf(script, command), machine + "; " + vector);
        }
    }

    /** The texts may have other names in them; the function that panicked is the same. */
    private boolean isSamePanic(String stop) {
        int colon = end.detail().indexOf(':');
        return colon > 0 && stop.startsWith(PANIC + end.detail().substring(0, colon + 1));
    }
}
