// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import org.lwkt.dsl.lwkt.Create;
import org.lwkt.dsl.lwkt.Flags;
import org.lwkt.dsl.lwkt.LwktSleep;
import org.lwkt.dsl.lwkt.PlainCall;
import org.lwkt.dsl.lwkt.PlainCallKind;
import org.lwkt.dsl.lwkt.Run;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.Switch;
import org.lwkt.dsl.lwkt.Syscall;
import org.lwkt.dsl.lwkt.Tsleep;
import org.lwkt.dsl.lwkt.Wait;
import org.lwkt.runtime.kernel.SleepQueue;

/** What a handler may do. */
public final class InHandler {
    private InHandler() {}

    /** Why the statement itself, not one in its blocks, cannot stand in a handler; empty where it can. */
    public static String refusal(Statement statement) {
        return switch (Handlers.callOf(statement)) {
            case Run it -> "a handler runs at one instant, and 'run' takes time";
            case Wait it -> "a handler does not wait for interrupts: only the body of an interrupt thread does";
            case Create it -> "a handler creates no threads";
            case Syscall it -> "a handler is in the kernel already, and makes no system calls";
            default -> "";
        };
    }

    /** Whether the statement itself switches to another thread, whatever the state of the machine is. */
    public static boolean switches(Statement statement) {
        return switch (Handlers.callOf(statement)) {
            case Switch it -> true;
            case LwktSleep it -> true;
            // A signal or a wakeup that came before may keep a thread from sleeping.
            case Tsleep it -> !has(it.getFlags(), SleepQueue.PINTERLOCKED | SleepQueue.PCATCH);
            case PlainCall it -> it.getCall() == PlainCallKind.SYNCHRONIZE_IPIQS;
            default -> false;
        };
    }

    private static boolean has(Flags flags, int bits) {
        return (KernelFlags.value(flags) & bits) != 0;
    }
}
