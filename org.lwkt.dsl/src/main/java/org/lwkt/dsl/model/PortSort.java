// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.Locale;
import org.lwkt.dsl.lwkt.PortDeclaration;

/** The sorts of message ports, by the {@code lwkt_initport_*()} that makes them. */
public enum PortSort {
    THREAD,
    SPIN,
    SERIALIZE,
    PUTONLY,
    REPLYONLY,
    NULL;

    public static PortSort of(PortDeclaration port) {
        return switch (port.getKind() == null ? "" : port.getKind()) {
            case "spin" -> SPIN;
            case "serialize" -> SERIALIZE;
            case "putonly" -> PUTONLY;
            case "replyonly" -> REPLYONLY;
            case "null" -> NULL;
            default -> port.getThread() == null ? SPIN : THREAD;
        };
    }

    /** With its article, as messages say it. */
    public String title() {
        return "a " + noun();
    }

    /** Without its article. */
    public String noun() {
        return name().toLowerCase(Locale.ROOT) + " port";
    }

    /** Whether messages stand in it until somebody takes them, and replies until somebody waits for them. */
    public boolean keepsMessages() {
        return this == THREAD || this == SPIN || this == SERIALIZE;
    }

    /** Whether messages can be sent there. */
    public boolean takesMessages() {
        return keepsMessages() || this == PUTONLY;
    }

    /** Whether replies can come there. */
    public boolean takesReplies() {
        return this != PUTONLY;
    }
}
