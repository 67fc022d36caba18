// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.OptionalLong;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.ArrayResource;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.MessageDeclaration;
import org.lwkt.dsl.lwkt.PortDeclaration;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.model.Arrays;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Kind;
import org.lwkt.dsl.model.SweepParameters;

/** What ports and messages belong to: in an array, each element to its own. */
public class OwnerChecks extends Checks {
    @Check
    public void thePortBelongsToWhatIsThere(PortDeclaration port) {
        check(port.getThread(), port);
        check(port.getSerializer(), port);
    }

    @Check
    public void theReplyPortIsThere(MessageDeclaration message) {
        check(message.getReplyPort(), message);
    }

    private void check(Ref owner, ArrayResource owned) {
        EObject symbol = Declarations.symbol(owner);
        if (symbol == null) {
            return;
        }
        Expression index = owner.getIndex();
        if (index == null || Arrays.size(symbol) == null) {
            checkIndex(owner, symbol);
        } else if (new ExpressionChecker(this).isA(Kind.INT, index)) {
            checkElements(owner, symbol, owned);
        }
    }

    private void checkElements(Ref owner, EObject symbol, ArrayResource owned) {
        int there = Arrays.elements(symbol);
        for (int element = 0; element < Arrays.elements(owned); element++) {
            OptionalLong index = Constants.ofElement(owner.getIndex(), element);
            if (index.isEmpty()) {
                if (!SweepParameters.isOpen(owner.getIndex())) {
                    fail("outside of bodies an index is a number", owner, IssueCodes.TYPE);
                }
                return;
            }
            if (index.getAsLong() < 0 || index.getAsLong() >= there) {
                String name = owned.getName() + (Arrays.size(owned) == null ? "" : "[" + element + "]");
                fail(
                        "'" + Declarations.nameOf(symbol) + "' has no element " + index.getAsLong() + " for " + name
                                + ": there are 0 .. " + (there - 1),
                        owner,
                        IssueCodes.INDEX_RANGE);
                return;
            }
        }
    }

    private void fail(String message, Ref owner, String code) {
        error(message, owner, LwktPackage.eINSTANCE.getRef_Index(), code);
    }
}
