// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import static org.lwkt.dsl.flow.Scene.one;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.flow.Findings.Mistake;
import org.lwkt.dsl.lwkt.Create;
import org.lwkt.dsl.lwkt.GetToken;
import org.lwkt.dsl.lwkt.Lockmgr;
import org.lwkt.dsl.lwkt.LwktSleep;
import org.lwkt.dsl.lwkt.Migrate;
import org.lwkt.dsl.lwkt.PlainCall;
import org.lwkt.dsl.lwkt.PlainCallKind;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ReleaseToken;
import org.lwkt.dsl.lwkt.SerializerCall;
import org.lwkt.dsl.lwkt.SpinLock;
import org.lwkt.dsl.lwkt.SpinUnlock;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.Switch;
import org.lwkt.dsl.lwkt.Syscall;
import org.lwkt.dsl.lwkt.TryCall;
import org.lwkt.dsl.lwkt.Tsleep;
import org.lwkt.dsl.lwkt.TsleepInterlock;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.lwkt.Wait;
import org.lwkt.dsl.lwkt.With;
import org.lwkt.dsl.model.KernelFlags;
import org.lwkt.dsl.model.Kind;
import org.lwkt.runtime.kernel.LockFlag;

/** What calls of the kernel do to what is held. A call that is not known here ends what is known of a path. */
final class Calls {
    private final Scene scene;
    private final TokenEffects tokens;
    private final SpinEffects spins;
    private final SerializerEffects serializers;
    private final LockEffects locks;
    private final SleepEffects sleeps;

    Calls(Scene scene) {
        this.scene = scene;
        tokens = new TokenEffects(scene);
        spins = new SpinEffects(scene);
        serializers = new SerializerEffects(scene);
        locks = new LockEffects(scene);
        sleeps = new SleepEffects(scene, spins, serializers, locks);
    }

    private List<Path> each(EObject at, List<Path> paths, Function<Path, List<Path>> effect) {
        scene.findings().reach(scene.sites().apply(at), paths.size());
        List<Path> after = new ArrayList<>();
        paths.forEach(it -> after.addAll(effect.apply(it)));
        return after;
    }

    private List<Path> with(Ref reference, Path path, Function<Thing, List<Path>> effect) {
        Thing thing = scene.conditions().thing(reference, path);
        return thing == null || thing.unknown() != null ? scene.giveUp() : effect.apply(thing);
    }

    /**
     * @param call a statement, or the call whose answer it keeps
     * @param at the statement
     * @param variable that keeps the answer, or {@code null}
     */
    List<Path> call(EObject call, Statement at, VariableDeclaration variable, List<Path> paths) {
        return each(call, paths, path -> switch (call) {
            case Switch it -> scene.isSpinning(it, "switch", path) ? Scene.NONE : one(path);
            case Wait it -> scene.isSpinning(it, "wait", path) ? Scene.NONE : one(path);
            case Migrate it -> migrate(it, path);
            case Create it -> one(Scene.answer(path, variable, Value.fresh(it)));
            case GetToken it -> with(it.getToken(), path, thing -> tokens.get(at, thing, it.isShared(), path));
            case ReleaseToken it -> with(it.getToken(), path, thing -> tokens.release(it, thing, path));
            case PlainCall it when it.getCall() == PlainCallKind.TOKEN_SWAP -> tokens.swap(it, path);
            case SpinLock it -> with(it.getSpinlock(), path, thing -> spins.lock(at, thing, it.isShared(), path));
            case SpinUnlock it -> with(it.getSpinlock(), path, thing -> spins.unlock(it, thing, path));
            case SerializerCall it ->
                with(it.getSerializer(), path, thing -> serializers.call(at, it.getCall(), thing, path));
            case TryCall it
            when it.getToken() != null ->
                with(it.getToken(), path, thing -> tokens.tryGet(at, it, thing, path, variable));
            case TryCall it
            when it.getSpinlock() != null ->
                with(it.getSpinlock(), path, thing -> spins.tryLock(at, it, thing, path, variable));
            case TryCall it
            when it.getSerializer() != null ->
                with(it.getSerializer(), path, thing -> serializers.tryEnter(at, it, thing, path, variable));
            case Lockmgr it ->
                with(
                        it.getLock(),
                        path,
                        thing -> locks.lockmgr(at, it, thing, KernelFlags.value(it.getFlags()), path, variable));
            case TsleepInterlock it -> sleeps.interlock(it, path);
            case Tsleep it -> sleeps.sleep(at, it, path, variable);
            case LwktSleep it -> sleeps.lwktSleep(it, path, variable);
            default -> scene.giveUp();
        });
    }

