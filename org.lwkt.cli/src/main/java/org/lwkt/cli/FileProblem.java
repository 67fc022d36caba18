// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What is wrong with a file, in words; Java often gives its name alone. */
final class FileProblem {
    private FileProblem() {}

    static String of(IOException problem) {
        return switch (problem) {
            case NoSuchFileException e -> "no such file or directory";
            case AccessDeniedException e -> "permission denied";
            case FileAlreadyExistsException e -> "there is a file of that name";
            case NotDirectoryException e -> "not a directory";
            case DirectoryNotEmptyException e -> "there is a directory of that name";
            case FileSystemLoopException e -> "too many levels of symbolic links";
            case FileSystemException e -> e.getReason() == null ? "unknown reason" : e.getReason();
            default -> problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        };
    }
}
