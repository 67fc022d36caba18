// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.List;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Else;
import org.lwkt.dsl.lwkt.Forever;
import org.lwkt.dsl.lwkt.If;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Repeat;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.Wait;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Flow;
import org.lwkt.dsl.model.Handlers;
import org.lwkt.dsl.parser.ParserGuard;

/** The statements of a thread's body. */
public class BodyChecks extends Checks {
    @Check
    public void onlyInterruptThreadsWait(Wait wait) {
        ThreadDeclaration thread = Declarations.threadOf(wait);
        // In a handler nobody waits.
        if (thread != null && !thread.isInterrupt() && Handlers.around(wait) == null) {
            error(
                    "only an interrupt thread can wait for interrupts, and '" + thread.getName() + "' is none",
                    wait,
                    null,
                    IssueCodes.WAIT_OUTSIDE_INTERRUPT_THREAD);
        }
    }

    /** Only the first statement that cannot be reached is marked. */
    @Check
    public void statementsCanBeReached(Block block) {
        List<Statement> statements = block.getStatements();
        Flow flow = Flow.around(block);
        for (int i = 0; i + 1 < statements.size(); i++) {
            if (!flow.completes(statements.get(i))) {
                warning(
                        "this is never reached: the statement in line " + lineOf(statements.get(i))
                                + " does not come to an end",
                        statements.get(i + 1),
                        null,
                        IssueCodes.UNREACHABLE);
                return;
            }
        }
    }

    @Check
    public void loopsLetTimePass(Forever forever) {
        if (forever.getBody() != null && !Flow.around(forever).letsTimePass(forever.getBody())) {
            warning(
                    "no time passes in this loop: as soon as it spins, the Zeno guard ends the run",
                    forever,
                    null,
                    IssueCodes.TIMELESS_LOOP);
        }
    }

    /** Each stands inside of the one before it, once it runs. */
    @Check
    public void thereAreNotTooManyBranches(If statement) {
        List<Else> branches = statement.getOtherwise();
        if (branches.size() > ParserGuard.NESTING_MAX) {
            error(
                    "this is too long: an 'if' has at most " + ParserGuard.NESTING_MAX + " branches behind the first",
                    branches.get(ParserGuard.NESTING_MAX),
                    null,
                    IssueCodes.TOO_COMPLEX);
        }
    }

    /** Only the first one behind it is marked. */
    @Check
    public void anElseWithoutAConditionIsTheLast(If statement) {
        List<Else> branches = statement.getOtherwise();
        for (int i = 0; i + 1 < branches.size(); i++) {
            if (branches.get(i).getCondition() == null) {
                error(
                        "the 'else' in line " + lineOf(branches.get(i))
                                + " is for all that is left: behind it there is no other",
                        branches.get(i + 1),
                        null,
                        IssueCodes.BEHIND_ELSE);
                return;
            }
        }
    }

    @Check
    public void loopsHaveTurns(Repeat repeat) {
        if (Constants.is(repeat.getTurns(), 0)) {
            warning(
                    "this loop has no turns: its body never runs",
                    LwktPackage.eINSTANCE.getRepeat_Turns(),
                    IssueCodes.NO_TURNS);
        }
    }
}
