// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.Assert;
import org.lwkt.dsl.lwkt.Assignment;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Choose;
import org.lwkt.dsl.lwkt.Critical;
import org.lwkt.dsl.lwkt.Exit;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.Forever;
import org.lwkt.dsl.lwkt.If;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.Log;
import org.lwkt.dsl.lwkt.Mark;
import org.lwkt.dsl.lwkt.Repeat;
import org.lwkt.dsl.lwkt.Run;
import org.lwkt.dsl.lwkt.SetPriority;
import org.lwkt.dsl.lwkt.SetUserPriority;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.Switch;
import org.lwkt.dsl.lwkt.Syscall;
import org.lwkt.dsl.lwkt.UserYield;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.lwkt.While;
import org.lwkt.dsl.lwkt.With;
import org.lwkt.dsl.lwkt.Yield;

/** Where the statements of a body lead. */
public final class Flow {
    private final Function<Invocation, ProcedureFacts> procedures;

    Flow(Function<Invocation, ProcedureFacts> procedures) {
        this.procedures = procedures;
    }

    /** Of bodies in the same file as {@code part}. */
    public static Flow around(EObject part) {
        return new Flow(Procedures.around(part)::factsOf);
    }

    /** The blocks of a statement, in source order. */
    public static List<Block> blocksOf(Statement statement) {
        return switch (statement) {
            case Repeat it -> some(it.getBody());
            case Forever it -> some(it.getBody());
            case While it -> some(it.getBody());
            case If it ->
                Stream.concat(
                                some(it.getThen()).stream(),
                                it.getOtherwise().stream().flatMap(branch -> some(branch.getBody()).stream()))
                        .toList();
            case Choose it -> it.getBranches();
            case With it -> some(it.getBody());
            case Critical it -> some(it.getBody());
            case Syscall it -> some(it.getBody());
            default -> List.of();
        };
    }

    private static List<Block> some(Block block) {
        return block == null ? List.of() : List.of(block);
    }

    /** Whether the statement after this one can be reached. */
    public boolean completes(Statement statement) {
        return switch (statement) {
            case Exit it -> false;
            case Invocation it -> procedures.apply(it).completes();
            case Forever it -> false;
            case While it -> !isTrue(it.getCondition());
            case Repeat it -> Constants.is(it.getTurns(), 0) || completes(it.getBody());
            case If it -> !isExhaustive(it) || blocksOf(it).stream().anyMatch(this::completes);
            case Choose it ->
                it.getBranches().isEmpty() || blocksOf(it).stream().anyMatch(this::completes);
            case With it -> completes(it.getBody());
            case Critical it -> completes(it.getBody());
            case Syscall it -> completes(it.getBody());
            default -> true;
        };
    }

    /** Whether the end of the block can be reached. */
    public boolean completes(Block block) {
        return statements(block).stream().allMatch(this::completes);
    }

    /** Whether the thread can come to its end, by a statement or by the end of its body. */
    public boolean canEnd(Block body) {
        for (Statement statement : statements(body)) {
            if (exits(statement)) {
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
    public boolean letsTimePass(Block block) {
        return statements(block).stream().anyMatch(this::letsTimePass);
    }

    private boolean letsTimePass(Statement statement) {
        return switch (statement) {
            case Run it -> !Constants.is(it.getDuration(), 0);
            case Repeat it -> !Constants.is(it.getTurns(), 0) && letsTimePass(it.getBody());
            case Yield it -> false;
            case UserYield it -> false;
            case Switch it -> false;
            case SetPriority it -> false;
            case SetUserPriority it -> false;
            case Mark it -> false;
            case Log it -> false;
            case Assert it -> false;
            case VariableDeclaration it -> it.getCall() != null;
            case Assignment it -> it.getCall() != null;
            case Invocation it -> procedures.apply(it).letsTimePass();
            case Forever it -> letsTimePass(it.getBody());
            case While it -> letsTimePass(it.getBody());
            case If it -> blocksOf(it).stream().anyMatch(this::letsTimePass);
            case Choose it -> blocksOf(it).stream().anyMatch(this::letsTimePass);
            case Critical it -> letsTimePass(it.getBody());
            // What takes, waits, wakes or sends may have others run.
            default -> true;
        };
    }

    /** Whether the thread may end in the block by a statement. */
    boolean exits(Block block) {
        return statements(block).stream().anyMatch(this::exits);
    }

    private boolean exits(Statement statement) {
        return switch (statement) {
            case Exit it -> true;
            case Invocation it -> procedures.apply(it).exits();
            default -> blocksOf(statement).stream().anyMatch(this::exits);
        };
    }

    private static boolean isExhaustive(If statement) {
        return statement.getOtherwise().stream().anyMatch(it -> it.getCondition() == null);
    }

    private static boolean isTrue(Expression condition) {
        OptionalLong known = Constants.of(condition);
        return known.isPresent() && known.getAsLong() != 0;
    }

    private static List<Statement> statements(Block block) {
        return block == null ? List.of() : block.getStatements();
    }
}
