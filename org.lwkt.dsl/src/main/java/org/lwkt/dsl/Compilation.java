// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lwkt.dsl.generator.JavaGenerator;
import org.lwkt.dsl.lowering.LoweringException;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.Sweep;

/** What became of one file. Get one from {@link LwktCompiler}. */
public final class Compilation {
    private final String fileName;
    private final List<Diagnostic> diagnostics;
    private final List<Sweep> sweeps;
    private final LwktFile file;
    private final JavaGenerator generator;
    private final Throwable defect;

    private Compilation(
            String fileName,
            List<Diagnostic> diagnostics,
            List<Sweep> sweeps,
            LwktFile file,
            JavaGenerator generator,
            Throwable defect) {
        this.fileName = fileName;
        this.diagnostics = List.copyOf(diagnostics);
        this.sweeps = List.copyOf(sweeps);
        this.file = file;
        this.generator = generator;
        this.defect = defect;
    }

    static Compilation failed(String fileName, List<Diagnostic> diagnostics) {
        return new Compilation(fileName, diagnostics, List.of(), null, null, null);
    }

    static Compilation broken(String fileName, Diagnostic diagnostic, Throwable defect) {
        return new Compilation(fileName, List.of(diagnostic), List.of(), null, null, defect);
    }

    static Compilation succeeded(
            String fileName, List<Diagnostic> diagnostics, List<Sweep> sweeps, LwktFile file, JavaGenerator generator) {
        return new Compilation(fileName, diagnostics, sweeps, file, generator, null);
    }

    /** The name that the caller gave. */
    public String fileName() {
        return fileName;
    }

    /** By place. Of very many only the first are kept, errors before others, and a last one says how many more there are. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Whether the file can be run. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** The scenarios with all their runs, in source order; none where there are errors. */
    public List<Sweep> sweeps() {
        return sweeps;
    }

    /** The scenarios without parameters, which have a single run, in source order; none where there are errors. */
    public List<Scenario> scenarios() {
        return sweeps.stream()
                .filter(it -> it.parameters().isEmpty())
                .map(it -> it.scenario(0))
                .toList();
    }

    /** Why there is no Java for a part of the file. */
    public Optional<String> javaProblem() {
        return sweeps.stream()
                .filter(it -> it.size() > JavaGenerator.RUNS_MAX)
                .map(it -> "scenario \"" + it.name() + "\" has " + it.size() + " runs: Java is generated for at most "
                        + JavaGenerator.RUNS_MAX)
                .findFirst();
    }

    /** The Java of the file, as paths below the source root and texts; none where there are errors. */
    public Map<String, String> javaSources() {
        return javaSources(JavaOptions.DEFAULT);
    }

    /**
     * As {@link #javaSources()}, with other options.
     */
    public Map<String, String> javaSources(JavaOptions options) {
        if (file == null) {
            return Map.of();
        }
        try {
            return generator.generate(
                    file,
                    fileName,
                    options.packageName().orElseGet(() -> JavaGenerator.packageOf(file)),
                    options.junit());
        } catch (LoweringException impossible) {
            throw new IllegalStateException("a file that was lowered before has errors", impossible);
        }
    }

    /** Where the compiler itself failed: the reason, for a report. There is a diagnostic too. */
    public Optional<Throwable> defect() {
        return Optional.ofNullable(defect);
    }
}
