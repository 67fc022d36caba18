// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A vector as it stands in a file.
 *
 * @param variables the kernel variables that it sets, by name
 * @param header the lines up to and including {@code begin}
 * @param commands the script, without {@code end}
 * @param lines the whole file
 */
public record Vector(
        String name,
        String fileName,
        int ncpus,
        Map<String, Long> variables,
        List<String> header,
        List<Command> commands,
        List<String> lines) {
    public Vector {
        // In the order of the file, which Map.copyOf would not keep.
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        header = List.copyOf(header);
        commands = List.copyOf(commands);
        lines = List.copyOf(lines);
    }
}
