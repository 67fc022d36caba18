// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.List;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Critical;
import org.lwkt.dsl.lwkt.Deschedule;
import org.lwkt.dsl.lwkt.Exit;
import org.lwkt.dsl.lwkt.Forever;
import org.lwkt.dsl.lwkt.Migrate;
import org.lwkt.dsl.lwkt.Repeat;
import org.lwkt.dsl.lwkt.Run;
import org.lwkt.dsl.lwkt.Schedule;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.Wait;

/** Where the statements of a body lead. */
public final class Flow {
    private Flow() {}

    /** The block that a statement repeats or encloses, or {@code null}. */
    public static Block bodyOf(Statement statement) {
        return switch (statement) {
            case Repeat repeat -> repeat.getBody();
            case Forever forever -> forever.getBody();
            case Critical critical -> critical.getBody();
            default -> null;
        };
    }

    /** Whether the statement after this one can be reached. */
    public static boolean completes(Statement statement) {
        return switch (statement) {
            case Exit exit -> false;
            case Forever forever -> false;
            case Repeat repeat -> isZero(repeat.getTurns()) || completes(repeat.getBody());
            case Critical critical -> completes(critical.getBody());
            default -> true;
        };
    }

    /** Whether the end of the block can be reached. */
    public static boolean completes(Block block) {
        return statements(block).stream().allMatch(Flow::completes);
    }

    /** Whether the thread can come to its end, by a statement or by the end of its body. */
    public static boolean canEnd(Block body) {
        for (Statement statement : statements(body)) {
            if (statement instanceof Exit) {
                return true;
            }
            if (bodyOf(statement) != null && containsExit(bodyOf(statement))) {
                return true;
            }
            if (!completes(statement)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether virtual time may pass while the block runs: the CPU is used, or the thread sleeps, ends, moves to another CPU
     * or has others run. A yield alone does not count: nothing else may be runnable.
     */
    public static boolean letsTimePass(Block block) {
        return statements(block).stream().anyMatch(Flow::letsTimePass);
    }

    private static boolean letsTimePass(Statement statement) {
        return switch (statement) {
            case Run run -> !isZero(run.getDuration());
            case Wait wait -> true;
            case Exit exit -> true;
            case Schedule schedule -> true;
            case Deschedule deschedule -> true;
            case Migrate migrate -> true;
            case Repeat repeat -> !isZero(repeat.getTurns()) && letsTimePass(repeat.getBody());
            case Forever forever -> letsTimePass(forever.getBody());
            case Critical critical -> letsTimePass(critical.getBody());
            default -> false;
        };
    }

    private static boolean containsExit(Block block) {
        return statements(block).stream()
                .anyMatch(it -> it instanceof Exit || bodyOf(it) != null && containsExit(bodyOf(it)));
    }

    private static List<Statement> statements(Block block) {
        return block == null ? List.of() : block.getStatements();
    }

    /** A value that could not be read ({@code null}) is not known to be zero. */
    private static boolean isZero(Long value) {
        return value != null && value == 0;
    }
}
