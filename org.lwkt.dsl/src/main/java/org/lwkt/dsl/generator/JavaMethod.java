// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.util.ArrayList;
import java.util.List;

/** A method under construction: takes a builder and tells it a part of the scenario. */
final class JavaMethod {
    private final String name;
    private final String parameterType;
    private final String parameter;
    private final List<String> documentation;
    private final String qualifier;
    private final List<String> lines = new ArrayList<>();
    private int statements;

    /** @param qualifier what a caller from another class puts before the name: empty, or the part's name and a dot */
    JavaMethod(String name, String parameterType, String parameter, List<String> documentation, String qualifier) {
        this.name = name;
        this.parameterType = parameterType;
        this.parameter = parameter;
        this.documentation = documentation;
        this.qualifier = qualifier;
    }

    String name() {
        return name;
    }

    String parameterType() {
        return parameterType;
    }

    String parameter() {
        return parameter;
    }

    /** Lines of the doc comment, already as Java source. */
    List<String> documentation() {
        return documentation;
    }

    String qualifiedName() {
        return qualifier + name;
    }

    /** The body, indented from the beginning of the body. */
    List<String> lines() {
        return lines;
    }

    int statements() {
        return statements;
    }

    void add(int depth, String line) {
        lines.add("    ".repeat(depth) + line);
    }

    void countStatements(int count) {
        statements += count;
    }
}
