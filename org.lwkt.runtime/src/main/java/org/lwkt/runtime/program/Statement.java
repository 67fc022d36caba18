// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

import java.util.List;
import org.lwkt.runtime.source.SourcePosition;

/** A statement of a thread body, as it was written: what generated Java is printed from and a {@link Program} made of. */
public sealed interface Statement {
    /** No local variable takes what a call answers. */
    int NOWHERE = -1;

    SourcePosition position();

    /**
     * A kernel call, or one of {@link Opcode#RUN}, MARK, LOG, ASSERT.
     *
     * @param result the local variable that takes what the call answers, or {@link #NOWHERE}
     * @param text of MARK, LOG and ASSERT; else empty
     * @param handler what runs at the other end, see {@link Opcode#hasHandler}; else null
     */
    record Call(Opcode opcode, List<Expr> arguments, int result, String text, Program handler, SourcePosition position)
            implements Statement {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** Declares or sets a local variable. */
    record Set(int local, Expr value, SourcePosition position) implements Statement {}

    /** Runs the body a number of times that is evaluated once. */
    record Repeat(Expr turns, List<Statement> body, SourcePosition position) implements Statement {
        public Repeat {
            body = List.copyOf(body);
        }
    }

    record Forever(List<Statement> body, SourcePosition position) implements Statement {
        public Forever {
            body = List.copyOf(body);
        }
    }

    record While(Expr condition, List<Statement> body, SourcePosition position) implements Statement {
        public While {
            body = List.copyOf(body);
        }
    }

    record If(Expr condition, List<Statement> then, List<Statement> otherwise, SourcePosition position)
            implements Statement {
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** Runs one of the branches, each as likely as the others, drawn from the scenario's stream of choices. */
    record Choose(List<List<Statement>> branches, SourcePosition position) implements Statement {
        public Choose {
            branches = branches.stream().map(List::copyOf).toList();
        }
    }

    /** A call, the body, and the call that undoes the first with the same arguments, at the place of the first. */
    record Around(Opcode enter, Opcode leave, List<Expr> arguments, List<Statement> body, SourcePosition position)
            implements Statement {
        public Around {
            arguments = List.copyOf(arguments);
            body = List.copyOf(body);
        }
    }
}
