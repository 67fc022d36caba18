// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lwkt.dsl.Compilation;
import org.lwkt.dsl.JavaOptions;
import org.lwkt.dsl.LwktCompiler;
import org.lwkt.dsl.diagnostics.WarningLevels;
import org.lwkt.runtime.source.SourcePosition;

/** The real language. The one class that refers to it, so that only who creates one loads Xtext. */
final class XtextLanguage implements Language {
    private LwktCompiler compiler;
    private Map<String, WarningLevels.Level> levels = Map.of();

    @Override
    public void lookIn(ClassLoader classPath) {
        compiler = LwktCompiler.create(classPath);
        compiler.warnings(levels);
    }

    @Override
    public List<String> warningCodes() {
        return WarningLevels.CODES;
    }

    @Override
    public List<String> warningLevels() {
        return Arrays.stream(WarningLevels.Level.values())
                .map(WarningLevels.Level::word)
                .toList();
    }

    @Override
    public void warnings(Map<String, String> wanted) {
        Map<String, WarningLevels.Level> converted = new HashMap<>();
        wanted.forEach((code, level) ->
                converted.put(code, WarningLevels.Level.named(level).orElseThrow()));
        levels = converted;
        compiler().warnings(levels);
    }

    private LwktCompiler compiler() {
        if (compiler == null) {
            compiler = LwktCompiler.create();
        }
        return compiler;
    }

    @Override
    public Checked check(Input input, byte[] content) {
        Compilation compilation = compiler().compile(input.name(), input.place(), content);
        return new Checked(
                converted(compilation.diagnostics()),
                compilation.sweeps(),
                (packageName, junit) -> generate(compilation, packageName, junit),
                compilation.defect());
    }

    @Override
    public Formatted format(Input input, byte[] content) {
        org.lwkt.dsl.Formatted formatted = compiler().format(input.name(), content);
        return new Formatted(formatted.content(), converted(formatted.problems()), formatted.defect());
    }

    private static List<Diagnostic> converted(List<org.lwkt.dsl.Diagnostic> diagnostics) {
        return diagnostics.stream().map(XtextLanguage::converted).toList();
    }

    private static Diagnostic converted(org.lwkt.dsl.Diagnostic diagnostic) {
        Severity severity = switch (diagnostic.severity()) {
            case ERROR -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            case INFO -> Severity.INFO;
        };
        return new Diagnostic(
                new SourcePosition(diagnostic.file(), diagnostic.line(), diagnostic.column()),
                severity,
                diagnostic.message());
    }

    private static List<GeneratedFile> generate(Compilation compilation, String packageName, boolean junit)
            throws InputException {
        if (compilation.javaProblem().isPresent()) {
            throw new InputException(
                    compilation.fileName(), compilation.javaProblem().get());
        }
        Map<String, String> sources = compilation.javaSources(new JavaOptions(Optional.ofNullable(packageName), junit));
        List<GeneratedFile> files = new ArrayList<>();
        sources.forEach((path, text) -> files.add(new GeneratedFile(path, text)));
        return files;
    }
}