    private List<Path> migrate(Migrate statement, Path path) {
        OptionalLong cpu = scene.conditions().of(statement.getCpu(), path).number();
        boolean moves = cpu.isPresent() && path.cpu != Path.CPU_UNKNOWN && path.cpu != cpu.getAsLong();
        if (moves && scene.isSpinning(statement, "migrate", path)) {
            return Scene.NONE;
        }
        path.cpu = scene.use().movesThreads() ? Path.CPU_UNKNOWN : cpu.orElse(Path.CPU_UNKNOWN);
        return one(path);
    }

    /** What {@code with} takes, or {@code null} where that is not known at all. */
    Thing thing(With with, Path path) {
        Ref reference = with.getToken() != null
                ? with.getToken()
                : with.getSpinlock() != null
                        ? with.getSpinlock()
                        : with.getSerializer() != null ? with.getSerializer() : with.getLock();
        return scene.conditions().thing(reference, path);
    }

    List<Path> enter(With with, Thing thing, Path path) {
        return each(with, one(path), it -> switch (thing.kind()) {
            case TOKEN -> tokens.get(with, thing, with.isShared(), it);
            case SPINLOCK -> spins.lock(with, thing, with.isShared(), it);
            case SERIALIZER -> serializers.enter(with, "serialize_enter", thing, it);
            case LOCK ->
                locks.take(
                        with,
                        with,
                        thing,
                        with.isShared(),
                        with.isShared() ? LockFlag.SHARED : LockFlag.EXCLUSIVE,
                        it,
                        null);
            default -> scene.giveUp();
        });
    }

    List<Path> leave(With with, Thing thing, Path path) {
        return each(with.getBody(), one(path), it -> switch (thing.kind()) {
            case TOKEN -> tokens.release(with.getBody(), thing, it);
            case SPINLOCK -> spins.unlock(with.getBody(), thing, it);
            case SERIALIZER -> serializers.exit(with.getBody(), thing, it);
            case LOCK -> locks.release(with, with.getBody(), thing, it);
            default -> scene.giveUp();
        });
    }

    /** The thread ends. */
    void end(List<Path> paths, EObject at) {
        each(at, paths, path -> {
            String ends = "when '" + scene.thread().getName() + "' ends " + scene.here(at);
            Hold spin = path.last(Kind.SPINLOCK);
            if (spin != null) {
                return scene.fail(at, path, leftHeld(spin, ends, "a thread that ends with a spinlock"));
            }
            for (Hold hold : path.holds) {
                if (hold.thing().kind() != Kind.TOKEN) {
                    String what = hold.thing().kind().noun() + " "
                            + hold.thing().title() + " is still held " + ends + ", " + scene.taken(hold);
                    scene.takes()
                            .leave(new Takes.Left(
                                    hold, scene.doer(), scene.sites().apply(at), path.copy(), what));
                }
            }
            return Scene.NONE;
        });
    }

    /** A system call must leave neither spinlocks nor tokens behind. */
    List<Path> endSystemCall(Syscall call, List<Path> paths) {
        return each(call.getBody(), paths, path -> {
            Hold held = path.last(Kind.SPINLOCK);
            held = held == null ? path.last(Kind.TOKEN) : held;
            return held == null
                    ? one(path)
                    : scene.fail(
                            call.getBody(),
                            path,
                            leftHeld(
                                    held,
                                    "when the system call ends " + scene.here(call.getBody()),
                                    "the way back to user mode"));
        });
    }

    private Mistake leftHeld(Hold hold, String ends, String subject) {
        return new Mistake(
                IssueCodes.LEFT_HELD,
                Outcome.PANIC,
                hold.thing().kind().noun() + " " + hold.thing().title() + " is still held " + ends + ", "
                        + scene.taken(hold),
                subject,
                "panics");
    }
}
