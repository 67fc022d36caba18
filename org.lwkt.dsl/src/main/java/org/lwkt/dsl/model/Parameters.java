// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.List;
import java.util.stream.Collectors;
import org.lwkt.dsl.lwkt.Parameter;

/** What a procedure takes, in words. */
public final class Parameters {
    private Parameters() {}

    /** {@code 2 arguments (t : token, work : time)}, or {@code no arguments}. */
    public static String text(List<Parameter> parameters) {
        if (parameters.isEmpty()) {
            return "no arguments";
        }
        return parameters.size() + (parameters.size() == 1 ? " argument (" : " arguments (") + list(parameters) + ")";
    }

    /** {@code t : token, work : time}. */
    public static String list(List<Parameter> parameters) {
        return parameters.stream()
                .map(it -> it.getName() + " : " + it.getKind())
                .collect(Collectors.joining(", "));
    }
}
