// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

import java.util.List;
import org.lwkt.runtime.source.SourcePosition;

/**
 * One step of a {@link Program}.
 *
 * @param target where it may go on, of the jumps; else 0
 * @param result the slot that it sets, or {@link Statement#NOWHERE}
 * @param origin the statement that it came from; null for the EXIT at the end
 */
record Instruction(
        Opcode opcode, List<Expr> arguments, int target, int result, Statement origin, SourcePosition position) {
    Instruction withTarget(int newTarget) {
        return new Instruction(opcode, arguments, newTarget, result, origin, position);
    }
}
