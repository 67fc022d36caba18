// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import static org.lwkt.dsl.flow.Scene.one;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.SerializerCallKind;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.VariableDeclaration;

/** lwkt_serialize.c. */
final class SerializerEffects {
    private static final Value[] ANSWERS = {Value.known(1), Value.ZERO};

    private final Scene scene;

    SerializerEffects(Scene scene) {
        this.scene = scene;
    }

    List<Path> call(Statement at, SerializerCallKind call, Thing serializer, Path path) {
        return switch (call) {
            case SERIALIZE_ENTER, SERIALIZE_ADAPTIVE_ENTER -> enter(at, call.getLiteral(), serializer, path);
            case SERIALIZE_EXIT -> exit(at, serializer, path);
            case SERIALIZE_HANDLER_DISABLE, SERIALIZE_HANDLER_ENABLE -> one(path);
            default -> scene.giveUp();
        };
    }

    List<Path> enter(Statement at, String call, Thing serializer, Path path) {
        Hold own = path.last(serializer);
        if (own != null) {
            return scene.fail(at, path, HoldMistakes.again(scene, at, own, call, Outcome.PANIC));
        }
        if (path.lastMaybe(serializer) != null) {
            return scene.giveUp();
        }
        scene.mayWait(serializer, false, at, path);
        Scene.take(path, serializer, false, at);
        return one(path);
    }

    List<Path> tryEnter(Statement at, EObject call, Thing serializer, Path path, VariableDeclaration variable) {
        Hold own = path.last(serializer);
        if (own != null) {
            return scene.fail(call, path, HoldMistakes.again(scene, call, own, "serialize_try", Outcome.PANIC));
        }
        if (path.lastMaybe(serializer) != null) {
            return scene.giveUp();
        }
        List<Path> ways = scene.taken(call, serializer, path, variable, ANSWERS);
        Scene.take(ways.getLast(), serializer, false, at);
        return ways;
    }

    List<Path> exit(EObject at, Thing serializer, Path path) {
        Hold own = path.last(serializer);
        if (own != null) {
            path.drop(own);
            return one(path);
        }
        return path.lastMaybe(serializer) != null
                ? scene.giveUp()
                : scene.fail(at, path, HoldMistakes.notHeld(scene, at, serializer, "serialize_exit"));
    }
}
