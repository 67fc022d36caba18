// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lwkt.dsl.Compilation;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.LwktCompiler;
import org.lwkt.dsl.generator.JavaSources;
import org.lwkt.runtime.scenario.ResourceSpec;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.source.SourcePosition;

/** What one file says and another uses. */
final class ImportsTest {
    private static final String COMMON = """
            machine box { cpus 4 ipi latency 3us }
            token unused
            token vm
            channel ready[3]
            """;

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Compilation compile(String name) throws IOException {
        return compile(Compiler.SHARED, name);
    }

    private Compilation compile(LwktCompiler compiler, String name) throws IOException {
        Path file = folder.resolve(name);
        Compilation compilation = compiler.compile(name, file, Files.readAllBytes(file));
        compilation.defect().ifPresent(defect -> {
            throw new AssertionError("the compiler failed on " + name, defect);
        });
        return compilation;
    }

    private List<String> diagnostics(String name) throws IOException {
        return compile(name).diagnostics().stream().map(Object::toString).toList();
    }

    private static String using(String path) {
        return "import \"" + path + "\"\n" + """
                scenario "s" on box {
                    token own
                    thread a on cpu 3 { with token vm { run 1ms }  tsleep ready[2] timeout 1ms  assert not own held }
                    expect count hold(vm) == 1
                }
                """;
    }

    @Test
    void machinesAndResourcesOfAnotherFileAreKnown() throws IOException {
        write("common/tokens.lwkt", COMMON);
        write("a/b.lwkt", using("../common/tokens.lwkt"));
        Compilation compilation = compile("a/b.lwkt");
        assertEquals(List.of(), compilation.diagnostics());
        Scenario scenario = compilation.scenarios().getFirst();
        assertEquals(4, scenario.machine().cpus());
        assertEquals("box", scenario.machine().name());
        assertEquals(
                List.of("vm", "ready", "own"),
                scenario.resources().stream().map(ResourceSpec::name).toList());
        assertEquals(
                new SourcePosition("common/tokens.lwkt", 3, 7),
                scenario.resources().getFirst().position());
        assertTrue(Runner.of(scenario).run().held());
    }

    @Test
    void generatedJavaHoldsWhatItUsesAndRunsTheSame() throws IOException {
        write("common/tokens.lwkt", COMMON);
        write("b.lwkt", using("common/tokens.lwkt"));
        Compilation compilation = compile("b.lwkt");
        assertEquals(1, compilation.javaSources().size());
        String java = compilation.javaSources().values().iterator().next();
        assertTrue(java.contains("at(new SourcePosition(\"common/tokens.lwkt\", 3, 7))"), java);
        assertFalse(java.contains("unused"), java);
        List<String> asJava = JavaSources.results(compilation.javaSources()).stream()
                .map(Result::digest)
                .toList();
        assertEquals(List.of(Runner.of(compilation.scenarios().getFirst()).run().digest()), asJava);
    }

    @Test
    void neighboursDoNotSeeEachOther() throws IOException {
        write("common.lwkt", "package p\n" + COMMON);
        write("a.lwkt", "package p scenario \"s\" on box { thread a { gettoken vm } }");
        assertEquals(
                List.of(
                        "a.lwkt:1:27: error: no machine is called 'box' in this file",
                        "a.lwkt:1:53: error: no token is called 'vm' in this scenario"),
                diagnostics("a.lwkt"));
    }

    @Test
    void whatIsImportedIsNotPassedOn() throws IOException {
        write("c.lwkt", COMMON);
        write(
                "b.lwkt",
                "import \"c.lwkt\" scenario \"b\" on box { thread t { gettoken vm  reltoken vm } } token other");
        write("a.lwkt", "import \"b.lwkt\" scenario \"s\" on box { thread a { gettoken other  reltoken other } }");
        assertEquals(List.of("a.lwkt:1:33: error: no machine is called 'box' here"), diagnostics("a.lwkt"));
    }

