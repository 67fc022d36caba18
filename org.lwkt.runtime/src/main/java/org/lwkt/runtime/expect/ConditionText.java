// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Operand;
import org.lwkt.runtime.program.Question;
import org.lwkt.runtime.trace.TraceNames;

/** What the machine answered to the questions of a condition, in words: {@code runnable(cpu 0) is 4}. */
final class ConditionText {
    private static final int MOST = 4;

    private final TraceNames names;
    private final ToLongFunction<Expr> state;
    private final List<String> answers = new ArrayList<>();

    private ConditionText(TraceNames names, ToLongFunction<Expr> state) {
        this.names = names;
        this.state = state;
    }

    static String of(Expr condition, TraceNames names, ToLongFunction<Expr> state) {
        ConditionText text = new ConditionText(names, state);
        text.collect(condition);
        List<String> distinct = text.answers.stream().distinct().toList();
        String shown = String.join(", ", distinct.subList(0, Math.min(MOST, distinct.size())));
        return distinct.size() > MOST ? shown + ", ..." : shown;
    }

    private void collect(Expr expression) {
        switch (expression) {
            case Expr.Binary it -> {
                collect(it.left());
                collect(it.right());
            }
            case Expr.Negated it -> collect(it.operand());
            case Expr.Not it -> collect(it.operand());
            case Expr.Element it -> collect(it.index());
            case Expr.Ask it -> answers.add(answer(it));
            case Expr.Constant it -> {}
            case Expr.Local it -> {}
            case Expr.Index it -> {}
            case Expr.Draw it -> {}
            case Expr.Pick it -> {}
        }
    }

    private String answer(Expr.Ask ask) {
        String value;
        try {
            value = value(ask.question(), state.applyAsLong(ask));
        } catch (ArithmeticException noValue) {
            return question(ask) + ": " + noValue.getMessage();
        }
        return question(ask) + " is " + value;
    }

    private String question(Expr.Ask ask) {
        List<String> arguments = new ArrayList<>();
        for (int index = 0; index < ask.arguments().size(); index++) {
            arguments.add(
                    argument(ask.question().argument(index), ask.arguments().get(index)));
        }
        return ask.question().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "(" + String.join(", ", arguments)
                + ")";
    }

    private String argument(Operand kind, Expr argument) {
        try {
            long number = state.applyAsLong(argument);
            if (kind == Operand.CPU) {
                return "cpu " + number;
            }
            return kind == Operand.THREAD
                    ? thread(number)
                    : number >= 0 && number < names.resources().size()
                            ? names.resource((int) number)
                            : Long.toString(number);
        } catch (ArithmeticException noValue) {
            return noValue.getMessage();
        }
    }

    private String thread(long number) {
        return number >= 0 && number < names.count() ? names.name((int) number) : Long.toString(number);
    }

    private String value(Question question, long value) {
        return switch (question) {
            case CURRENT -> value < 0 ? "idle" : thread(value);
            case HOLDER -> value < 0 ? "nobody" : thread(value);
            case RUNNING, ASLEEP, STARTED, ENDED, HOLDS, HELD, DONE -> value != 0 ? "true" : "false";
            case NOW, CPU, SELF, PRIORITY, RUNNABLE, CPU_OF, SLEEPERS, CPU_SET -> Long.toString(value);
        };
    }
}
