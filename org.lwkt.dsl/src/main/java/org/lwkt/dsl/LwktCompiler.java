// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.diagnostics.WarningLevels;
import org.lwkt.dsl.formatting2.SourceFormatter;
import org.lwkt.dsl.generator.JavaGenerator;
import org.lwkt.dsl.lowering.Lowering;
import org.lwkt.dsl.lowering.LoweringException;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.runtime.scenario.Sweep;

/**
 * The language without Xtext in sight: a file's name and content go in, diagnostics, scenarios and Java come out. What the
 * file imports is read from the disk. No input makes it throw. Creating one costs much more than compiling a file; it keeps
 * nothing of the files it compiled. For one thread at a time.
 */
public final class LwktCompiler {
    /** The name inside Xtext; users never see it. */
    private static final URI INPUT = URI.createURI("memory:/input.lwkt");

    /** A comment next to a semicolon takes a second pass: it is the semicolon's first, and then the next statement's. */
    private static final int FORMAT_PASSES = 3;

    private static final Pattern LINE_END = Pattern.compile("\r?\n");

    @Inject
    private Provider<XtextResourceSet> resourceSets;

    @Inject
    private IResourceFactory factory;

    @Inject
    private IResourceValidator validator;

    @Inject
    private Lowering lowering;

    @Inject
    private JavaGenerator generator;

    @Inject
    private SourceFormatter formatter;

    @Inject
    private WarningLevels levels;

    private final ClassLoader classPath;

    private LwktCompiler(ClassLoader classPath) {
        this.classPath = classPath;
    }

    /** Looks for {@code classpath:/} imports where this class is from. */
    public static LwktCompiler create() {
        return create(LwktCompiler.class.getClassLoader());
    }

    /** @param classPath where {@code classpath:/} imports are looked for */
    public static LwktCompiler create(ClassLoader classPath) {
        LwktCompiler compiler = new LwktCompiler(classPath);
        new LwktStandaloneSetup().createInjectorAndDoEMFRegistration().injectMembers(compiler);
        return compiler;
    }

    /** How much warnings matter in what is compiled from now on, by their codes; those that are left out are warnings. */
    public void warnings(Map<String, WarningLevels.Level> wanted) {
        levels.set(wanted);
    }

    /**
     * Compiles a file.
     *
     * @param fileName as it shall appear in diagnostics and results
     * @param place where it is, or would be: relative imports start from there
     * @param content in UTF-8, with or without a byte-order mark
     */
    public Compilation compile(String fileName, Path place, byte[] content) {
        URI uri = URI.createFileURI(place.toAbsolutePath().normalize().toString());
        return compile(fileName, uri, content);
    }

    /** As {@link #compile(String, Path, byte[])}, for what is no file: it can import from the class path alone. */
    public Compilation compile(String fileName, byte[] content) {
        return compile(fileName, INPUT, content);
    }

