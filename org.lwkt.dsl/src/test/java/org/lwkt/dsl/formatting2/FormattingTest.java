// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.formatting2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.Formatted;
import org.lwkt.dsl.Samples;

class FormattingTest {
    static Stream<String> valid() {
        return Samples.valid().stream();
    }

    private static String format(String text) {
        return new String(format(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static byte[] format(byte[] bytes) {
        Formatted formatted = Compiler.SHARED.format("t.lwkt", bytes);
        return formatted
                .content()
                .orElseThrow(() -> new AssertionError(
                        formatted.problems().toString(), formatted.defect().orElse(null)));
    }

    private static String refusal(String text) {
        Formatted formatted = Compiler.SHARED.format("t.lwkt", text.getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), formatted.defect());
        assertEquals(Optional.empty(), formatted.content());
        return formatted.problems().getFirst().toString();
    }

    @Test
    void importsStandTogether() {
        assertEquals("""
                package a.b

                import "x.lwkt"
                import "../y.lwkt"

                import "z.lwkt" // why

                token t
                """, format("""
                package a.b import   "x.lwkt" import "../y.lwkt"

                import "z.lwkt" // why
                token t"""));
        assertEquals("import \"x.lwkt\"\n\ntoken t\n", format("import \"x.lwkt\" token t"));
    }

    /** As people write them: a parenthesis is at a name that it belongs to, and a sign at its number. */
    @Test
    void expressionsAreLaidOut() {
        assertEquals("""
                scenario "s" with n in [-1, 2] {
                    user thread t nice -5 {
                        var a = (n - -1) * (2 + oneof(1, (3))) - (-n)
                        assert not (a > (2)) or (a) == 1
                        if (a > 1) { syscall { setpri (a + 1) } }
                        exit
                    }
                }
                """, format("""
                scenario "s" with n in [- 1,2] {
                    user thread t nice -  5 {
                        var a=(n--1)*(2+oneof (1,( 3 )))-(- n)
                        assert not(a>(2))or(a)==1
                        if(a>1){ syscall { setpri(a+1) } }
                        exit
                    }
                }
                """));
    }

    @Test
    void givesEachDeclarationAndStatementItsLine() {
        assertEquals("""
                /* head */ package demo.x // tail
                // before m

                machine m {
                    cpus 2
                    hz 100 // c1
                    ipi latency 2us
                }

                // detached
                /** doc */ scenario "x" on m {
                    thread a {
                        run 1ms
                        yield quick
                        critical { run 1us } /* c2 */
                        run 2ms // c3
                        run 3ms
                    }
                    thread b { }
                    thread c { }

                    /** d
                     * doc */
                    thread d { forever { run 1ms  yield } } // trailing
                    thread e {
                        repeat 3 { // hi
                            run 1ms
                        } /* end */
                    }
                    expect start(a) before end(a)
                    expect switches(cpu 0) in 1 .. 3
                    expect a ends before 5s // last
                }
                // very last
                """, format("""
                        /* head */ package   demo.x   // tail
                        // before m
                        machine m{cpus 2 hz   100 // c1
                          ipi   latency 2us }


                        // detached

                        /** doc */ scenario   "x"   on  m{thread a{run 1ms;yield   quick;;critical{run 1us}/* c2 */ ; run 2ms // c3
                         ; run 3ms }
                         thread b { }
                         thread c {}



                         /** d
                          * doc */
                           thread d { forever { run 1ms   yield } } // trailing
                           thread e {
                           repeat 3 { // hi
                           run 1ms } /* end */ }
                         expect   start ( a )before end( a ) expect switches( cpu 0 )in 1..3
                         expect a ends before 5s // last
                        }
                        // very last"""));
    }

    @Test
    void breaksABlockThatIsTooLongForALine() {
        String text = Samples.body("forever { " + "run 1ms  yield  ".repeat(20) + "}");
        assertEquals(40 + 6, format(text).lines().count());
    }

    @ParameterizedTest
    @MethodSource("valid")
    void changesNothingTheSecondTime(String text) {
        String once = format(text);
        assertEquals(once, format(once));
    }

    @Test
    void theExamplesAreFormatted() {
        Compiler.examples().forEach(it -> assertEquals(Compiler.read(it), format(Compiler.read(it)), it.toString()));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void keepsTokensAndCommentsWhateverTheWhiteSpace(String text) {
        Random random = new Random(42);
        for (int i = 0; i < 20; i++) {
            String mixed = withOtherWhiteSpace(text, random);
            String once = format(mixed);
            assertEquals(tokens(mixed), tokens(once));
            assertEquals(once, format(once), mixed);
        }
    }

    @Test
    void isNotDoneToWhatCannotBeParsed() {
        assertTrue(refusal(Samples.body("run")).contains("error: expected a time such as 5ms after 'run'"));
        assertTrue(refusal("{".repeat(20_000)).startsWith("t.lwkt:1:"));
    }

    @Test
    void isDoneToAFileWithUnknownNames() {
        assertEquals(
                "scenario \"x\" {\n    thread t { gettoken nosuch }\n}\n",
                format("scenario \"x\" { thread t { gettoken nosuch } }"));
    }

    @Test
    void keepsTheLineEndsOfTheFile() {
        String windows =
                "// a\r\nscenario \"x\" {\r\n    thread t {\r\n        run 1ms\r\n        yield\r\n    }\r\n}\r\n";
        assertEquals(windows, format(windows));
        assertEquals(windows, format(windows.replace("    ", "")));
        assertEquals(windows.replace("\r", ""), format(windows.replace("\r", "").replace("    ", "")));
    }

    @Test
    void keepsTheByteOrderMark() {
        assertEquals("\uFEFFmachine m {\n    cpus 2\n}\n", format("\uFEFFmachine m {\ncpus 2}"));
        assertEquals("// no mark\n", format("// no mark"));
    }

    @Test
    void saysWhyAFileIsNoText() {
        Formatted formatted = Compiler.SHARED.format("t.lwkt", new byte[] {'/', '/', (byte) 0xC3, '\n'});
        assertEquals(
                "t.lwkt:1:3: error: this file is not UTF-8: byte 0xC3 cannot stand here",
                formatted.problems().getFirst().toString());
    }

    @Test
    void keepsEmptyFilesEmpty() {
        assertTrue(format("").isBlank());
        assertEquals("// only a comment\n", format("// only a comment\n"));
    }

    /** Line ends inside of a comment, and the one that ends it, stay. */
    private static String withOtherWhiteSpace(String text, Random random) {
        String[] gaps = {" ", "\n", "  ", "\n\n", "\t", " /* gap */ ", "\n\n\n", " // gap\n", "\r\n"};
        StringBuilder mixed = new StringBuilder();
        for (String line : text.lines().toList()) {
            int comment = line.indexOf("//");
            boolean plain = comment < 0 && !line.contains("*") && !line.contains("\"");
            String end = random.nextInt(4) == 0 && plain ? gaps[random.nextInt(gaps.length)] : "\n";
            mixed.append(plain && random.nextBoolean() ? spread(line, gaps, random) : line)
                    .append(end);
        }
        return mixed.toString();
    }

    private static String spread(String line, String[] gaps, Random random) {
        StringBuilder spread = new StringBuilder();
        for (String word : line.split(" +")) {
            spread.append(word).append(random.nextInt(3) == 0 ? gaps[random.nextInt(gaps.length)] : " ");
        }
        return spread.toString();
    }

    private static String tokens(String text) {
        return text.replaceAll("[;\\s]+", "");
    }
}
