// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.List;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.program.Expr;

/**
 * Random numbers of thread bodies. Each thread has a stream of its own for durations and another for choices, so that one
 * more draw somewhere changes nothing elsewhere. {@code StrictMath}: the same on every platform.
 */
final class Draws {
    private static final double UNIT = 0x1.0p-53;

    private final long seed;

    Draws(long seed) {
        this.seed = seed;
    }

    /** 0 to {@code count - 1}, each as likely as the others. */
    long choice(SimThread thread, int count) {
        if (thread.choices == null) {
            thread.choices = new RandomStream(seed, "choices", thread.index);
        }
        return thread.choices.upTo(count - 1L);
    }

    long duration(GlobalData gd, Activation activation, Expr.Draw draw, Evaluator evaluator) {
        SimThread thread = activation.owner();
        if (thread.durations == null) {
            thread.durations = new RandomStream(seed, "durations", thread.index);
        }
        RandomStream stream = thread.durations;
        List<Expr> parameters = draw.parameters();
        return switch (draw.distribution()) {
            case UNIFORM -> {
                long least = evaluator.value(gd, activation, parameters.get(0));
                long most = evaluator.value(gd, activation, parameters.get(1));
                if (least < 0 || most < least) {
                    throw new ScriptError("uniform: not a range of times: " + least + " .. " + most);
                }
                yield least + stream.upTo(most - least);
            }
            case EXPONENTIAL -> {
                long mean = evaluator.value(gd, activation, parameters.get(0));
                requireTime("exponential", mean);
                yield rounded(-mean * StrictMath.log(1 - unit(stream)));
            }
            case NORMAL -> {
                long mean = evaluator.value(gd, activation, parameters.get(0));
                long deviation = evaluator.value(gd, activation, parameters.get(1));
                requireTime("normal", mean);
                requireTime("normal", deviation);
                yield rounded(mean + deviation * gaussian(stream));
            }
            case ONE_OF -> evaluator.value(gd, activation, parameters.get((int) stream.upTo(parameters.size() - 1L)));
        };
    }

    private static void requireTime(String distribution, long value) {
        if (value < 0) {
            throw new ScriptError(distribution + ": not a time: " + value);
        }
    }

    private static long rounded(double value) {
        return Math.max(0, Math.round(value));
    }

    /** 0 included, 1 not. */
    private static double unit(RandomStream stream) {
        return (stream.next() >>> 11) * UNIT;
    }

    /** By Box and Muller, from two numbers. */
    private static double gaussian(RandomStream stream) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit(stream)));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit(stream));
    }
}