    /** As {@link #compile(String, byte[])}, for a text that is at hand. */
    public Compilation compile(String fileName, String text) {
        return compileText(fileName, INPUT, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private Compilation compile(String fileName, URI uri, byte[] content) {
        SourceBytes source = SourceBytes.decode(fileName, content);
        return source.problem() != null
                ? Compilation.failed(fileName, List.of(source.problem()))
                : compileText(fileName, uri, source.text());
    }

    /**
     * The file in the layout of the formatter. Names and types are not looked at: only syntax errors stand in its way.
     *
     * @param fileName as it shall appear in diagnostics
     * @param content in UTF-8, with or without a byte-order mark
     */
    public Formatted format(String fileName, byte[] content) {
        SourceBytes source = SourceBytes.decode(fileName, content);
        if (source.problem() != null) {
            return Formatted.refused(List.of(source.problem()));
        }
        try {
            boolean windows = LINE_END.matcher(source.text()).results().findFirst().stream()
                    .anyMatch(it -> it.group().equals("\r\n"));
            Optional<String> formatted = formatText(source.text().replace("\r\n", "\n"));
            if (formatted.isEmpty()) {
                return Formatted.refused(errorsOf(compileText(fileName, INPUT, source.text())));
            }
            return Formatted.as(source.encode(windows ? formatted.get().replace("\n", "\r\n") : formatted.get()));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError defect) {
            return Formatted.broken(internal(fileName, "the formatter", defect), defect);
        }
    }

    /** Empty where there are syntax errors. */
    private Optional<String> formatText(String text) throws IOException {
        String formatted = text;
        for (int pass = 0; pass < FORMAT_PASSES; pass++) {
            XtextResource resource = load(INPUT, formatted);
            if (!resource.getErrors().isEmpty()) {
                return Optional.empty();
            }
            String before = formatted;
            formatted = formatter.format(resource);
            if (formatted.equals(before)) {
                break;
            }
        }
        return Optional.of(formatted);
    }

    /** Where the file is plays no part for its layout, and so neither does what it imports. */
    private static List<Diagnostic> errorsOf(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(it -> it.isError() && !it.code().equals(IssueCodes.IMPORT))
                .toList();
    }

    private Compilation compileText(String fileName, URI uri, String text) {
        try {
            return compileGuarded(fileName, uri, text);
        } catch (IOException | LoweringException | RuntimeException | StackOverflowError | OutOfMemoryError defect) {
            return Compilation.broken(fileName, internal(fileName, "the compiler", defect), defect);
        }
    }

    private static Diagnostic internal(String fileName, String part, Throwable defect) {
        String message = part + " failed on this file, which is a defect of its own: " + defect;
        return new Diagnostic(Severity.ERROR, fileName, 1, 1, 1, 1, message, IssueCodes.INTERNAL);
    }

    private Compilation compileGuarded(String fileName, URI uri, String text) throws IOException, LoweringException {
        XtextResource resource = load(uri, text);
        List<Diagnostic> found = new ArrayList<>();
        for (Issue issue : validator.validate(resource, CheckMode.ALL, CancelIndicator.NullImpl)) {
            found.add(diagnostic(fileName, issue));
        }
        List<Diagnostic> diagnostics = DiagnosticList.of(found);
        if (found.stream().anyMatch(Diagnostic::isError)) {
            return Compilation.failed(fileName, diagnostics);
        }
        LwktFile file = rootOf(resource);
        List<Sweep> scenarios = lowering.lower(file, fileName);
        return Compilation.succeeded(fileName, diagnostics, scenarios, file, generator);
    }

    private XtextResource load(URI uri, String text) throws IOException {
        XtextResourceSet files = resourceSets.get();
        files.setClasspathURIContext(classPath);
        files.getLoadOptions().put(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name());
        XtextResource resource = (XtextResource) factory.createResource(uri);
        files.getResources().add(resource);
        // With a line end behind the last token, what is missing at the end of the file is reported behind that token.
        String content = text.endsWith("\n") ? text : text + "\n";
        resource.load(
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
        return resource;
    }

    private static LwktFile rootOf(XtextResource resource) {
        List<EObject> contents = resource.getContents();
        return (LwktFile) contents.get(0);
    }

    private static Diagnostic diagnostic(String fileName, Issue issue) {
        int line = orOne(issue.getLineNumber());
        int column = orOne(issue.getColumn());
        int endLine = issue.getLineNumberEnd() == null ? line : issue.getLineNumberEnd();
        int endColumn = issue.getColumnEnd() == null ? column : issue.getColumnEnd();
        Severity severity = switch (issue.getSeverity()) {
            case ERROR -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            default -> Severity.INFO;
        };
        return new Diagnostic(
                severity,
                fileName,
                line,
                column,
                endLine,
                endColumn,
                issue.getMessage(),
                String.valueOf(issue.getCode()));
    }

    private static int orOne(Integer number) {
        return number == null || number < 1 ? 1 : number;
    }
}
