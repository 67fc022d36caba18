// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.lwkt.dsl.Compilation;
import org.lwkt.dsl.LwktCompiler;
import org.lwkt.dsl.LwktStandaloneSetup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a file of 10,000 lines costs: all of it from text to scenarios, and one edit in an editor. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 7, time = 1)
@State(Scope.Thread)
public class LanguageBenchmarks {
    private static final int LINES = 10_000;

    private final String text = LanguageLoads.file(LINES);
    private final LwktCompiler compiler = LwktCompiler.create();
    private IResourceValidator validator;
    private XtextResource open;
    private int digit;
    private boolean edited;

    @Setup
    public void openInAnEditor() throws IOException {
        Injector language = new LwktStandaloneSetup().createInjectorAndDoEMFRegistration();
        validator = language.getInstance(IResourceValidator.class);
        open = (XtextResource)
                language.getInstance(XtextResourceSet.class).createResource(URI.createURI("memory:/large.lwkt"));
        open.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map.of());
        validator.validate(open, CheckMode.ALL, CancelIndicator.NullImpl);
        digit = text.indexOf("5ms", text.length() / 2);
    }

    /** An operation is a file that is parsed, linked, validated and lowered. */
    @Benchmark
    public Compilation languageCompile() {
        Compilation compilation = compiler.compile("large.lwkt", text);
        if (compilation.hasErrors()) {
            throw new IllegalStateException(compilation.diagnostics().toString());
        }
        return compilation;
    }

    /** An operation is one character that is typed in the middle of the file, and the whole of it validated again. */
    @Benchmark
    public List<Issue> languageEdit() {
        edited = !edited;
        open.update(digit, 1, edited ? "6" : "5");
        return validator.validate(open, CheckMode.NORMAL_AND_FAST, CancelIndicator.NullImpl);
    }
}
