// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What a command works with.
 *
 * @param cancelled whether the user wants it to stop
 * @param language loads the language when a command first asks for it, and only then
 */
record Session(Console console, Verdict verdict, BooleanSupplier cancelled, Supplier<Language> language) {
    /** Reports bad input and goes on. */
    void reject(InputException problem) {
        console.error(problem.getMessage());
        verdict.add(ExitStatus.BAD_INPUT);
    }
}
