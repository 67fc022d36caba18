// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorCheckTest {
    @TestFactory
    Stream<DynamicTest> kernelEqualsTheSourceInEveryVector() {
        return Vectors.all().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertPasses(file)));
    }

    @TestFactory
    Stream<DynamicTest> neighboursEqualTheirSourcesInEveryVector() {
        return Vectors.neighbours().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertPasses(file)));
    }

    @Test
    void allVectorsOfTheNeighboursAreThere() {
        assertEquals(368, Vectors.neighbours().size());
    }

    private static void assertPasses(Path file) throws VectorFormatException {
        VectorOutcome outcome = VectorCheck.check(VectorParser.parse(file.toString(), Vectors.read(file)));
        assertTrue(
                outcome.passed(),
                () -> file + ":" + outcome.line() + "\nexpected: " + outcome.expected() + "\nactual:   "
                        + outcome.actual());
    }

    @Test
    void allPublishedVectorsAreThere() {
        List<String> names = Vectors.all().stream()
                .map(file -> file.getFileName().toString())
                .toList();
        assertEquals(839, names.size());
        assertTrue(names.containsAll(Vectors.firstLight()));
        assertEquals(68, Vectors.firstLight().size());
    }

    @Test
    void oneAlteredCharacterOfTheStateFailsInItsLine() throws VectorFormatException {
        String altered = Vectors.text("hand-freetd").replaceFirst("q=A:20/0", "q=A:21/0");
        VectorOutcome outcome = VectorCheck.check(VectorParser.parse("altered", altered));
        assertFalse(outcome.passed());
        assertEquals(13, outcome.line());
        assertEquals(" c0 cur=main crit=0 rq=LR n=2 q=A:21/0,main:12/0 sw=1 ir=0", outcome.expected());
        assertEquals(" c0 cur=main crit=0 rq=LR n=2 q=A:20/0,main:12/0 sw=1 ir=0", outcome.actual());
    }

    @Test
    void everyAlteredStateCharacterIsNoticed() throws VectorFormatException {
        String text = Vectors.text("hand-preempt-nest");
        List<String> lines = text.lines().toList();
        for (int i = lines.indexOf("begin") + 1; i < lines.size() - 1; i++) {
            String line = lines.get(i);
            if (!line.startsWith(" ")) {
                continue;
            }
            int last = line.length() - 1;
            String changed = line.substring(0, last) + (line.charAt(last) == '#' ? '+' : '#');
            String altered = text.replaceFirst("(?s)((?:[^\n]*\n){" + i + "})[^\n]*", "$1" + changed);
            VectorOutcome outcome = VectorCheck.check(VectorParser.parse("altered", altered));
            assertEquals(i + 1, outcome.line(), changed);
        }
    }

    @Test
    void missingAndExtraLinesAreDifferences() throws VectorFormatException {
        String text = Vectors.text("hand-freetd");
        String shorter = text.replaceFirst(" done main create\n", "");
        assertFalse(VectorCheck.check(VectorParser.parse("shorter", shorter)).passed());
        String longer = text.replaceFirst(" done main create\n", " done main create\n done main create\n");
        assertFalse(VectorCheck.check(VectorParser.parse("longer", longer)).passed());
    }

    @Test
    void replayWritesTheVectorThatItReplayed() throws VectorFormatException {
        String text = Vectors.text("hand-frame-preempt");
        assertEquals(text, VectorReplay.replay(VectorParser.parse("same", text)));
    }

    /** Each is refused after the commands in front of the bar, and changes nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "| step 0 schedule A",
                "| intr 0 A",
                "| timeout 0 main",
                "| step 1 yield",
                "| step 0 userenter",
                "| step 0 passive_release",
                "| step 0 reap main",
                "| step 0 onrunq main 1",
                "| step 0 lwptoken main",
                "| step 0 lwpreltoken main",
                "| step 0 lwpstat main 3",
                "| step 0 score main 1",
                "| step 0 setrunnable main",
                "| step 0 free main",
                "| step 0 replymsg M1 26",
                "| step 0 waitmsg M1",
                "| step 0 forwardmsg main M1",
                "| step 0 sendmsg P0 M1",
                "| step 0 getport P0",
                "| step 0 initmsg M0 P0",
                "| step 0 initport P0 thread -",
                "| step 0 initport P0 thread A",
                "| step 0 initport P0 spin A",
                "| step 0 initport P0 spin - fixed",
                "| step 0 tsleep M26",
                "| step 0 tsleep S4",
                "| step 0 wakeup I4",
                "| step 0 ipiq 1 sched A",
                "| step 0 cpusync 3 wakeup A",
                "| step 0 slz_hcall S0 sleep A",
                "| step 0 spin_lock",
                "| step 0 spin_unlock",
                "| fast 0 poll",
                "| fast 0 exit",
                "| fast 0 splock L0",
                "| fast 0 burst 1 1",
                "| fast 0 cpusync 2 none",
                "| fast 0 wait_ipiq 1",
                "step 0 crit_enter | fast 0 hold main",
                "step 0 initport P0 spin main; step 0 initmsg M0 P0; step 0 sendmsg P0 M0 | step 0 initmsg M0 P0",
                "step 0 initport P0 spin main; step 0 initmsg M0 P0; step 0 sendmsg P0 M0 | step 0 initport P0 null",
                "step 0 create A 1; ipi 1; step 0 initmsg M0 main; step 0 sendmsg A M0 | step 0 initmsg M0 main",
                "step 0 alloc A 0; step 0 remove_tdallq A; step 0 ipiq 1 sched A | step 0 free A",
                "step 0 create A 0 lwp pri=20; step 0 switch; step 0 userexit | step 0 poll",
                "step 0 create A 0 lwp pri=20; step 0 switch; step 0 crit_enter | step 0 userexit",
                "step 0 create A 0 lwp pri=20; step 0 switch; step 0 gettoken K0 | step 0 userexit"
            })
    void whatTheFormatRefusesChangesNothing(String commands) throws VectorFormatException {
        String[] parts = commands.split("\\| ");
        StringBuilder script = new StringBuilder("vector refused\nncpus 2\nset ext 1\nbegin\n");
        for (String command :
                parts[0].isBlank() ? new String[0] : parts[0].strip().split("; ")) {
            script.append("> ").append(command).append('\n');
        }
        script.append("> ").append(parts[1]).append("\n> tick 1\n> end\ncounters none\nend\n");
        List<String> lines = VectorReplay.replay(VectorParser.parse("refused", script.toString()))
                .lines()
                .toList();
        int at = lines.lastIndexOf("> " + parts[1]);
        assertEquals(
                1, lines.stream().filter(line -> line.startsWith(" illegal ")).count(), String.join("\n", lines));
        assertEquals(" illegal " + parts[1].split(" ")[0], lines.get(at + 1));
        List<String> after = lines.subList(at + 2, lines.indexOf("> tick 1"));
        assertTrue(after.stream().allMatch(line -> line.matches(" c[01] .*")), after.toString());
        assertEquals(lines.subList(at - 2, at).size(), after.size());
    }

    @Test
    void aThirtyThirdInterruptEndsTheVector() throws VectorFormatException {
        StringBuilder script = new StringBuilder("vector irqs\nncpus 1\nbegin\n");
        for (int i = 0; i <= 32; i++) {
            script.append("> step 0 create T")
                    .append(i)
                    .append(" 0 int nostart\n> intr 0 T")
                    .append(i)
                    .append('\n');
        }
        String replayed = VectorReplay.replay(VectorParser.parse(
                "irqs", script.append("> end\ncounters none\nend\n").toString()));
        assertTrue(replayed.contains("> intr 0 T32\n! too many irqs\ncounters "), replayed);
    }

    @Test
    void aKernelThatCirclesInOneCommandIsStopped() throws VectorFormatException {
        String script = """
                vector circles
                ncpus 2
                set tsleep_works 0
                begin
                > step 0 slz_init S0
                > step 0 slz_enter S0
                > step 0 create A 1
                > ipi 1
                > step 1 slz_enter S0
                > end
                counters none
                end
                """;
        String replayed = VectorReplay.replay(VectorParser.parse("circles", script));
        assertTrue(replayed.contains("\n! livelock\ncounters "));
    }

    @Test
    void aPortThatIsInitialisedAgainStaysWhereItWas() throws VectorFormatException {
        String script = """
                vector again
                ncpus 1
                set ext 1
                begin
                > step 0 tsleep_interlock P0
                > step 0 initport P0 thread main
                > step 0 initmsg M0 P0
                > step 0 sendmsg_prepare P0 M0
                > step 0 initport P0 null
                > step 0 replymsg M0 3
                > step 0 wakeup P0
                > end
                counters none
                end
                """;
        String replayed = VectorReplay.replay(VectorParser.parse("again", script));
        assertTrue(replayed.contains(" m M0 fl=DR err=3 tgt=- rep=P0\n"), replayed);
        String woken = replayed.substring(replayed.indexOf("> step 0 wakeup P0"));
        assertTrue(woken.contains(" t main cpu=0 pri=12/0 crit=0 fl=RQK"), replayed);
    }

    @Test
    void aNameThatIsGivenAgainNamesTheNewThread() throws VectorFormatException {
        String script = """
                vector again
                ncpus 1
                begin
                > step 0 create A 0 nostart
                > step 0 create A 0 nostart pri=7
                > end
                counters none
                end
                """;
        String replayed = VectorReplay.replay(VectorParser.parse("again", script));
        assertTrue(replayed.contains(" t A cpu=0 pri=7/0 "), replayed);
        assertTrue(replayed.contains("\n a0 idle0,main,o0,A"), replayed);
    }
}
