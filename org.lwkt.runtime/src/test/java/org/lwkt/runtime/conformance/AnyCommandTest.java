// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever a script asks for, in whatever state, the outcome is one of those that the format knows: a state, a refusal or an
 * end of the vector, or a place in the file that is no command.
 */
class AnyCommandTest {
    private static final int COMMANDS = 60;
    /** Far more than any of these scripts takes; what takes longer does not end. */
    private static final Duration HANGS = Duration.ofMinutes(1);

    @Property(tries = 400)
    void randomCommandsHaveAnOutcome(@ForAll long seed) {
        Random random = new Random(seed);
        String header = header(random);
        RandomCommands commands = new RandomCommands(random, ncpus(header));
        List<String> script = commands.setup();
        for (int i = 0; i < COMMANDS; i++) {
            script.add(commands.next());
        }
        assertOutcome(header, script);
    }

    @Property(tries = 400)
    void mutatedScriptsHaveAnOutcome(@ForAll long seed) {
        Random random = new Random(seed);
        Vector vector = Vectors.PARSED.get(random.nextInt(Vectors.PARSED.size()));
        RandomCommands commands = new RandomCommands(random, vector.ncpus());
        List<String> script = new ArrayList<>();
        for (Command command : vector.commands()) {
            switch (random.nextInt(12)) {
                case 0 -> script.add(commands.mutated(command.text()));
                case 1 -> script.add(commands.next());
                case 2 -> {}
                default -> script.add(command.text());
            }
        }
        assertOutcome(String.join("\n", vector.header()) + "\n", script);
    }

    private static String header(Random random) {
        StringBuilder header = new StringBuilder("vector v\nncpus " + (1 + random.nextInt(4)) + "\n");
        for (String variable : new TreeSet<>(VectorParser.VARIABLES)) {
            if (random.nextInt(12) == 0) {
                header.append("set ")
                        .append(variable)
                        .append(' ')
                        .append(random.nextInt(4) - 1)
                        .append('\n');
            }
        }
        return header.append("begin\n").toString();
    }

    private static int ncpus(String header) {
        return header.charAt(header.indexOf("ncpus ") + 6) - '0';
    }

    private static void assertOutcome(String header, List<String> script) {
        List<String> good = new ArrayList<>();
        for (String command : script) {
            if (isCommand(header, command)) {
                good.add(command);
            }
        }
        String text = text(header, good);
        try {
            Vector vector = VectorParser.parse("script", text);
            String written = assertTimeoutPreemptively(HANGS, () -> VectorReplay.replay(vector));
            assertTrue(written.endsWith("\nend\n"), written);
            Vector again = VectorParser.parse("written", written);
            assertTrue(
                    VectorCheck.check(again).passed(),
                    () -> VectorCheck.check(again).toString());
        } catch (AssertionError | RuntimeException | VectorFormatException e) {
            fail(e + "\nin\n" + text, e);
        }
    }

    /** Whether the parser takes the command; if not it says where. */
    private static boolean isCommand(String header, String command) {
        try {
            VectorParser.parse("script", text(header, List.of(command)));
            return !command.equals("end");
        } catch (VectorFormatException e) {
            assertEquals(header.lines().count() + 1, e.line(), e.getMessage() + ": " + command);
            return false;
        }
    }

    private static String text(String header, List<String> script) {
        StringBuilder text = new StringBuilder(header);
        script.forEach(command -> text.append("> ").append(command).append('\n'));
        return text.append("> end\ncounters none\nend\n").toString();
    }
}
