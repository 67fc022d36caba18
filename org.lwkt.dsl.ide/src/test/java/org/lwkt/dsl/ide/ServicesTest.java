// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Injector;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.xtext.GrammarUtil;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lwkt.dsl.ide.highlighting.Lexeme;
import org.lwkt.dsl.ide.highlighting.Lexemes;
import org.lwkt.dsl.ide.hover.Words;
import org.lwkt.dsl.services.LwktGrammarAccess;
import org.lwkt.runtime.kernel.ThreadPriority;

final class ServicesTest {
    private static final String TEXT = """
            machine box { cpus 2 ipi latency 2us }
            scenario "s" on box {
                /** Cleans pages. */
                thread pageout on cpu 1 { run 5ms }
                interrupt thread nic at INT_LOW { forever { wait } }
                at 1ms interrupt nic
                expect nic preempts pageout
            }
            """;

    @TempDir
    Path folder;

    @Nested
    class Completion {
        @Test
        void offersTheStatementsOfABody() throws Exception {
            try (Editor editor = new Editor(folder, TEXT)) {
                List<String> proposals = editor.proposals(editor.before("run 5ms"));
                assertTrue(
                        proposals.containsAll(List.of("run", "yield", "repeat", "critical", "setpri")),
                        proposals::toString);
                assertFalse(proposals.contains("expect"), proposals::toString);
            }
        }

        @Test
        void offersWaitInInterruptThreadsAlone() throws Exception {
            try (Editor editor = new Editor(folder, TEXT)) {
                assertFalse(editor.proposals(editor.before("run 5ms")).contains("wait"));
                assertTrue(editor.proposals(editor.before("wait }")).contains("wait"));
            }
        }

        @Test
        void offersInHandlersWhatCanStandThere() throws Exception {
            String text = "scenario \"s\" { interrupt thread t { send_ipiq cpu 0 { switch } } }";
            try (Editor editor = new Editor(folder, text)) {
                List<String> inside = editor.proposals(editor.before("switch"));
                assertTrue(inside.containsAll(List.of("wakeup", "yield", "send_ipiq")), inside::toString);
                for (String refused : List.of("run", "wait", "create", "syscall")) {
                    assertFalse(inside.contains(refused), inside::toString);
                    assertTrue(editor.proposals(editor.before("send_ipiq")).contains(refused), refused);
                }
            }
        }

        @Test
        void offersNeitherPunctuationNorTheWordsThatMayBeNames() throws Exception {
            try (Editor editor = new Editor(folder, TEXT)) {
                assertEquals(List.of(), editor.proposals(editor.before("pageout on")));
            }
        }

        @Test
        void offersPrioritiesWithTheirNumbersTheHighestFirst() throws Exception {
            try (Editor editor = new Editor(folder, TEXT)) {
                var items = editor.completion(editor.before("INT_LOW"));
                assertEquals(ThreadPriority.names().size(), items.size());
                assertEquals("MAX", items.get(0).getLabel());
                assertEquals("TDPRI_INT_HIGH = 29", items.get(1).getDetail());
            }
        }

        @Test
        void offersUnitsBehindANumber() throws Exception {
            try (Editor editor = new Editor(folder, TEXT)) {
                assertEquals(Set.of("5ns", "5us", "5ms", "5s"), Set.copyOf(editor.proposals(editor.after("run 5"))));
            }
        }

        @Test
        void offersThreadsAndForAnInterruptOnlyInterruptThreads() throws Exception {
            try (Editor editor = new Editor(folder, TEXT)) {
                assertTrue(editor.proposals(editor.after("preempts ")).containsAll(List.of("nic", "pageout")));
                assertEquals(List.of("nic"), editor.proposals(editor.before("nic\n")));
            }
        }

        @Test
        void deepNestingHasNoProposalsAndStopsNothing() throws Exception {
            String deep = "scenario \"d\" { thread t { " + "repeat 1 { ".repeat(20_000);
            try (Editor editor = new Editor(folder, deep)) {
                editor.diagnostics(1);
                assertEquals(List.of(), editor.proposals(editor.position(deep.length())));
            }
        }
    }

    @Nested
    class Hover {
        @Test
        void explainsAWordByTheKernel() throws Exception {
            try (Editor editor = new Editor(folder, TEXT)) {
                assertTrue(editor.hover(editor.before("wait }")).contains("sleeps until the next interrupt"));
            }
        }

        @Test
        void explainsTheSameWordByWhereItStands() throws Exception {
            try (Editor editor = new Editor(folder, TEXT)) {
                assertTrue(editor.hover(editor.before("at INT_LOW")).contains("priority"));
                assertTrue(editor.hover(editor.before("at 1ms")).contains("event"));
            }
        }

