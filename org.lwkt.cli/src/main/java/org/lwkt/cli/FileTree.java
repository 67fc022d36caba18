// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/** The files below a directory, in the order of their names. */
final class FileTree {
    private FileTree() {}

    /**
     * Hidden directories are left out; symbolic links are followed, but not in a circle.
     *
     * @param depth of directories to look into, the first one counted
     */
    static List<Path> files(Path directory, int depth, Predicate<Path> wanted) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                boolean hidden = !visited.equals(directory) && isHidden(visited);
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (wanted.test(file) && Files.isRegularFile(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                if (problem instanceof FileSystemLoopException) {
                    return FileVisitResult.CONTINUE;
                }
                throw problem;
            }
        });
        Collections.sort(files);
        return files;
    }

    private static boolean isHidden(Path directory) {
        Path name = directory.getFileName();
        return name != null && name.toString().startsWith(".");
    }
}
