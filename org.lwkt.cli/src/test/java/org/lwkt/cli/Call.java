// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.lwkt.report.text.TextStyle;

/** One call of the tool inside this process, with its streams caught. */
final class Call {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private List<Subcommand> commands = Main.commands();
    private InputStream in = InputStream.nullInputStream();
    private OutputStream sink = out;
    private BooleanSupplier cancelled = () -> false;
    private Supplier<Language> language = () -> {
        throw new AssertionError("this command must not load the language");
    };
    private Path defectDirectory = Path.of(System.getProperty("java.io.tmpdir"));
    private ExitStatus status;

    Call commands(Subcommand... only) {
        commands = List.of(only);
        return this;
    }

    Call in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    Call in(byte[] bytes) {
        in = new ByteArrayInputStream(bytes);
        return this;
    }

    Call outTo(OutputStream stream) {
        sink = stream;
        return this;
    }

    Call cancelled(BooleanSupplier signal) {
        cancelled = signal;
        return this;
    }

    Call language(Supplier<Language> loader) {
        language = loader;
        return this;
    }

    Call defectDirectory(Path directory) {
        defectDirectory = directory;
        return this;
    }

    Call lwkt(Object... arguments) {
        String[] words = new String[arguments.length];
        for (int at = 0; at < words.length; at++) {
            words[at] = arguments[at].toString();
        }
        Console console = new Console(in, sink, err, TextStyle.PLAIN, false);
        status = new Main(commands, defectDirectory).run(console, cancelled, language, words);
        return this;
    }

    int status() {
        return status.code();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
