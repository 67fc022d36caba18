// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lwkt.runtime.kernel.Sysctls;

/** Reads the text of a vector and rejects what is none. */
public final class VectorParser {
    private static final int CPUS_MAX = 8;
    /** The variables that vectors have; the kernel has more, which are none of the recorded source. */
    static final Set<String> VARIABLES = Set.of(
            Replay.EXT,
            "idle_crit",
            "lwkt.cache_threads",
            "lwkt.panic_on_cscount",
            "lwkt.preempt_enable",
            "lwkt.sched_debug",
            "lwkt.spin_loops",
            "lwkt.tokens_debug_output",
            "lwkt.use_spin_port",
            "passive_tick",
            "spin_window",
            "token_window",
            "tsc_frequency",
            "tsleep_works");

    private static final String COMMAND_MARK = "> ";

    private final String fileName;
    private final List<String> lines;
    private final Map<String, Long> variables = new LinkedHashMap<>();
    private final List<Command> commands = new ArrayList<>();
    private int at;
    private int ncpus = 1;

    private VectorParser(String fileName, String text) {
        this.fileName = fileName;
        this.lines = text.lines().toList();
    }

    /** The variables that a vector may set. */
    public static Set<String> variables() {
        return VARIABLES;
    }

    /** @throws VectorFormatException where the text does not have the form of a vector */
    public static Vector parse(String fileName, String text) throws VectorFormatException {
        return new VectorParser(fileName, text).parse();
    }

    private Vector parse() throws VectorFormatException {
        String name = header();
        int begin = at;
        body();
        return new Vector(name, fileName, ncpus, variables, lines.subList(0, begin), commands, lines);
    }

    private String header() throws VectorFormatException {
        String[] first = words(next("expected 'vector NAME'"));
        if (first.length != 2 || !first[0].equals("vector")) {
            throw error("expected 'vector NAME'");
        }
        boolean ncpusSeen = false;
        while (true) {
            String line = next("the header ends without 'begin'");
            String[] words = words(line);
            switch (words[0]) {
                case "begin" -> {
                    if (!ncpusSeen) {
                        throw error("'ncpus N' is missing in front of 'begin'");
                    }
                    return first[1];
                }
                case "profile", "seed" -> requireWords(words, 2);
                case "ncpus" -> {
                    requireWords(words, 2);
                    ncpus = (int) number(words[1], 1, CPUS_MAX);
                    ncpusSeen = true;
                }
                case "set" -> {
                    requireWords(words, 3);
                    if (!VARIABLES.contains(words[1])) {
                        throw error("no such variable: " + words[1]);
                    }
                    variables.put(words[1], number(words[2], Sysctls.least(words[1]), Sysctls.most(words[1])));
                }
                default -> throw error("unknown header line: " + abbreviated(line));
            }
        }
    }

    private void body() throws VectorFormatException {
        boolean stopped = false;
        while (true) {
            String line = next("the vector ends without 'end'");
            if (line.startsWith("counters ")) {
                if (!next("'end' is missing behind the counters").equals("end")) {
                    throw error("expected 'end' behind the counters");
                }
                break;
            }
            if (stopped) {
                throw error("expected 'counters' behind the end of the script");
            }
            if (line.equals(COMMAND_MARK + "end") || line.startsWith("! ")) {
                stopped = true;
            } else if (line.startsWith(COMMAND_MARK)) {
                commands.add(command(line.substring(COMMAND_MARK.length())));
            } else if (!line.startsWith(" ")) {
                throw error("a line must start with a space, '> ' or '! ': " + abbreviated(line));
            }
        }
        if (!stopped) {
            throw error("'> end' is missing");
        }
        if (at != lines.size()) {
            at++;
            throw error("text behind 'end'");
        }
    }

    private Command command(String text) throws VectorFormatException {
        String[] words = words(text);
        Command.Kind kind = switch (words[0]) {
            case "step" -> Command.Kind.STEP;
            case "ipi" -> Command.Kind.IPI;
            case "tick" -> Command.Kind.TICK;
            case "intr" -> Command.Kind.INTR;
            case "fast" -> Command.Kind.FAST;
            case "timeout" -> Command.Kind.TIMEOUT;
            default -> throw error("no such command: " + abbreviated(words[0]));
        };
        if (words.length < 2) {
            throw error("'" + words[0] + "' needs a cpu");
        }
        int cpu = (int) number(words[1], 0, ncpus - 1);
        List<String> rest = List.of(words).subList(2, words.length);
        switch (kind) {
            case STEP, FAST -> checkOperation(rest);
            case INTR, TIMEOUT -> requireWords(words, 3);
            case IPI, TICK -> requireWords(words, 2);
        }
        return new Command(at, text, kind, cpu, rest);
    }

    private void checkOperation(List<String> words) throws VectorFormatException {
        if (words.isEmpty()) {
            throw error("an operation is missing");
        }
        String problem = Operations.problem(words, ncpus);
        if (problem != null) {
            throw error(problem);
        }
    }

    private String next(String problem) throws VectorFormatException {
        if (at == lines.size()) {
            at++;
            throw error(problem);
        }
        return lines.get(at++);
    }

    private static String[] words(String line) {
        return line.strip().split(" +");
    }

    private void requireWords(String[] words, int count) throws VectorFormatException {
        if (words.length != count) {
            throw error("'" + words[0] + "' takes " + (count - 1) + " argument(s), not " + (words.length - 1));
        }
    }

    private long number(String word, long least, long most) throws VectorFormatException {
        try {
            long value = Long.parseLong(word);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, like a number out of range.
        }
        throw error("expected a number " + least + ".." + most + ": " + abbreviated(word));
    }

    private static String abbreviated(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    private VectorFormatException error(String message) {
        return new VectorFormatException(fileName, Math.max(1, at), message);
    }
}
