// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** File names with {@code *}, {@code **}, {@code ?}, {@code [...]} and {@code {a,b}}, for shells that leave them as they are. */
final class Glob {
    private static final String SIGNS = "*?[{";

    private Glob() {}

    static boolean isGlob(String argument) {
        return firstSign(argument) >= 0;
    }

    private static int firstSign(String argument) {
        for (int at = 0; at < argument.length(); at++) {
            if (SIGNS.indexOf(argument.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    /** The files that match, sorted. */
    static List<Path> files(String pattern) throws IOException {
        int slash = pattern.lastIndexOf('/', firstSign(pattern));
        String start = slash < 0 ? "" : pattern.substring(0, slash + 1);
        String rest = pattern.substring(slash + 1);
        Path root = Path.of(start);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
            return FileTree.files(root, depth(rest), file -> matcher.matches(root.relativize(file)));
        } catch (PatternSyntaxException e) {
            throw new IOException("not a pattern: " + e.getDescription(), e);
        }
    }

    /** How deep a match can lie, so that {@code *.lwkt} does not look through all that is below. */
    private static int depth(String pattern) {
        int depth = 1;
        for (int at = 0; at < pattern.length(); at++) {
            depth += pattern.charAt(at) == '/' ? 1 : 0;
        }
        return pattern.contains("**") ? Integer.MAX_VALUE : depth;
    }
}
