// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.function.ToLongFunction;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.snapshot.Constant;

/** What expressions without a thread that evaluates them are between two instants. */
@Constant
final class MachineState implements ToLongFunction<Expr> {
    private final Evaluator evaluator;
    private final GlobalData anyCpu;

    MachineState(Evaluator evaluator, GlobalData anyCpu) {
        this.evaluator = evaluator;
        this.anyCpu = anyCpu;
    }

    /** @throws ArithmeticException with a text for people, where the expression has no value */
    @Override
    public long applyAsLong(Expr expression) {
        try {
            return evaluator.value(anyCpu, null, expression);
        } catch (ScriptError error) {
            throw new ArithmeticException(error.getMessage());
        }
    }
}
