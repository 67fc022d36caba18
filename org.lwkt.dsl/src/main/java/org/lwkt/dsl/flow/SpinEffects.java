// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import static org.lwkt.dsl.flow.Scene.one;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.flow.Findings.Mistake;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.Kind;

/** kern_spinlock.c: nobody may switch with one held. */
final class SpinEffects {
    private static final Value[] ANSWERS = {Value.known(1), Value.ZERO};

    private final Scene scene;

    SpinEffects(Scene scene) {
        this.scene = scene;
    }

    List<Path> lock(Statement at, Thing spinlock, boolean shared, Path path) {
        Hold own = path.last(spinlock);
        if (own == null && path.lastMaybe(spinlock) != null) {
            return scene.giveUp();
        }
        if (own != null && !(shared && own.shared())) {
            return scene.fail(at, path, HoldMistakes.again(scene, at, own, "spin_lock", Outcome.DEADLOCK));
        }
        if (own == null) {
            scene.mayWait(spinlock, shared, at, path);
        }
        Scene.take(path, spinlock, shared, at);
        return one(path);
    }

    List<Path> tryLock(Statement at, EObject call, Thing spinlock, Path path, VariableDeclaration variable) {
        if (path.last(spinlock) != null) {
            return one(Scene.answer(path, variable, Value.ZERO));
        }
        if (path.lastMaybe(spinlock) != null) {
            return scene.giveUp();
        }
        List<Path> ways = scene.taken(call, spinlock, path, variable, ANSWERS);
        Scene.take(ways.getLast(), spinlock, false, at);
        return ways;
    }

    /** A shared hold and an exclusive one are given back alike. */
    List<Path> unlock(EObject at, Thing spinlock, Path path) {
        Hold own = path.last(spinlock);
        if (own != null) {
            path.drop(own);
            return one(path);
        }
        if (path.lastMaybe(spinlock) != null) {
            return scene.giveUp();
        }
        Mistake mistake = HoldMistakes.notHeld(scene, at, spinlock, "spin_unlock");
        // The critical section of another one would be left in its place.
        return scene.fail(
                at,
                path,
                path.last(Kind.SPINLOCK) == null ? mistake : mistake.or("panics sooner or later, or spoils the lock"));
    }
}
