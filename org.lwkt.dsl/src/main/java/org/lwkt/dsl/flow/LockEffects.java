// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import static org.lwkt.dsl.flow.Scene.one;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.flow.Findings.Mistake;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.runtime.kernel.LockFlag;
import org.lwkt.runtime.kernel.LockmgrLock;

/** kern_lock.c. */
final class LockEffects {
    /** With one of these a request may fail though it waits. */
    private static final int MAY_FAIL =
            LockFlag.NOWAIT | LockFlag.SLEEPFAIL | LockFlag.CANCELABLE | LockFlag.TIMELOCK | LockFlag.PCATCH;

    private final Scene scene;

    LockEffects(Scene scene) {
        this.scene = scene;
    }

    List<Path> lockmgr(Statement at, EObject call, Thing lock, int flags, Path path, VariableDeclaration variable) {
        if (path.last(lock) == null && path.lastMaybe(lock) != null) {
            return scene.giveUp();
        }
        return switch (flags & LockFlag.TYPE_MASK) {
            case LockFlag.SHARED -> take(at, call, lock, true, flags, path, variable);
            case LockFlag.EXCLUSIVE -> take(at, call, lock, false, flags, path, variable);
            case LockFlag.UPGRADE, LockFlag.EXCLUPGRADE -> upgrade(at, call, lock, flags, path, variable);
            case LockFlag.DOWNGRADE -> downgrade(at, call, lock, path, variable);
            case LockFlag.RELEASE -> {
                List<Path> after = release(at, call, lock, path);
                after.forEach(it -> Scene.answer(it, variable, Value.ZERO));
                yield after;
            }
            case LockFlag.CANCEL_BEG, LockFlag.CANCEL_END -> scene.giveUp();
            default ->
                scene.fail(
                        call,
                        path,
                        new Mistake(
                                IssueCodes.LOCK_REQUEST,
                                Outcome.PANIC,
                                "the flags name no single request, such as LK_EXCLUSIVE or LK_RELEASE",
                                "lockmgr",
                                "panics"));
        };
    }

    /** @param at the statement that takes it, for whoever reports it later */
    List<Path> take(
            Statement at,
            EObject call,
            Thing lock,
            boolean shared,
            int flags,
            Path path,
            VariableDeclaration variable) {
        Hold exclusive = path.exclusive(lock);
        if (exclusive != null) {
            if ((flags & LockFlag.CANRECURSE) != 0) {
                Scene.take(path, lock, false, at);
                return one(Scene.answer(path, variable, Value.ZERO));
            }
            if ((flags & LockFlag.NOWAIT) != 0) {
                return one(Scene.answer(path, variable, Value.known(LockmgrLock.EBUSY)));
            }
            return scene.fail(call, path, HoldMistakes.again(scene, call, exclusive, "lockmgr", Outcome.PANIC));
        }
        Hold own = path.last(lock);
        if (own != null && !shared) {
            if ((flags & LockFlag.NOWAIT) != 0) {
                return one(Scene.answer(path, variable, Value.known(LockmgrLock.EBUSY)));
            }
            return (flags & MAY_FAIL) != 0
                    ? one(Scene.answer(path, variable, Value.error(call)))
                    : scene.fail(call, path, HoldMistakes.again(scene, call, own, "lockmgr", Outcome.DEADLOCK));
        }
        if ((flags & LockFlag.NOWAIT) == 0 && own == null) {
            scene.mayWait(lock, shared, call, path);
        }
        if ((flags & MAY_FAIL) == 0) {
            Scene.take(path, lock, shared, at);
            return one(Scene.answer(path, variable, Value.ZERO));
        }
        Value refused = (flags & LockFlag.NOWAIT) != 0 ? Value.known(LockmgrLock.EBUSY) : Value.error(call);
        List<Path> ways = scene.taken(call, lock, path, variable, new Value[] {Value.ZERO, refused});
        Scene.take(ways.getLast(), lock, shared, at);
        return ways;
    }

    private List<Path> upgrade(
            Statement at, EObject call, Thing lock, int flags, Path path, VariableDeclaration variable) {
        if (path.exclusive(lock) != null) {
            return one(Scene.answer(path, variable, Value.ZERO));
        }
        Hold own = path.last(lock);
        if (own == null) {
            return notHeld(call, lock, path);
        }
        if (path.count(lock) > 1) {
            return (flags & MAY_FAIL) != 0
                    ? scene.giveUp()
                    : scene.fail(call, path, HoldMistakes.again(scene, call, own, "lockmgr", Outcome.DEADLOCK));
        }
        if (scene.isOfOthers(lock)
                && ((flags & MAY_FAIL) != 0 || (flags & LockFlag.TYPE_MASK) == LockFlag.EXCLUPGRADE)) {
            return scene.giveUp();
        }
        path.drop(own);
        Scene.take(path, lock, false, at);
        return one(Scene.answer(path, variable, Value.ZERO));
    }

    private List<Path> downgrade(Statement at, EObject call, Thing lock, Path path, VariableDeclaration variable) {
        Hold own = path.exclusive(lock);
        if (own == null || path.count(lock) > 1) {
            return scene.fail(
                    call,
                    path,
                    new Mistake(
                            IssueCodes.NOT_HELD,
                            Outcome.PANIC,
                            "lock " + lock.title() + " is not held exclusively " + (own == null ? "" : "once ")
                                    + scene.here(call),
                            "lockmgr",
                            "panics"));
        }
        path.drop(own);
        Scene.take(path, lock, true, at);
        return one(Scene.answer(path, variable, Value.ZERO));
    }

    List<Path> release(Statement at, EObject call, Thing lock, Path path) {
        Hold own = path.last(lock);
        if (own != null) {
            path.drop(own);
            return one(path);
        }
        if (path.lastMaybe(lock) != null) {
            return scene.giveUp();
        }
        return notHeld(call, lock, path);
    }

    /** A shared hold of somebody else would do. */
    private List<Path> notHeld(EObject call, Thing lock, Path path) {
        Mistake mistake = HoldMistakes.notHeld(scene, call, lock, "lockmgr");
        return scene.fail(
                call,
                path,
                scene.isOfOthers(lock)
                        ? mistake.or("panics, or takes a shared hold of another thread for its own")
                        : mistake);
    }
}
