// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorParserTest {
    private static final String GOOD = """
            vector v
            profile hand
            ncpus 2
            set lwkt.spin_loops 3
            begin
             c0 cur=main
            > step 0 create A 1 int pri=28
            > ipi 1
            > end
            counters switch=0
            end
            """;

    @Test
    void readsHeaderAndScript() throws VectorFormatException {
        Vector vector = VectorParser.parse("f", GOOD);
        assertEquals("v", vector.name());
        assertEquals(2, vector.ncpus());
        assertEquals(3L, vector.variables().get("lwkt.spin_loops"));
        assertEquals(2, vector.commands().size());
        assertEquals(7, vector.commands().get(0).line());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vector v           | vectr v              | 1  | expected 'vector NAME'
            ncpus 2            | ncpus 9              | 3  | expected a number 1..8: 9
            ncpus 2            | ncpus two            | 3  | expected a number 1..8: two
            ncpus 2            | profile x            | 5  | 'ncpus N' is missing in front of 'begin'
            profile hand       | profil hand          | 2  | unknown header line: profil hand
            lwkt.spin_loops 3  | lwkt.spin_lops 3     | 4  | no such variable: lwkt.spin_lops
            lwkt.spin_loops 3  | kern.hz -1           | 4  | no such variable: kern.hz
            > ipi 1            | > ipi 2              | 8  | expected a number 0..1: 2
            > ipi 1            | > ipi                | 8  | 'ipi' needs a cpu
            > ipi 1            | > ipj 1              | 8  | no such command: ipj
            > ipi 1            | >ipi 1               | 8  | a line must start with a space, '> ' or '! ': >ipi 1
            > ipi 1            | > step 0 yeld        | 8  | no such operation: yeld
            > ipi 1            | > step 0 setpri A    | 8  | 'setpri' takes 2 argument(s), not 1
            > ipi 1            | > step 0 gettoken K8 | 8  | not a valid token: K8
            > ipi 1            | > step 0 create B 7  | 8  | not a valid rotator: 7
            pri=28             | prio=28              | 7  | not a valid option: prio=28
            > end              | > ipi 0              | 11 | '> end' is missing
            > ipi 1            | > step 0 splock L4   | 8  | not a valid lock: L4
            > ipi 1            | > step 0 sendmsg P0 N | 8 | not a valid msg: N
            > ipi 1            | > step 0 sendmsg P0  | 8  | 'sendmsg' takes 2 argument(s), not 1
            > ipi 1            | > step 0 initport Q0 null | 8 | not a valid objport: Q0
            > ipi 1            | > step 0 initport P0 nul | 8 | not a valid port type: nul
            > ipi 1            | > step 0 initport P0 spin A fixd | 8 | not a valid port type: spin A fixd
            > ipi 1            | > step 0 initport P0 serialize S9 | 8 | not a valid port type: serialize S9
            > ipi 1            | > step 0 initmsg M0 P0 prior | 8 | not a valid option: prior
            > ipi 1            | > step 0 tsleepx I0 dom=xyz | 8 | not a valid option: dom=xyz
            > ipi 1            | > step 0 ipiq 1 resend 2 | 8 | not a valid function: resend 2
            > ipi 1            | > step 0 ipiq 1      | 8  | not a valid function:
            > ipi 1            | > step 0 wait_ipiq 1 x | 8 | not a valid number: x
            > ipi 1            | > step 0 getpool 0x1 | 8  | not a valid hex: 0x1
            > ipi 1            | > step 0 slz_exit S4 | 8  | not a valid serializer: S4
            > ipi 1            | > step 0 cs_deinterlock X | 8 | not a valid sync: X
            > ipi 1            | > step 0 create B 0 stack=9 | 8 | not a valid option: stack=9
            > ipi 1            | > step 0 alloc B 0 stack=0 | 8 | not a valid option: stack=0
            > ipi 1            | > step 0 create M1 0  | 8  | not a valid name: M1
            > ipi 1            | > step 0 create - 0   | 8  | not a valid name: -
            > ipi 1            | > step 0 domsg P0 M0 timo | 8 | not a valid option: timo
            > ipi 1            | > step 0 interlockx I0 ilk | 8 | not a valid option: ilk
            > ipi 1            | > step 0 tsleepx I0 dom=100000000 | 8 | not a valid option: dom=100000000
            > ipi 1            | > step 0 wakeup_domain I0 100000000 | 8 | not a valid domain: 100000000
            > ipi 1            | > step 0 ipiq_mask 4 none | 8 | not a valid mask: 4
            > ipi 1            | > step 0 slz_aenter 5 0 | 8 | not a valid index: 5
            > ipi 1            | > step 0 slz_aexit 4 -1 | 8 | not a valid index: -1
            > ipi 1            | > step 0 burst 1 100001 | 8 | not a valid count: 100001
            > ipi 1            | > step 0 initport P0 thread - x | 8 | not a valid port type: thread - x
            """)
    void rejectsWhatIsNoVectorWithItsLine(String from, String to, int line, String message) {
        VectorFormatException e =
                assertThrows(VectorFormatException.class, () -> VectorParser.parse("file", GOOD.replace(from, to)));
        assertEquals(line + " " + message, e.line() + " " + e.getMessage());
        assertEquals("file", e.fileName());
    }

    @Test
    void rejectsAnEmptyFileAndOneThatBreaksOff() {
        assertEquals(
                1,
                assertThrows(VectorFormatException.class, () -> VectorParser.parse("f", ""))
                        .line());
        String broken = GOOD.substring(0, GOOD.indexOf("> end"));
        assertEquals(
                9,
                assertThrows(VectorFormatException.class, () -> VectorParser.parse("f", broken))
                        .line());
        VectorFormatException more =
                assertThrows(VectorFormatException.class, () -> VectorParser.parse("f", GOOD + "more\n"));
        assertEquals("12 text behind 'end'", more.line() + " " + more.getMessage());
    }
}
