// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.List;
import java.util.OptionalInt;

/** The kernel's names of signals, from sys/signal.h. */
public final class Signals {
    /** The machine takes no higher one. */
    public static final int MAX = 64;

    /** By number, from 1. */
    private static final List<String> NAMES = List.of(
            "SIGHUP",
            "SIGINT",
            "SIGQUIT",
            "SIGILL",
            "SIGTRAP",
            "SIGABRT",
            "SIGEMT",
            "SIGFPE",
            "SIGKILL",
            "SIGBUS",
            "SIGSEGV",
            "SIGSYS",
            "SIGPIPE",
            "SIGALRM",
            "SIGTERM",
            "SIGURG",
            "SIGSTOP",
            "SIGTSTP",
            "SIGCONT",
            "SIGCHLD",
            "SIGTTIN",
            "SIGTTOU",
            "SIGIO",
            "SIGXCPU",
            "SIGXFSZ",
            "SIGVTALRM",
            "SIGPROF",
            "SIGWINCH",
            "SIGINFO",
            "SIGUSR1",
            "SIGUSR2",
            "SIGTHR",
            "SIGCKPT",
            "SIGCKPTEXIT");

    private Signals() {}

    public static List<String> names() {
        return NAMES;
    }

    /** Empty where there is none of that name. */
    public static OptionalInt number(String name) {
        int place = NAMES.indexOf(name);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place + 1);
    }
}
