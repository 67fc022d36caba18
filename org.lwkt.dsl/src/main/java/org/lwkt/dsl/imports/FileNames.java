// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.imports;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.emf.common.util.URI;

/** How files are called that somebody imports: as seen from where the user calls the importing one by its name. */
public final class FileNames {
    private static final String UP = "..";

    private FileNames() {}

    /**
     * {@code examples/common/tokens.lwkt}, where {@code examples/a.lwkt} imports {@code common/tokens.lwkt}.
     *
     * @param importerName of the file at {@code importer}, with whatever separators
     */
    public static String of(URI file, URI importer, String importerName) {
        URI relative = file.deresolve(importer, true, true, false);
        if (!relative.isRelative()) {
            return URI.decode(file.toString());
        }
        String separator = importerName.indexOf('/') < 0 && importerName.indexOf('\\') >= 0 ? "\\" : "/";
        String normal = importerName.replace('\\', '/');
        int folder = normal.lastIndexOf('/') + 1;
        return normalized(normal.substring(0, folder) + URI.decode(relative.toString()))
                .replace("/", separator);
    }

    private static String normalized(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            boolean goesBack = part.equals(UP)
                    && !parts.isEmpty()
                    && !parts.getLast().equals(UP)
                    && !parts.getLast().isEmpty();
            if (goesBack) {
                parts.removeLast();
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
