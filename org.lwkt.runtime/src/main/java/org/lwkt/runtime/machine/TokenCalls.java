// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktToken;
import org.lwkt.runtime.program.Arithmetic;
import org.lwkt.runtime.program.Opcode;

/** The calls of lwkt_token.c. */
final class TokenCalls {
    private final Operands operands;

    TokenCalls(Operands operands) {
        this.operands = operands;
    }

    Flow call(GlobalData gd, Activation activation, Opcode opcode) {
        if (opcode == Opcode.TOKEN_SWAP) {
            return gd.tokens().swap();
        }
        LwktToken token = operands.resource(gd, activation, 0, LwktToken.class);
        return switch (opcode) {
            case GETTOKEN -> gd.tokens().get(token);
            case GETTOKEN_SHARED -> gd.tokens().getShared(token);
            case TRYTOKEN -> {
                activation.answer = Arithmetic.of(gd.tokens().tryGet(token));
                yield Flow.RETURN;
            }
            case RELTOKEN -> {
                gd.tokens().release(token);
                yield Flow.RETURN;
            }
            default -> throw new IllegalStateException("not of lwkt_token.c: " + opcode);
        };
    }
}