    @Test
    void aMachineExtendsOneOfAnotherFile() throws IOException {
        write("common.lwkt", COMMON);
        write("a.lwkt", """
                import "common.lwkt"
                machine small extends box { cpus 2 }
                scenario "s" on small { thread a on cpu 1 { run 1ms } }
                """);
        Compilation compilation = compile("a.lwkt");
        assertEquals(List.of(), compilation.diagnostics());
        assertEquals(2, compilation.scenarios().getFirst().machine().cpus());
        assertEquals(3_000, compilation.scenarios().getFirst().machine().ipiLatencyNs());
    }

    @Test
    void aMisspeltNameIsComparedWithImportedOnes() throws IOException {
        write("common.lwkt", "token vm");
        write("a.lwkt", "import \"common.lwkt\" scenario \"s\" { thread a { gettoken vn } }");
        assertEquals(
                List.of("a.lwkt:1:57: error: no token is called 'vn' in this scenario; did you mean 'vm'?"),
                diagnostics("a.lwkt"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            missing.lwkt                | there is no such file
            common                      | only .lwkt files can be imported
            common.txt                  | only .lwkt files can be imported
            folder.lwkt                 | this is no file
            ''                          | an import needs the path of a file, such as "../common/tokens.lwkt"
            /etc/common.lwkt            | an import is a path relative to this file, which '/etc/common.lwkt' is not
            C:/common.lwkt              | an import is a path relative to this file, which 'C:/common.lwkt' is not
            http://lwkt.org/common.lwkt | an import is a path relative to this file or begins with classpath:/, and no address
            file:/tmp/common.lwkt       | an import is a path relative to this file or begins with classpath:/, and no address
            x\\\\common.lwkt            | the parts of a path are separated by '/' on every system
            classpath:/none.lwkt        | there is no such file on the class path
            classpath:common.lwkt       | an import is a path relative to this file or begins with classpath:/, and no address
            ../../../../../../../../../../../../../../x.lwkt | there is no such file
            """)
    void whatIsNotThereIsReportedAtTheImportAndNothingElseIs(String path, String message) throws IOException {
        Files.createDirectory(folder.resolve("folder.lwkt"));
        write("a.lwkt", using(path));
        assertEquals(List.of("a.lwkt:1:8: error: " + message), diagnostics("a.lwkt"));
    }

    @Test
    void aTextOfNoFileImportsFromTheClassPathAlone() {
        assertEquals(
                List.of("1:8: error: this text is no file: it can import from classpath:/ alone"),
                Compiler.diagnostics(using("common.lwkt")));
    }

    @Test
    void errorsOfTheImportedFileAreReportedAtTheImport() throws IOException {
        write("c.lwkt", "token vm\ntoken vm");
        write("b.lwkt", "import \"c.lwkt\"\ntoken ready[3] machine box { cpus 4 }");
        write("a.lwkt", using("b.lwkt"));
        assertEquals(
                List.of("a.lwkt:1:8: error: this file has errors; the first is in b.lwkt, line 1:"
                        + " this file has errors; the first is in c.lwkt, line 2:"
                        + " 'vm' is declared twice: the first is in line 1"),
                diagnostics("a.lwkt"));
    }

    @Test
    void syntaxErrorsOfTheImportedFileAreReportedAtTheImport() throws IOException {
        write("b.lwkt", "machine box {\n cpus }");
        write("a.lwkt", using("b.lwkt"));
        assertEquals(
                List.of("a.lwkt:1:8: error: this file has errors; the first is in b.lwkt, line 2:"
                        + " expected a whole number after 'cpus', not '}'"),
                diagnostics("a.lwkt"));
    }

    @Test
    void aCircleIsReportedAtEachImportOfItAndCompilationEnds() throws IOException {
        write("a.lwkt", "import \"b.lwkt\" token a");
        write("b.lwkt", "import \"sub/c.lwkt\" token b");
        write("sub/c.lwkt", "import \"../a.lwkt\" token c");
        write("d.lwkt", "import \"a.lwkt\" scenario \"s\" { thread t { gettoken a  reltoken a } }");
        assertEquals(
                "a.lwkt:1:8: error: files import each other in a circle: a.lwkt -> b.lwkt -> c.lwkt -> a.lwkt",
                diagnostics("a.lwkt").getFirst());
        assertEquals(
                List.of("d.lwkt:1:8: error: this file has errors; the first is in a.lwkt, line 1:"
                        + " files import each other in a circle: a.lwkt -> b.lwkt -> c.lwkt -> a.lwkt"),
                diagnostics("d.lwkt"));
    }

    @Test
    void aFileDoesNotImportItself() throws IOException {
        write("a.lwkt", "import \"./a.lwkt\" scenario \"s\" { thread t { } }");
        assertEquals(List.of("a.lwkt:1:8: error: a file does not import itself"), diagnostics("a.lwkt"));
    }

    @Test
    void aNameWithTwoMeaningsIsReportedAtTheImport() throws IOException {
        write("b.lwkt", "token vm");
        write("c.lwkt", "\nspinlock vm");
        write(
                "a.lwkt",
                "import \"b.lwkt\"\nimport \"c.lwkt\" scenario \"s\" { thread t { gettoken vm  reltoken vm } }");
        assertEquals(
                List.of("a.lwkt:2:8: error: 'vm' would have two meanings:"
                        + " it is declared in line 2 of c.lwkt and in line 1 of b.lwkt"),
                errors("a.lwkt"));
        write("a.lwkt", "import \"c.lwkt\"\nspinlock vm scenario \"s\" { thread t { with spinlock vm { } } }");
        assertEquals(
                List.of("a.lwkt:1:8: error: 'vm' would have two meanings:"
                        + " it is declared in line 2 of c.lwkt and in line 2 of this file"),
                errors("a.lwkt"));
        write("a.lwkt", "import \"b.lwkt\"\nscenario \"s\" { token vm thread t { with token vm { } } }");
        assertEquals(
                List.of("a.lwkt:2:22: error: 'vm' is imported already: it is declared in line 1 of b.lwkt"),
                errors("a.lwkt"));
    }

    private List<String> errors(String name) throws IOException {
        return diagnostics(name).stream().filter(it -> it.contains(" error: ")).toList();
    }

    @Test
    void importsThatAreNotNeededAreWarnedOf() throws IOException {
        write("b.lwkt", "token vm");
        write("c.lwkt", "token other");
        write("d.lwkt", "scenario \"d\" { thread t { } }");
        write("a.lwkt", """
                import "b.lwkt"
                import "./b.lwkt"
                import "c.lwkt"
                import "d.lwkt"
                scenario "s" { thread t { gettoken vm  reltoken vm } }
                """);
        assertEquals(
                List.of(
                        "a.lwkt:2:8: warning: this file is imported in line 1 already",
                        "a.lwkt:3:8: warning: this import is not used: nothing of the file is named here",
                        "a.lwkt:4:8: warning: nothing can be imported from this file: it declares scenarios alone"),
                diagnostics("a.lwkt"));
    }

    @Test
    void theClassPathHasFilesToo() throws IOException {
        write("lib/org/acme/common.lwkt", "import \"more.lwkt\"\n" + COMMON + "token more2");
        write("lib/org/acme/more.lwkt", "token more");
        write("a.lwkt", using("classpath:/org/acme/common.lwkt"));
        URL root = folder.resolve("lib").toUri().toURL();
        try (URLClassLoader classPath = new URLClassLoader(new URL[] {root}, null)) {
            Compilation compilation = compile(LwktCompiler.create(classPath), "a.lwkt");
            assertEquals(
                    List.of(),
                    compilation.diagnostics().stream()
                            .filter(it -> it.isError())
                            .toList());
            assertTrue(Runner.of(compilation.scenarios().getFirst()).run().held());
        }
    }

    @Test
    void chainsOfImportsHaveALimitAndNoImportOverflowsTheStack() throws IOException {
        int files = Imports.FILES_MAX + 50;
        for (int i = 1; i <= files; i++) {
            write("f" + i + ".lwkt", (i < files ? "import \"f" + (i + 1) + ".lwkt\"\n" : "") + "token t" + i);
        }
        assertTrue(
                diagnostics("f1.lwkt").toString().contains("more than 200 files are imported"),
                diagnostics("f1.lwkt").toString());
        assertEquals(
                List.of("f100.lwkt:1:8: warning: this import is not used: nothing of the file is named here"),
                diagnostics("f100.lwkt"));
    }

    @Test
    void aFileOfManyImportsIsNoProblem() throws IOException {
        int files = 150;
        for (int i = 0; i < files; i++) {
            write("f" + i + ".lwkt", "token t" + i);
        }
        write(
                "a.lwkt",
                IntStream.range(0, files)
                                .mapToObj(i -> "import \"f" + i + ".lwkt\"\n")
                                .collect(Collectors.joining())
                        + "scenario \"s\" { thread t { "
                        + IntStream.range(0, files)
                                .mapToObj(i -> "with token t" + i + " { }\n")
                                .collect(Collectors.joining())
                        + " } }");
        Compilation compilation = compile("a.lwkt");
        assertEquals(List.of(), compilation.diagnostics());
        assertEquals(files, compilation.scenarios().getFirst().resourceCount());
    }

    @Test
    void aProcedureBringsWhatItUses() throws IOException {
        write("lib.lwkt", """
                token hidden
                procedure work(d : time) {
                    with token hidden { run d }
                }
                """);
        write("a.lwkt", "import \"lib.lwkt\" scenario \"s\" { thread t { work(1ms) } expect max hold(hidden) == 1ms }");
        Compilation compilation = compile("a.lwkt");
        assertEquals(List.of(), compilation.diagnostics());
        Scenario scenario = compilation.scenarios().getFirst();
        assertEquals(
                "lib.lwkt", scenario.threads().getFirst().body().position(1).file());
        Result inMemory = Runner.of(scenario).run();
        assertTrue(inMemory.held());
        assertEquals(
                inMemory.digest(),
                JavaSources.results(compilation.javaSources()).getFirst().digest());
    }

    @Test
    void whatAnImportedProcedureNeedsIsSaidAtTheCall() throws IOException {
        write("lib.lwkt", "procedure serve() {\n    wait\n}");
        write("a.lwkt", "import \"lib.lwkt\" scenario \"s\" { thread t { serve() } }");
        assertEquals(
                List.of(
                        "a.lwkt:1:45: error: only an interrupt thread can wait for interrupts, as procedure 'serve' does"
                                + " in line 2 of lib.lwkt, and 't' is none"),
                diagnostics("a.lwkt"));
    }

    @Test
    void aFileThatIsTooLargeIsNotReadToItsEnd() throws IOException {
        Path large = folder.resolve("large.lwkt");
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        Files.createFile(large);
        for (int i = 0; i < 20; i++) {
            Files.write(large, blanks, java.nio.file.StandardOpenOption.APPEND);
        }
        write("a.lwkt", "import \"large.lwkt\" scenario \"s\" { thread t { } }");
        assertEquals(
                List.of("a.lwkt:1:8: error: this file has errors; the first is in large.lwkt, line 1:"
                        + " the file is too large: it has more than 4000000 characters"),
                diagnostics("a.lwkt"));
    }

    @Test
    void fileNamesMayHaveBlanksAndPercentSigns() throws IOException {
        write("my files/100% ü#.lwkt", COMMON);
        write("a.lwkt", using("my files/100% ü#.lwkt"));
        Compilation compilation = compile("a.lwkt");
        assertEquals(List.of(), compilation.diagnostics());
        assertEquals(
                "my files/100% ü#.lwkt",
                compilation
                        .scenarios()
                        .getFirst()
                        .resources()
                        .getFirst()
                        .position()
                        .file());
    }
}
