// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.lwkt.dsl.lwkt.MessageDeclaration;
import org.lwkt.dsl.lwkt.Parameter;
import org.lwkt.dsl.lwkt.PoolToken;
import org.lwkt.dsl.lwkt.PortDeclaration;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.SimpleResource;
import org.lwkt.dsl.lwkt.SweepParameter;
import org.lwkt.dsl.lwkt.ThreadDeclaration;

/** What a value, or what a name stands for, can be. */
public enum Kind {
    INT("a number"),
    TIME("a time"),
    BOOL("a truth value"),
    THREAD("a thread"),
    TOKEN("a token"),
    SPINLOCK("a spinlock"),
    SERIALIZER("a serializer"),
    LOCK("a lock"),
    CHANNEL("a channel"),
    CPUSYNC("a cpusync"),
    PORT("a port"),
    MESSAGE("a message");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** With its article, as messages say it. */
    public String title() {
        return title;
    }

    /** Without its article. */
    public String noun() {
        return title.substring(2);
    }

    /** Whether it is computed, and not declared. */
    public boolean isValue() {
        return switch (this) {
            case INT, TIME, BOOL -> true;
            default -> false;
        };
    }

    /** Whether calls of the kernel answer it, so that variables hold it, and may hold none. */
    public boolean isAnswered() {
        return this == THREAD || this == MESSAGE;
    }

    /** Whether it can be held: what {@code held} asks. */
    public boolean isLock() {
        return switch (this) {
            case TOKEN, SPINLOCK, SERIALIZER, LOCK -> true;
            default -> false;
        };
    }

    /** What the place of a reference asks for; empty where expressions stand, which may name anything. */
    public static Optional<Kind> wantedAt(Ref reference) {
        EStructuralFeature place = reference.eContainingFeature();
        return switch (place == null ? "" : place.getName()) {
            case "thread", "target", "subject", "preempted" -> Optional.of(THREAD);
            case "token" -> Optional.of(TOKEN);
            case "spinlock" -> Optional.of(SPINLOCK);
            case "serializer" -> Optional.of(SERIALIZER);
            case "lock" -> Optional.of(LOCK);
            case "channel" -> Optional.of(CHANNEL);
            case "cpusync" -> Optional.of(CPUSYNC);
            case "port", "replyPort" -> Optional.of(PORT);
            case "message" -> Optional.of(MESSAGE);
            default -> Optional.empty();
        };
    }

    /** What a thread, a resource or a parameter is; empty for everything else. */
    public static Optional<Kind> of(EObject declaration) {
        return switch (declaration) {
            case ThreadDeclaration thread -> Optional.of(THREAD);
            case Parameter parameter
            when parameter.getKind() != null ->
                Optional.of(valueOf(parameter.getKind().toUpperCase(Locale.ROOT)));
            case PoolToken token -> Optional.of(TOKEN);
            case SweepParameter parameter -> SweepParameters.kind(parameter);
            case SimpleResource resource ->
                Optional.of(valueOf(resource.getKind().name()));
            case PortDeclaration port -> Optional.of(PORT);
            case MessageDeclaration message -> Optional.of(MESSAGE);
            case null, default -> Optional.empty();
        };
    }
}
