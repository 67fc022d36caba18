// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

/** A file is no vector. The message says what is wrong, without the place. */
public final class VectorFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String fileName;
    private final int line;

    VectorFormatException(String fileName, int line, String message) {
        super(message);
        this.fileName = fileName;
        this.line = line;
    }

    public String fileName() {
        return fileName;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }
}
