// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.Compiler;
import org.lwkt.runtime.program.Program;

/** Every kernel call of the language is an instruction with its operands in the kernel's order. */
class KernelCallsLoweringTest {
    private static String program(String body) {
        String text =
                "channel a channel c scenario \"s\" { token t spinlock s serializer z lock k thread w[3] { run 1ms }"
                        + " thread x { " + body + " } }";
        Program program = Compiler.scenario(text).threads().get(1).body();
        StringBuilder listing = new StringBuilder();
        for (int pc = 0; pc < program.size() - 1; pc++) {
            int at = pc;
            List<String> arguments = java.util.stream.IntStream.range(0, program.arguments(pc))
                    .mapToObj(it -> program.argument(at, it).toString())
                    .toList();
            listing.append(program.opcode(pc))
                    .append(arguments.stream()
                            .map(it -> it.replaceAll("Constant\\[value=(-?\\d+)]", "$1"))
                            .collect(Collectors.joining(", ", "(", ")")))
                    .append(program.result(pc) < 0 ? "" : "->" + program.result(pc))
                    .append('\n');
        }
        return listing.toString();
    }

    @Test
    void tokensAndLocksAreNumberedBehindTheResourcesOfTheFile() {
        assertEquals(
                "GETTOKEN_SHARED(2)\nRELTOKEN(2)\nTRYTOKEN(2)->0\nSPIN_LOCK(3)\nSPIN_UNLOCK(3)\nSERIALIZE_ENTER(4)\n"
                        + "SERIALIZE_EXIT(4)\nLOCKMGR(5, 18, 0)\n",
                program("gettoken t shared reltoken t var b = trytoken t spin_lock s spin_unlock s serialize_enter z"
                        + " serialize_exit z lockmgr k LK_EXCLUSIVE | LK_NOWAIT"));
    }

    @Test
    void aLockThatABodyIsHeldAroundIsReleasedBehindIt() {
        assertEquals(
                "LOCKMGR(5, 1, 0)\nRUN(5)\nLOCKMGR(5, 6, 0)\nSPIN_LOCK(3)\nSPIN_UNLOCK(3)\n",
                program("with lock k shared { run 5ns } with spinlock s { }"));
    }

    @Test
    void sleepsTakeChannelLockFlagsAndTimeout() {
        assertEquals(
                "TSLEEP(1, 256, 2000)->0\nSSLEEP(1, 3, 0, 0)\nTSLEEP_INTERLOCK(0, 0)\nWAKEUP_ONCPU_ONE(0, 1)\n"
                        + "WAKEUP_DOMAIN(0, 65536)\n",
                program("var e = tsleep c flags PCATCH timeout 2us ssleep c spinlock s tsleep_interlock a"
                        + " wakeup c one on cpu 0 wakeup a domain PDOMAIN_UMTX"));
    }

    @Test
    void elementsOfArraysAreNumbersAndSoAreThreads() {
        assertEquals("SCHEDULE(2)\nSETPRI(3, 12)\n", program("schedule w[1 + 1] setpri KERN_DAEMON of x"));
    }
}
