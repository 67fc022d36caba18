// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.scenario.ResourceSpec;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.ThreadSpec;

/** Named constants for the numbers of threads and resources, for those that bodies refer to. */
final class Constants {
    /** A class file holds so many constants; what is left is referred to by its number. */
    private static final int COUNT_MAX = 2000;

    private final TreeMap<Integer, Declared> threads = new TreeMap<>();
    private final TreeMap<Integer, Declared> resources = new TreeMap<>();
    private final Set<String> taken = new HashSet<>();
    private int used;

    /** What begins at a number. */
    private static final class Declared {
        final String name;
        final int size;
        String constant;

        Declared(String name, int size) {
            this.name = name;
            this.size = size;
        }
    }

    Constants(Scenario scenario) {
        for (Opcode opcode : Opcode.values()) {
            taken.add(opcode.name());
        }
        int number = 0;
        for (ThreadSpec thread : scenario.threads()) {
            threads.put(number, new Declared(thread.name(), thread.threads()));
            number += thread.threads();
        }
        number = 0;
        for (ResourceSpec resource : scenario.resources()) {
            resources.put(number, new Declared(resource.name(), resource.resources()));
            number += resource.resources();
        }
    }

    String thread(long number) {
        return reference(threads, number, "_THREAD");
    }

    String resource(long number) {
        return reference(resources, number, "_RESOURCE");
    }

    private String reference(TreeMap<Integer, Declared> all, long number, String suffix) {
        var entry = number < 0 || number > Integer.MAX_VALUE ? null : all.floorEntry((int) number);
        if (entry == null || number - entry.getKey() >= entry.getValue().size) {
            return String.valueOf(number);
        }
        Declared declared = entry.getValue();
        if (declared.constant == null) {
            if (used == COUNT_MAX) {
                return String.valueOf(number);
            }
            used++;
            declared.constant = unique(declared.name.toUpperCase(Locale.ROOT), suffix);
        }
        long offset = number - entry.getKey();
        return offset == 0 ? declared.constant : declared.constant + " + " + offset;
    }

    private String unique(String name, String suffix) {
        String candidate = name;
        for (int i = 1; !taken.add(candidate); i++) {
            candidate = name + suffix + (i == 1 ? "" : "_" + i);
        }
        return candidate;
    }

    /** {@code private static final int NIC = 1;}, those of threads first. */
    List<String> declarations() {
        List<String> lines = new ArrayList<>();
        for (TreeMap<Integer, Declared> all : List.of(threads, resources)) {
            all.forEach((number, declared) -> {
                if (declared.constant != null) {
                    lines.add("private static final int " + declared.constant + " = " + number + ";");
                }
            });
        }
        return lines;
    }
}
