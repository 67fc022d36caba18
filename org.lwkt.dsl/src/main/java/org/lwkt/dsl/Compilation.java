// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lwkt.dsl.generator.JavaGenerator;
import org.lwkt.dsl.lowering.LoweringException;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.runtime.scenario.Scenario;

/** What became of one file. Get one from {@link LwktCompiler}. */
public final class Compilation {
    private final String fileName;
    private final List<Diagnostic> diagnostics;
    private final List<Scenario> scenarios;
    private final LwktFile file;
    private final JavaGenerator generator;
    private final Throwable defect;

    private Compilation(
            String fileName,
            List<Diagnostic> diagnostics,
            List<Scenario> scenarios,
            LwktFile file,
            JavaGenerator generator,
            Throwable defect) {
        this.fileName = fileName;
        this.diagnostics = List.copyOf(diagnostics);
        this.scenarios = List.copyOf(scenarios);
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
            String fileName,
            List<Diagnostic> diagnostics,
            List<Scenario> scenarios,
            LwktFile file,
            JavaGenerator generator) {
        return new Compilation(fileName, diagnostics, scenarios, file, generator, null);
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

    /** In source order; none where there are errors. */
    public List<Scenario> scenarios() {
        return scenarios;
    }

    /** The Java of the file, as paths below the source root and texts; none where there are errors. */
    public Map<String, String> javaSources() {
        return file == null ? Map.of() : javaSources(JavaGenerator.packageOf(file));
    }

    /**
     * As {@link #javaSources()}, but in another package than the file says.
     *
     * @param packageName empty for none
     */
    public Map<String, String> javaSources(String packageName) {
        if (file == null) {
            return Map.of();
        }
        try {
            return generator.generate(file, fileName, packageName);
        } catch (LoweringException impossible) {
            throw new IllegalStateException("a file that was lowered before has errors", impossible);
        }
    }

    /** Where the compiler itself failed: the reason, for a report. There is a diagnostic too. */
    public Optional<Throwable> defect() {
        return Optional.ofNullable(defect);
    }
}
