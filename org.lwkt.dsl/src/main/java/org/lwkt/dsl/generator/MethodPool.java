// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The methods of a generated class. Java limits a method to 64 KB and a class to 65,535 constants: a method that is full is
 * continued in another, a class that is full in a nested one.
 */
final class MethodPool {
    static final int STATEMENTS_PER_METHOD = 400;
    private static final int STATEMENTS_PER_CLASS = 4000;
    private static final Pattern PART = Pattern.compile("Part[0-9]+$");

    private final List<JavaMethod> own = new ArrayList<>();
    private final List<ScenarioClass.Part> parts = new ArrayList<>();
    private List<JavaMethod> current = own;
    private String qualifier = "";
    private int continuations;

    JavaMethod create(String name, String parameterType, String parameter, List<String> documentation) {
        // At least one method a class, however long: it is cut elsewhere.
        if (current.stream().mapToInt(JavaMethod::statements).sum() > STATEMENTS_PER_CLASS) {
            ScenarioClass.Part part = new ScenarioClass.Part("Part" + (parts.size() + 1), new ArrayList<>());
            parts.add(part);
            current = part.methods();
            qualifier = part.name() + ".";
        }
        JavaMethod method = new JavaMethod(name, parameterType, parameter, documentation, qualifier);
        current.add(method);
        return method;
    }

    /** The method in which one that is full goes on. */
    JavaMethod continuationOf(JavaMethod method) {
        continuations++;
        String name = PART.matcher(method.name()).replaceFirst("") + "Part" + continuations;
        return create(
                name,
                method.parameterType(),
                method.parameterType().equals("ScenarioBuilder") ? "scenario" : "body",
                List.of());
    }

    List<JavaMethod> own() {
        return own;
    }

    List<ScenarioClass.Part> parts() {
        return parts;
    }
}
