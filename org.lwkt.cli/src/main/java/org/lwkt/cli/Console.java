// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.lwkt.report.text.TextStyle;

/**
 * Standard input, output and error of one call, in UTF-8 whatever the locale. A message comes after all output that was
 * printed before it. Safe for use by several threads.
 */
final class Console {
    private static final int BUFFER = 1 << 16;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;
    private final TextStyle outStyle;
    private final boolean errTerminal;
    private boolean progressShown;

    /** @param errTerminal whether a person watches standard error, so that progress is worth showing */
    Console(InputStream in, OutputStream out, OutputStream err, TextStyle outStyle, boolean errTerminal) {
        this.in = in;
        this.out = new BufferedOutputStream(out, BUFFER);
        this.err = err;
        this.outStyle = outStyle;
        this.errTerminal = errTerminal;
    }

    /** That of this process. */
    static Console ofProcess() {
        boolean outTerminal = Terminals.isTerminal(1);
        boolean colour = outTerminal && Terminals.wantsColour(System.getenv());
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                new TextStyle(outTerminal && Terminals.showsUnicode(System.getenv()), colour),
                Terminals.isTerminal(2));
    }

    InputStream in() {
        return in;
    }

    /** What standard output can show. */
    TextStyle outStyle() {
        return outStyle;
    }

    /** Whether progress is shown at all. */
    boolean showsProgress() {
        return errTerminal;
    }

    /** Prints to standard output, as it is. */
    synchronized void print(String text) {
        eraseProgress();
        try {
            out.write(bytes(text));
        } catch (IOException e) {
            throw new OutputClosedException(e);
        }
    }

    void println(String line) {
        print(line + "\n");
    }

    synchronized void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new OutputClosedException(e);
        }
    }

    /** Prints lines to standard error, as they are. */
    synchronized void error(String lines) {
        eraseProgress();
        try {
            out.flush();
        } catch (IOException e) {
            // What could not be written is kept: the next one who prints hears of it.
        }
        write(lines + "\n");
    }

    /** A message of the tool itself. */
    void message(String text) {
        error("lwkt: " + text);
    }

    /** Shows a passing line on standard error, in place of the one before. */
    synchronized void progress(String line) {
        if (errTerminal) {
            write(ERASE_LINE + line);
            progressShown = true;
        }
    }

    synchronized void eraseProgress() {
        if (progressShown) {
            write(ERASE_LINE);
            progressShown = false;
        }
    }

    private void write(String text) {
        try {
            err.write(bytes(text));
            err.flush();
        } catch (IOException e) {
            // There is nowhere left to say it.
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
