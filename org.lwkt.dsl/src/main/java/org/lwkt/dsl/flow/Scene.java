// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Kind;
import org.lwkt.dsl.model.Places;

/** What the effects of all calls need: who runs, and where what is found goes. */
record Scene(
        Takes.Doer doer,
        ScenarioUse use,
        Takes takes,
        Findings findings,
        Conditions conditions,
        Function<EObject, Findings.Site> sites) {
    ThreadDeclaration thread() {
        return doer.thread();
    }

    /** No path goes on. */
    static final List<Path> NONE = List.of();

    static List<Path> one(Path path) {
        return List.of(path);
    }

    /** The path ends here, or will: what comes behind it never happens. */
    List<Path> fail(EObject at, Path path, Findings.Mistake mistake) {
        findings.fail(sites.apply(at), path, mistake);
        return NONE;
    }

    /** What is going on is not known. */
    List<Path> giveUp() {
        findings.incomplete = true;
        return NONE;
    }

    /** "here", or where it is in a procedure. */
    String here(EObject at) {
        EObject place = sites.apply(at).place();
        ProcedureDeclaration procedure = place == at ? null : Declarations.procedureAround(at);
        return procedure == null
                ? "here"
                : "in procedure '" + procedure.getName() + "' in " + Places.placeOf(at, place);
    }

    String taken(Hold hold) {
        return "taken in " + Places.placeOf(hold.at(), thread());
    }

    boolean isOfOthers(Thing thing) {
        return use.isOfOthers(thing, thread());
    }

    /** Notes that the thread may wait, which it must not while it holds a spinlock. */
    void mayWait(Thing thing, boolean shared, EObject at, Path path) {
        takes.take(thing, shared, doer, sites.apply(at), path);
    }

    static void take(Path path, Thing thing, boolean shared, Statement at) {
        path.holds.add(new Hold(thing, shared, at));
    }

    /** The answer of a call, if somebody keeps it. */
    static Path answer(Path path, VariableDeclaration variable, Value value) {
        if (variable != null) {
            path.set(variable, value);
        }
        return path;
    }

    /** Both ways are possible if there is somebody who could be in the way. */
    List<Path> taken(EObject at, Thing thing, Path path, VariableDeclaration variable, Value[] answers) {
        List<Path> ways = new ArrayList<>();
        if (isOfOthers(thing)) {
            Path refused = path.copy();
            refused.decide(at, new Decision(at, Decision.Way.REFUSED, Set.of()), false);
            ways.add(answer(refused, variable, answers[1]));
            path.decide(at, new Decision(at, Decision.Way.TAKEN, Set.of()), false);
        }
        ways.add(answer(path, variable, answers[0]));
        return ways;
    }

    /** Whether a spinlock is held, with which nobody may switch: reported then. */
    boolean isSpinning(EObject at, String call, Path path) {
        Hold spin = path.last(Kind.SPINLOCK);
        if (spin != null) {
            fail(
                    at,
                    path,
                    new Findings.Mistake(
                            IssueCodes.SLEEP_WITH_SPINLOCK,
                            Outcome.PANIC,
                            "spinlock " + spin.thing().title() + " is held " + here(at) + ", " + taken(spin),
                            call,
                            "panics"));
        }
        return spin != null;
    }
}