        @Test
        void saysTheNumberOfAPriority() throws Exception {
            try (Editor editor = new Editor(folder, TEXT)) {
                assertTrue(editor.hover(editor.before("INT_LOW")).startsWith("**TDPRI_INT_LOW** = 27"));
            }
        }

        @Test
        void showsWhatAProcedureTakesAndItsParameters() throws Exception {
            String text = """
                    /** Works. */
                    procedure busy(d : time) {
                        run d
                    }
                    scenario "s" { thread t { busy(1ms) } }
                    """;
            try (Editor editor = new Editor(folder, text)) {
                assertEquals("**busy**: procedure(d : time)\n\nWorks.", editor.hover(editor.before("busy(1ms")));
                assertEquals("**d**: time, given by whoever calls", editor.hover(editor.before("d\n")));
                assertTrue(editor.proposals(editor.before("busy(1ms")).contains("busy"));
            }
        }

        @Test
        void showsTheHeadAndTheDocCommentOfADeclarationAtEachUse() throws Exception {
            String expected = "**pageout**: thread, cpu 1, priority 12\n\nCleans pages.";
            try (Editor editor = new Editor(folder, TEXT)) {
                assertEquals(expected, editor.hover(editor.before("pageout on")));
                assertEquals(expected, editor.hover(editor.before("pageout\n")));
                assertEquals(
                        "**box**: machine, 2 CPUs, hz 100, IPI latency 2us, horizon 10s",
                        editor.hover(editor.before("box {\n")));
            }
        }

        @Test
        void knowsEveryWordOfTheGrammarAndEveryPriority() {
            Injector language = new LwktIdeSetup().createInjectorAndDoEMFRegistration();
            LwktGrammarAccess grammar = language.getInstance(LwktGrammarAccess.class);
            Keywords keywords = language.getInstance(Keywords.class);
            Set<String> unexplained = new TreeSet<>();
            for (var rule : GrammarUtil.allParserRules(grammar.getGrammar())) {
                for (var keyword : GrammarUtil.containedKeywords(rule)) {
                    if (keywords.isWord(keyword)
                            && Words.keyword(keyword.getValue(), rule.getName()).isEmpty()) {
                        unexplained.add(rule.getName() + "." + keyword.getValue());
                    }
                }
            }
            assertEquals(Set.of(), unexplained);
            for (String name : ThreadPriority.names()) {
                assertTrue(Words.priority(name).orElseThrow().contains(": "), name);
            }
        }
    }

    @Test
    void theDefinitionOfANameIsItsDeclaration() throws Exception {
        try (Editor editor = new Editor(folder, TEXT)) {
            var found = Editor.await(
                            editor.server.definition(new DefinitionParams(editor.id, editor.before("pageout\n"))))
                    .getLeft();
            assertEquals(1, found.size());
            assertEquals(editor.before("pageout on"), found.get(0).getRange().getStart());
        }
    }

    @Test
    void theOutlineHoldsMachinesScenariosAndThreads() throws Exception {
        try (Editor editor = new Editor(folder, TEXT)) {
            var found = Editor.await(editor.server.documentSymbol(new DocumentSymbolParams(editor.id)));
            List<String> names = found.stream()
                    .map(it -> it.map(symbol -> symbol.getName(), DocumentSymbol::getName))
                    .toList();
            assertTrue(names.containsAll(List.of("box", "s")), names::toString);
        }
    }

    @Test
    void wordsAreKeywordsOrNamesByWhereTheyStand() throws Exception {
        String text = "scenario \"s\" { thread cpu on cpu 0 { run 1ms } } // end\n";
        try (Editor editor = new Editor(folder, text)) {
            var types =
                    editor.capabilities.getSemanticTokensProvider().getLegend().getTokenTypes();
            var data = Editor.await(editor.server.semanticTokensFull(new SemanticTokensParams(editor.id)))
                    .getData();
            StringBuilder seen = new StringBuilder();
            int column = 0;
            for (int i = 0; i < data.size(); i += 5) {
                column += data.get(i + 1);
                seen.append(text, column, column + data.get(i + 2))
                        .append(' ')
                        .append(types.get(data.get(i + 3)))
                        .append('\n');
            }
            assertEquals("""
                    scenario keyword
                    "s" string
                    thread keyword
                    cpu function
                    on keyword
                    cpu keyword
                    0 number
                    run keyword
                    1ms number
                    // end
                     comment
                    """, seen.toString());
        }
    }

    @Test
    void lexemesAreCutByTheTextAlone() {
        assertEquals(
                List.of(
                        new Lexeme(0, 3, Lexeme.Kind.KEYWORD),
                        new Lexeme(4, 3, Lexeme.Kind.NUMBER),
                        new Lexeme(8, 5, Lexeme.Kind.COMMENT),
                        new Lexeme(18, 2, Lexeme.Kind.TEXT)),
                Lexemes.of("run 5ms /*\n*/ } x \"y"));
    }
}
