// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a command works with.
 *
 * @param cancelled whether the user wants it to stop
 * @param language loads the language when a command first asks for it, and only then
 * @param defects takes what went wrong in the tool itself where the command can go on
 */
record Session(
        Console console,
        Verdict verdict,
        BooleanSupplier cancelled,
        Supplier<Language> language,
        Consumer<Throwable> defects) {
    /** Reports bad input and goes on. */
    void reject(InputException problem) {
        console.error(problem.getMessage());
        verdict.add(ExitStatus.BAD_INPUT);
    }

    /** Reports a defect of the tool and goes on. */
    void defect(Throwable problem) {
        defects.accept(problem);
        verdict.add(ExitStatus.DEFECT);
    }
}
