// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;

/**
 * One operation that a script may name.
 *
 * @param form one word for each argument, see {@link ArgumentForm}; {@code options} and what ends in {@code ...} stands for
 *     all arguments that follow
 * @param factory makes the object that runs it; null for {@code poll}
 */
record Operation(String form, Factory factory) {
    /** Makes a kernel call and answers what it answers. */
    @FunctionalInterface
    interface Call {
        Flow run(GlobalData gd, LwktThread td, Arguments arguments);
    }

    /** Does something that suspends nobody. */
    @FunctionalInterface
    interface Action {
        void run(GlobalData gd, LwktThread td, Arguments arguments);
    }

    /** What an operation answers, asked when it is complete. */
    @FunctionalInterface
    interface Answer {
        Object of(GlobalData gd, LwktThread td, Arguments arguments);
    }

    /** Makes the object that runs the operation. */
    @FunctionalInterface
    interface Factory {
        OperationCall make(List<String> words, Replay replay);
    }

    static final Answer NONE = (gd, td, arguments) -> null;
    /** 0 or an errno, or another number that the kernel call answered. */
    static final Answer RESULT = (gd, td, arguments) -> td.result();

    static Operation call(String form, Call call) {
        return call(form, call, NONE);
    }

    static Operation call(String form, Call call, Answer answer) {
        return new Operation(form, (words, replay) -> {
            Arguments arguments = new Arguments(words, replay);
            return new OperationCall(words.get(0), replay) {
                @Override
                Flow step(int number, GlobalData gd, LwktThread td) {
                    if (number > 0) {
                        return complete(td, answer.of(gd, td, arguments));
                    }
                    then(gd, 1);
                    return call.run(gd, td, arguments);
                }
            };
        });
    }

    static Operation action(String form, Action action) {
        return call(form, (gd, td, arguments) -> {
            action.run(gd, td, arguments);
            return Flow.RETURN;
        });
    }

    static Operation answer(String form, Answer answer) {
        return call(form, (gd, td, arguments) -> Flow.RETURN, answer);
    }

    /** The words of {@link #form}. */
    String[] kinds() {
        return form.isEmpty() ? new String[0] : form.split(" ");
    }
}
