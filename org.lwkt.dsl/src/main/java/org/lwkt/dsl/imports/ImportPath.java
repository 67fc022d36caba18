// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.imports;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;

/**
 * The text of an import: {@code ../common/tokens.lwkt}, or {@code classpath:/org/acme/tokens.lwkt}. Neither can name a place
 * in a network or another one than the user would look for.
 *
 * @param uri relative, or of the class path; {@code null} where there is a problem
 * @param problem why the text names no file, or {@code null}
 */
record ImportPath(URI uri, String problem) {
    static final String ENDING = ".lwkt";
    static final String CLASS_PATH = "classpath:/";
    /** More than one letter, or it is a drive. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    static ImportPath parse(String text) {
        boolean onClassPath = text.startsWith(CLASS_PATH);
        String path = onClassPath ? text.substring(CLASS_PATH.length()) : text;
        String problem = problem(path, onClassPath);
        if (problem != null) {
            return new ImportPath(null, problem);
        }
        String encoded = Arrays.stream(path.split("/"))
                .map(segment -> URI.encodeSegment(segment, false))
                .collect(Collectors.joining("/"));
        return new ImportPath(URI.createURI(onClassPath ? CLASS_PATH + encoded : "./" + encoded), null);
    }

    private static String problem(String path, boolean onClassPath) {
        if (path.isBlank()) {
            return "an import needs the path of a file, such as \"../common/tokens.lwkt\"";
        }
        if (path.indexOf('\\') >= 0) {
            return "the parts of a path are separated by '/' on every system";
        }
        if (SCHEME.matcher(path).matches()) {
            return "an import is a path relative to this file or begins with classpath:/, and no address";
        }
        if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
            return onClassPath
                    ? "behind classpath:/ comes a path, such as classpath:/common/tokens.lwkt"
                    : "an import is a path relative to this file, which '" + path + "' is not";
        }
        if (path.chars().anyMatch(c -> c < ' ')) {
            return "a path is one line without tabs";
        }
        return path.endsWith(ENDING) ? null : "only " + ENDING + " files can be imported";
    }
}
