// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.diagnostics.IssueCodes;

class LwktCompilerTest {
    private static final String GOOD = Samples.body("run 1ms");

    private static List<String> compile(byte[] bytes) {
        return Compiler.SHARED.compile("f.lwkt", bytes).diagnostics().stream()
                .map(Diagnostic::toString)
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aByteOrderMarkIsNoMistake() {
        assertEquals(List.of(), compile(bytes("\uFEFF" + GOOD)));
        assertEquals(
                1,
                Compiler.SHARED
                        .compile("f.lwkt", "\uFEFF" + GOOD)
                        .scenarios()
                        .get(0)
                        .position()
                        .line());
        assertEquals(
                10,
                Compiler.SHARED
                        .compile("f.lwkt", bytes("\uFEFF" + GOOD))
                        .scenarios()
                        .get(0)
                        .position()
                        .column());
    }

    @Test
    void bytesThatAreNotUtf8AreReportedAtTheirPlace() {
        byte[] bytes = bytes("// one\nab?\n");
        bytes[9] = (byte) 0xE9;
        assertEquals(List.of("f.lwkt:2:3: error: this file is not UTF-8: byte 0xE9 cannot stand here"), compile(bytes));
    }

    @Test
    void aCharacterThatIsCutOffAtTheEndIsReported() {
        byte[] whole = bytes("// \u00e9");
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
        assertEquals(List.of("f.lwkt:1:4: error: this file is not UTF-8: byte 0xC3 cannot stand here"), compile(cut));
    }

    @Test
    void utf16IsRecognised() {
        assertEquals(
                List.of("f.lwkt:1:1: error: this file is UTF-16: save it as UTF-8"),
                compile(GOOD.getBytes(StandardCharsets.UTF_16)));
    }

    @Test
    void anEmptyFileIsAWarning() {
        assertEquals(List.of("f.lwkt:1:1: warning: this file declares no scenario"), compile(new byte[0]));
    }

    @Test
    void diagnosticsAreInTheOrderOfTheFile() {
        List<Diagnostic> found = Compiler.compile("""
                        machine m { hz 0 cpus 0 }
                        scenario "s" on m { thread t { run 5 schedule x } }
                        scenario "s" on n { }
                        """).diagnostics();
        assertEquals(found.stream().sorted(Diagnostic.BY_PLACE).toList(), found);
        assertEquals(7, found.size(), found.toString());
    }

    @Test
    void oneOfVeryManyDiagnosticsSaysHowManyMoreThereAre() {
        List<Diagnostic> found = Compiler.compile(Samples.body("yield repeat 0 { }\nschedule x\n".repeat(500)))
                .diagnostics();
        assertEquals(201, found.size());
        assertEquals("... and 800 more", found.get(200).message());
        assertTrue(found.stream().limit(200).allMatch(it -> it.code().equals(IssueCodes.UNKNOWN_NAME)));
    }

    @Test
    void withErrorsThereIsNothingToRun() {
        Compilation compilation = Compiler.compile(Samples.body("run 5"));
        assertTrue(compilation.hasErrors());
        assertEquals(List.of(), compilation.scenarios());
        assertTrue(compilation.javaSources().isEmpty());
    }

    @Test
    void warningsDoNotKeepAFileFromBeingRun() {
        Compilation compilation = Compiler.compile(Samples.body("repeat 0 { }"));
        assertFalse(compilation.hasErrors());
        assertEquals(1, compilation.diagnostics().size());
        assertEquals(1, compilation.scenarios().size());
    }

    @Test
    void aFileKnowsNothingOfTheOneBefore() {
        Compiler.compile("machine m { }\n");
        assertEquals(
                List.of("1:17: error: no machine is called 'm' in this file"),
                Compiler.diagnostics("scenario \"s\" on m { thread t { } }\n"));
    }

    @Test
    void anEndIsBehindTheLastCharacter() {
        Diagnostic found =
                Compiler.compile(Samples.body("schedule nobody")).diagnostics().get(0);
        assertEquals(List.of(3, 18, 3, 24), List.of(found.line(), found.column(), found.endLine(), found.endColumn()));
    }

    @Test
    void positionsCarryTheNameThatTheCallerGave() {
        String name = "some where/\u00fc #1%20.lwkt";
        assertEquals(
                name,
                Compiler.SHARED
                        .compile(name, GOOD)
                        .scenarios()
                        .get(0)
                        .position()
                        .file());
    }

    @Test
    void tenThousandLinesAreUnderstood() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            text.append("scenario \"s").append(i).append("\" {\n");
            for (int j = 0; j < 5; j++) {
                text.append("thread t")
                        .append(j)
                        .append(" {\nrun 1ms\nschedule t")
                        .append(j)
                        .append("\n}\n");
            }
            text.append("}\n");
        }
        assertEquals(List.of(), Compiler.diagnostics(text.toString()));
    }
}
