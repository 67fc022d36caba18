// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import static org.lwkt.dsl.flow.Scene.one;

import java.util.Collections;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.flow.Findings.Mistake;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.Kind;
import org.lwkt.runtime.kernel.TokenStack;

/** lwkt_token.c: tokens may be taken again, are given back in reverse order, and are dropped by who blocks. */
final class TokenEffects {
    private static final Value[] ANSWERS = {Value.known(1), Value.ZERO};

    private final Scene scene;

    TokenEffects(Scene scene) {
        this.scene = scene;
    }

    List<Path> get(Statement at, Thing token, boolean shared, Path path) {
        Hold own = path.lastMaybe(token);
        Hold exact = path.last(token);
        if (!shared && exact != null && path.exclusive(token) == null) {
            return scene.fail(
                    at,
                    path,
                    new Mistake(
                            IssueCodes.SELF_DEADLOCK,
                            Outcome.DEADLOCK,
                            "token " + token.title() + " is held shared already, " + scene.taken(exact)
                                    + ", and wanted exclusively " + scene.here(at),
                            "the thread",
                            "waits for itself"));
        }
        if (own != null && exact == null) {
            // Whether it is the same is known only when the body runs.
            return scene.giveUp();
        }
        long held = path.holds.stream()
                .filter(it -> it.thing().kind() == Kind.TOKEN)
                .count();
        if (held >= TokenStack.MAX_TOKENS) {
            return scene.fail(
                    at,
                    path,
                    new Mistake(
                            IssueCodes.TOO_MANY_TOKENS,
                            Outcome.PANIC,
                            "a thread holds at most " + TokenStack.MAX_TOKENS + " tokens, each time counted, and "
                                    + token.title() + " is one more " + scene.here(at),
                            "gettoken",
                            "panics"));
        }
        if (own == null) {
            scene.mayWait(token, shared, at, path);
        }
        Scene.take(path, token, shared, at);
        return one(path);
    }

    List<Path> tryGet(Statement at, EObject call, Thing token, Path path, VariableDeclaration variable) {
        Hold own = path.lastMaybe(token);
        if (own != null && path.exclusive(token) == null) {
            return path.last(token) == null ? scene.giveUp() : one(Scene.answer(path, variable, Value.ZERO));
        }
        if (own != null) {
            Scene.take(path, token, false, at);
            return one(Scene.answer(path, variable, Value.known(1)));
        }
        List<Path> ways = scene.taken(call, token, path, variable, ANSWERS);
        Scene.take(ways.getLast(), token, false, at);
        return ways;
    }

    List<Path> release(EObject at, Thing token, Path path) {
        Hold top = path.last(Kind.TOKEN);
        if (top != null && top.thing().equals(token)) {
            path.drop(top);
            return one(path);
        }
        if (top != null && top.thing().mayBe(token)) {
            return scene.giveUp();
        }
        if (path.lastMaybe(token) == null) {
            return scene.fail(at, path, HoldMistakes.notHeld(scene, at, token, "reltoken"));
        }
        return scene.fail(
                at,
                path,
                new Mistake(
                        IssueCodes.RELEASE_ORDER,
                        Outcome.PANIC,
                        "the token that was taken last is " + top.thing().title() + ", "
                                + scene.taken(top).substring("taken ".length()) + ", and " + token.title()
                                + " is released " + scene.here(at),
                        "reltoken",
                        "panics"));
    }

    List<Path> swap(Statement at, Path path) {
        int last = -1;
        int before = -1;
        for (int i = 0; i < path.holds.size(); i++) {
            if (path.holds.get(i).thing().kind() == Kind.TOKEN) {
                before = last;
                last = i;
            }
        }
        if (before < 0) {
            return scene.fail(
                    at,
                    path,
                    new Mistake(
                            IssueCodes.NOT_HELD,
                            Outcome.PANIC,
                            (last < 0
                                            ? "no token is held "
                                            : "only token "
                                                    + path.holds
                                                            .get(last)
                                                            .thing()
                                                            .title() + " is held ")
                                    + scene.here(at),
                            "token_swap",
                            "panics"));
        }
        Collections.swap(path.holds, last, before);
        return one(path);
    }
}
