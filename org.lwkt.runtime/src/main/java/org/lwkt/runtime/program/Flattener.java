// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.source.SourcePosition;

/** Turns statements into instructions with jumps. Slots behind the local variables count turns and hold choices. */
final class Flattener {
    private final List<Instruction> code = new ArrayList<>();
    private final int locals;
    private int open;
    private int mostOpen;

    Flattener(int locals) {
        this.locals = locals;
    }

    List<Instruction> instructions() {
        return code;
    }

    /** Local variables and hidden slots. */
    int slots() {
        return locals + mostOpen;
    }

    void end(SourcePosition position) {
        code.add(new Instruction(Opcode.EXIT, List.of(), 0, Statement.NOWHERE, null, position));
    }

    void add(List<Statement> statements) {
        statements.forEach(this::add);
    }

    private void add(Statement statement) {
        switch (statement) {
            case Statement.Call it -> add(it, it.opcode(), it.arguments(), it.result());
            case Statement.Set it -> add(it, Opcode.SET, List.of(it.value()), it.local());
            case Statement.Repeat it -> repeat(it);
            case Statement.Forever it -> {
                int top = code.size();
                add(it.body());
                jump(it, top);
            }
            case Statement.While it -> {
                int top = code.size();
                int exit = branch(it, it.condition());
                add(it.body());
                jump(it, top);
                land(exit);
            }
            case Statement.If it -> choice(it);
            case Statement.Choose it -> choose(it);
            case Statement.Around it -> {
                add(it, it.enter(), it.arguments(), Statement.NOWHERE);
                add(it.body());
                add(it, it.leave(), it.arguments(), Statement.NOWHERE);
            }
        }
    }

    private void repeat(Statement.Repeat it) {
        int counter = claim();
        int enter = code.size();
        add(it, Opcode.LOOP_ENTER, List.of(it.turns()), counter);
        int top = code.size();
        add(it.body());
        add(it, Opcode.LOOP_NEXT, List.of(), counter);
        code.set(code.size() - 1, code.get(code.size() - 1).withTarget(top));
        land(enter);
        open--;
    }

    private void choice(Statement.If it) {
        int otherwise = branch(it, it.condition());
        add(it.then());
        if (it.otherwise().isEmpty()) {
            land(otherwise);
            return;
        }
        int end = jump(it, 0);
        land(otherwise);
        add(it.otherwise());
        land(end);
    }

    private void choose(Statement.Choose it) {
        int drawn = claim();
        int count = it.branches().size();
        add(it, Opcode.SET, List.of(new Expr.Pick(count)), drawn);
        List<Integer> ends = new ArrayList<>();
        for (int branch = 0; branch < count; branch++) {
            boolean last = branch == count - 1;
            int next =
                    last ? -1 : branch(it, Expr.binary(Expr.local(drawn), BinaryOperator.EQUAL, Expr.constant(branch)));
            add(it.branches().get(branch));
            if (!last) {
                ends.add(jump(it, 0));
                land(next);
            }
        }
        ends.forEach(this::land);
        open--;
    }

    private int claim() {
        int slot = locals + open;
        open++;
        mostOpen = Math.max(mostOpen, open);
        return slot;
    }

    private int branch(Statement origin, Expr condition) {
        add(origin, Opcode.BRANCH, List.of(condition), Statement.NOWHERE);
        return code.size() - 1;
    }

    private int jump(Statement origin, int target) {
        add(origin, Opcode.JUMP, List.of(), Statement.NOWHERE);
        code.set(code.size() - 1, code.get(code.size() - 1).withTarget(target));
        return code.size() - 1;
    }

    /** The jump at {@code pc} goes to what comes next. */
    private void land(int pc) {
        code.set(pc, code.get(pc).withTarget(code.size()));
    }

    private void add(Statement origin, Opcode opcode, List<Expr> arguments, int result) {
        code.add(new Instruction(opcode, arguments, 0, result, origin, origin.position()));
    }
}
