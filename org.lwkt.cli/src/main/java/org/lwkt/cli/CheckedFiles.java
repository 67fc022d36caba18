// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks files one after the other and prints what is wrong with them. */
final class CheckedFiles {
    private final Session session;
    private final List<File> good = new ArrayList<>();
    private int files;
    private int errors;
    private int warnings;

    /** A file without errors. */
    record File(Input input, Language.Checked checked) {}

    private CheckedFiles(Session session) {
        this.session = session;
    }

    static CheckedFiles of(List<Input> inputs, Optional<ClassLoader> classPath, Session session) {
        CheckedFiles checked = new CheckedFiles(session);
        if (!inputs.isEmpty()) {
            classPath.ifPresent(it -> session.language().get().lookIn(it));
        }
        try (Progress progress = new Progress(session.console())) {
            int begun = 0;
            for (Input input : inputs) {
                if (session.cancelled().getAsBoolean()) {
                    session.verdict().add(ExitStatus.STOPPED);
                    break;
                }
                progress.now("checking file " + ++begun + " of " + inputs.size());
                checked.add(input);
            }
        }
        return checked;
    }

    private void add(Input input) {
        try {
            byte[] content = input.read(session.console());
            Language.Checked checked = session.language().get().check(input, content);
            files++;
            print(checked.diagnostics());
            checked.defect().ifPresent(session::defect);
            if (checked.hasErrors()) {
                session.verdict().add(ExitStatus.BAD_INPUT);
            } else {
                good.add(new File(input, checked));
            }
        } catch (InputException e) {
            session.reject(e);
            errors++;
        }
    }

    private void print(List<Language.Diagnostic> diagnostics) {
        for (Language.Diagnostic diagnostic : diagnostics) {
            switch (diagnostic.severity()) {
                case ERROR -> errors++;
                case WARNING -> warnings++;
                case INFO -> {}
            }
        }
        if (!diagnostics.isEmpty()) {
            session.console().error(DiagnosticLines.of(diagnostics));
        }
    }

    List<File> good() {
        return good;
    }

    String summary() {
        return Counted.of(files, "file", "files") + " checked, " + Counted.of(errors, "error", "errors") + ", "
                + Counted.of(warnings, "warning", "warnings");
    }
}
