// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import static org.lwkt.dsl.flow.Scene.one;

import java.util.List;
import java.util.OptionalLong;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.flow.Findings.Mistake;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.LwktSleep;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.ThreadFlagKind;
import org.lwkt.dsl.lwkt.Tsleep;
import org.lwkt.dsl.lwkt.TsleepInterlock;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.KernelFlags;
import org.lwkt.dsl.model.ThreadFacts;
import org.lwkt.runtime.kernel.SleepQueue;

/** kern_synch.c. */
final class SleepEffects {
    private final Scene scene;
    private final SpinEffects spins;
    private final SerializerEffects serializers;
    private final LockEffects locks;

    SleepEffects(Scene scene, SpinEffects spins, SerializerEffects serializers, LockEffects locks) {
        this.scene = scene;
        this.spins = spins;
        this.serializers = serializers;
        this.locks = locks;
    }

    List<Path> interlock(TsleepInterlock at, Path path) {
        path.interlock = scene.conditions().thing(at.getChannel(), path);
        return path.interlock == null || path.interlock.unknown() != null ? scene.giveUp() : one(path);
    }

    /** @param at the statement around it, or itself */
    List<Path> sleep(Statement at, Tsleep call, Path path, VariableDeclaration variable) {
        Thing channel = scene.conditions().thing(call.getChannel(), path);
        if (channel == null) {
            return scene.giveUp();
        }
        int flags = KernelFlags.value(call.getFlags());
        boolean plain = call.getSpinlock() == null && call.getSerializer() == null && call.getLock() == null;
        if (plain && (flags & SleepQueue.PINTERLOCKED) != 0 && !channel.equals(path.interlock)) {
            return notInterlocked(call, channel, path, variable);
        }
        Thing left = plain ? null : lock(call, path);
        if (!plain && (left == null || left.unknown() != null)) {
            return scene.giveUp();
        }
        if (left != null && leave(at, call, left, path).isEmpty()) {
            return Scene.NONE;
        }
        // A signal that is there already, or a wakeup since the interlock, ends it before it begins.
        boolean sleeps = (flags & SleepQueue.PCATCH) == 0
                && ((flags & SleepQueue.PINTERLOCKED) == 0 || !scene.use().isWoken(channel, scene.thread()));
        if (sleeps && scene.isSpinning(call, name(call), path)) {
            return Scene.NONE;
        }
        path.interlock = null;
        boolean limited = isLimited(call.getTimeout(), path);
        boolean catches = (flags & SleepQueue.PCATCH) != 0;
        if (!limited && !catches && sleeps && !mayBeWoken(channel)) {
            return neverWoken(call, "nothing wakes up who sleeps on " + channel.title(), path);
        }
        Scene.answer(path, variable, limited || catches ? Value.fresh(call) : Value.ZERO);
        return left == null ? one(path) : retake(at, call, left, path);
    }

    private List<Path> notInterlocked(Tsleep call, Thing channel, Path path, VariableDeclaration variable) {
        Path after = path.copy();
        scene.fail(
                call,
                path,
                new Mistake(
                        IssueCodes.NOT_INTERLOCKED,
                        Outcome.NOTHING,
                        "PINTERLOCKED needs a 'tsleep_interlock "
                                + channel.title().replace("'", "") + "' before",
                        "tsleep",
                        "returns at once"));
        after.interlock = null;
        return one(Scene.answer(after, variable, Value.ZERO));
    }

    private Thing lock(Tsleep call, Path path) {
        Conditions conditions = scene.conditions();
        if (call.getSpinlock() != null) {
            return conditions.thing(call.getSpinlock(), path);
        }
        return conditions.thing(call.getSerializer() != null ? call.getSerializer() : call.getLock(), path);
    }

    private List<Path> leave(Statement at, Tsleep call, Thing left, Path path) {
        return switch (left.kind()) {
            case SPINLOCK -> spins.unlock(call, left, path);
            case SERIALIZER -> serializers.exit(call, left, path);
            default -> locks.release(at, call, left, path);
        };
    }

    private List<Path> retake(Statement at, Tsleep call, Thing left, Path path) {
        return switch (left.kind()) {
            case SPINLOCK -> spins.lock(at, left, false, path);
            case SERIALIZER -> serializers.enter(at, "serialize_enter", left, path);
            default -> locks.take(at, call, left, false, 0, path, null);
        };
    }

    private static String name(Tsleep call) {
        if (call.getSpinlock() != null) {
            return "ssleep";
        }
        return call.getSerializer() != null ? "zsleep" : call.getLock() != null ? "lksleep" : "tsleep";
    }

    private boolean isLimited(Expression timeout, Path path) {
        if (timeout == null) {
            return false;
        }
        OptionalLong limit = scene.conditions().of(timeout, path).number();
        return limit.isEmpty() || limit.getAsLong() > 0;
    }

    private boolean mayBeWoken(Thing channel) {
        return maySleepForEver() || scene.use().isWoken(channel, scene.thread());
    }

    /** Or is no thread, but what others are made of. */
    private boolean maySleepForEver() {
        return scene.thread().isInterrupt()
                || ThreadFacts.isTemplate(scene.thread())
                || ThreadFacts.has(scene.thread(), ThreadFlagKind.DAEMON);
    }

    private List<Path> neverWoken(Statement call, String nobody, Path path) {
        return scene.fail(
                call,
                path,
                new Mistake(
                        IssueCodes.NEVER_WOKEN,
                        Outcome.LOST_WAKEUP,
                        nobody + " " + scene.here(call),
                        "the thread",
                        "sleeps for ever"));
    }

    List<Path> lwktSleep(LwktSleep call, Path path, VariableDeclaration variable) {
        boolean catches = (KernelFlags.value(call.getFlags()) & SleepQueue.PCATCH) != 0;
        if (!catches && scene.isSpinning(call, "lwkt_sleep", path)) {
            return Scene.NONE;
        }
        if (!catches && !maySleepForEver() && !scene.use().mayBeScheduled(scene.thread())) {
            return neverWoken(call, "nothing schedules '" + scene.thread().getName() + "' again", path);
        }
        return one(Scene.answer(path, variable, catches ? Value.fresh(call) : Value.ZERO));
    }
}
