// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

/** From what an {@link Expr.Draw} draws; times are nanoseconds, results are rounded to whole ones and never negative. */
public enum Distribution {
    /** Parameters: least, most; both included. */
    UNIFORM(2),
    /** Parameter: the mean. */
    EXPONENTIAL(1),
    /** Parameters: mean, standard deviation. */
    NORMAL(2),
    /** Parameters: the values, each as likely as the others; only the drawn one is evaluated. */
    ONE_OF(-1);

    private final int parameters;

    Distribution(int parameters) {
        this.parameters = parameters;
    }

    /** How many parameters it takes; -1: one or more. */
    public int parameters() {
        return parameters;
    }
}
