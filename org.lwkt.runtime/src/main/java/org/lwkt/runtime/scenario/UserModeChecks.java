// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Program;

/** Which instructions of a body run in user mode and which in the kernel: kernel calls stand inside of system calls. */
final class UserModeChecks {
    private enum Mode {
        USER,
        KERNEL
    }

    private final Program program;
    private final boolean user;
    private final Mode[] modes;
    private final Deque<Integer> open = new ArrayDeque<>();

    private UserModeChecks(Program program, boolean user) {
        this.program = program;
        this.user = user;
        modes = new Mode[program.size()];
    }

    /**
     * @param user whether the body is that of a user thread
     * @throws IllegalArgumentException with the place of the first instruction that cannot run where it stands
     */
    static void check(Program program, boolean user) {
        new UserModeChecks(program, user).run();
    }

    private void run() {
        reach(0, 0, user ? Mode.USER : Mode.KERNEL);
        while (!open.isEmpty()) {
            int pc = open.removeFirst();
            Mode after = after(pc, modes[pc]);
            switch (program.opcode(pc)) {
                case EXIT -> {}
                case JUMP -> reach(pc, program.target(pc), after);
                case BRANCH, LOOP_ENTER, LOOP_NEXT -> {
                    reach(pc, pc + 1, after);
                    reach(pc, program.target(pc), after);
                }
                default -> reach(pc, pc + 1, after);
            }
        }
    }

    private Mode after(int pc, Mode mode) {
        Opcode opcode = program.opcode(pc);
        switch (opcode) {
            case USERENTER -> {
                require(user, pc, "only a user thread makes system calls");
                require(mode == Mode.USER, pc, "a system call inside of a system call");
                return Mode.KERNEL;
            }
            case USEREXIT -> {
                require(user, pc, "only a user thread makes system calls");
                require(mode == Mode.KERNEL, pc, "the end of a system call, and none has begun");
                return Mode.USER;
            }
            default -> {
                boolean found = mode == Mode.KERNEL || mayStandInUserMode(opcode);
                require(found, pc, opcode.cName() + " in user mode: it needs a system call");
                return mode;
            }
        }
    }

    private static boolean mayStandInUserMode(Opcode opcode) {
        return switch (opcode) {
            case EXIT, MARK, LOG, ASSERT -> true;
            default -> opcode.cName().isEmpty();
        };
    }

    private void reach(int from, int pc, Mode mode) {
        if (modes[pc] == null) {
            modes[pc] = mode;
            open.addLast(pc);
        }
        require(modes[pc] == mode, from, "goes on both in user mode and in the kernel");
    }

    private void require(boolean holds, int pc, String message) {
        if (!holds) {
            throw new IllegalArgumentException(program.position(pc) + ": " + message);
        }
    }
}
