// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;

/** Replays a vector and compares what the kernel did with what stands in the file, to the character. */
public final class VectorCheck {
    private VectorCheck() {}

    public static VectorOutcome check(Vector vector) {
        List<String> expected = vector.lines();
        List<String> actual = new Replay(vector).run();
        int lines = Math.max(expected.size(), actual.size());
        for (int i = 0; i < lines; i++) {
            String wanted = i < expected.size() ? expected.get(i) : "(end of file)";
            String found = i < actual.size() ? actual.get(i) : "(end of run)";
            if (!isSame(wanted, found)) {
                return new VectorOutcome(vector.name(), vector.fileName(), false, i + 1, wanted, found);
            }
        }
        return new VectorOutcome(vector.name(), vector.fileName(), true, 0, "", "");
    }

    /** The text of an assertion is compared without its white space, which the C source lays out as it likes. */
    private static boolean isSame(String expected, String actual) {
        if (expected.equals(actual)) {
            return true;
        }
        return expected.startsWith("! panic ")
                && actual.startsWith("! panic ")
                && expected.contains(": assert ")
                && expected.replaceAll("\\s", "").equals(actual.replaceAll("\\s", ""));
    }
}
