// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.expect.Ending;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Program;

/** Refuses before a run what a scenario can say and the machine cannot run yet, with the place. */
final class MachineAbilities {
    private static final Set<Opcode> MISSING =
            EnumSet.of(Opcode.CREATE, Opcode.SIGNAL, Opcode.USERENTER, Opcode.USEREXIT);

    private MachineAbilities() {}

    /** @throws IllegalArgumentException for what the machine cannot run */
    static void check(Scenario scenario) {
        scenario.threads().forEach(MachineAbilities::check);
        scenario.expectations().forEach(MachineAbilities::check);
    }

    private static void check(Expectation expectation) {
        boolean found = switch (expectation) {
            case Expectation.LostWakeup lost -> false;
            case Expectation.Ends ends -> ends.ending() != Ending.DEADLOCK;
            default -> true;
        };
        require(found, expectation.position() + ": the machine finds no deadlocks and lost wake-ups yet");
    }

    private static void check(ThreadSpec thread) {
        boolean plain = thread.kind() != ThreadSpec.Kind.USER;
        require(plain, thread.position() + ": the machine cannot run a thread such as " + thread.name() + " yet");
        check(thread.body());
    }

    private static void check(Program body) {
        for (int pc = 0; pc < body.size(); pc++) {
            Opcode opcode = body.opcode(pc);
            require(!MISSING.contains(opcode), body.position(pc) + ": the machine cannot run " + opcode + " yet");
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
