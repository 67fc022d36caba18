// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.OptionalLong;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.Distribution;
import org.lwkt.dsl.lwkt.Draw;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Kind;

/** The parameters of one random number, which are all of one kind. */
final class DrawCheck {
    private final Checks checks;
    private final Draw draw;

    DrawCheck(Checks checks, Draw draw) {
        this.checks = checks;
        this.draw = draw;
    }

    /** Whether there is no mistake. */
    boolean hasItsParameters(Kind kind) {
        return hasAsMany() && isOfRange(kind) && isNotNegative() && isInOrder();
    }

    private boolean hasAsMany() {
        int given = draw.getParameters().size();
        String wanted = switch (draw.getDistribution()) {
            case UNIFORM -> given == 2 ? "" : "uniform(LEAST, MOST) takes 2 values";
            case NORMAL -> given == 2 ? "" : "normal(MEAN, DEVIATION) takes 2 values";
            case EXPONENTIAL -> given == 1 ? "" : "exponential(MEAN) takes 1 value";
            case ONE_OF -> "";
        };
        return wanted.isEmpty() || refuse(wanted + ", and " + given + (given == 1 ? " is" : " are") + " given");
    }

    private boolean isOfRange(Kind kind) {
        boolean range = kind == Kind.TIME || kind == Kind.INT;
        return range
                || draw.getDistribution() == Distribution.ONE_OF && kind == Kind.BOOL
                || refuse("random numbers are times or whole numbers, and this is " + kind.title());
    }

    private boolean isNotNegative() {
        if (draw.getDistribution() == Distribution.ONE_OF) {
            return true;
        }
        for (Expression parameter : draw.getParameters()) {
            OptionalLong known = Constants.of(parameter);
            if (known.isPresent() && known.getAsLong() < 0) {
                checks.report("a random number is not negative", parameter, null, IssueCodes.VALUE_RANGE);
                return false;
            }
        }
        return true;
    }

    private boolean isInOrder() {
        if (draw.getDistribution() != Distribution.UNIFORM) {
            return true;
        }
        OptionalLong least = Constants.of(draw.getParameters().get(0));
        OptionalLong most = Constants.of(draw.getParameters().get(1));
        if (least.isEmpty() || most.isEmpty() || least.getAsLong() <= most.getAsLong()) {
            return true;
        }
        checks.report(
                "nothing lies between them: the first is the least, the second the most",
                draw,
                null,
                IssueCodes.EMPTY_RANGE);
        return false;
    }

    private boolean refuse(String message) {
        checks.report(message, draw, LwktPackage.eINSTANCE.getDraw_Distribution(), IssueCodes.ARGUMENTS);
        return false;
    }
}
