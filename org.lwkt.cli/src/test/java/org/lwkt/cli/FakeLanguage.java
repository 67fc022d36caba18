// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.ScenarioBuilder;
import org.lwkt.runtime.scenario.Sweep;
import org.lwkt.runtime.source.SourcePosition;

/**
 * A language of one line each, so that commands are tested without the real one: {@code error TEXT}, {@code warning
 * TEXT}, and the scenarios {@code held NAME}, {@code failed NAME}, {@code spins NAME}, {@code forever NAME}.
 */
final class FakeLanguage implements Language {
    @Override
    public Checked check(Input input, byte[] content) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<Scenario> scenarios = new ArrayList<>();
        Throwable defect = null;
        String[] lines = new String(content, StandardCharsets.UTF_8).split("\n");
        for (int line = 1; line <= lines.length; line++) {
            String[] words = lines[line - 1].split(" ", 2);
            SourcePosition position = new SourcePosition(input.name(), line, 1);
            switch (words[0]) {
                case "" -> {}
                case "error" -> diagnostics.add(new Diagnostic(position, Severity.ERROR, words[1]));
                case "warning" -> diagnostics.add(new Diagnostic(position, Severity.WARNING, words[1]));
                case "defect" -> {
                    defect = new IllegalStateException(words[1]);
                    diagnostics.add(new Diagnostic(position, Severity.ERROR, "the compiler failed"));
                }
                case "crash" -> throw new IllegalStateException("the language crashed");
                default -> scenarios.add(scenario(words[0], words[1], position));
            }
        }
        boolean wrong = diagnostics.stream().anyMatch(Diagnostic::isError);
        return new Checked(
                diagnostics,
                wrong ? List.of() : scenarios.stream().map(Sweep::of).toList(),
                (packageName, junit) -> java(scenarios, packageName, junit),
                Optional.ofNullable(defect));
    }

    /** Takes away the blanks at the ends of lines. */
    @Override
    public Formatted format(Input input, byte[] content) {
        Checked checked = check(input, content);
        if (checked.hasErrors()) {
            return new Formatted(Optional.empty(), checked.diagnostics(), checked.defect());
        }
        String text = new String(content, StandardCharsets.UTF_8).replaceAll(" +\n", "\n");
        return new Formatted(Optional.of(text.getBytes(StandardCharsets.UTF_8)), List.of(), Optional.empty());
    }

    private static Scenario scenario(String kind, String name, SourcePosition position) {
        ScenarioBuilder builder = ScenarioBuilder.scenario(name, position.file(), position.line(), position.column());
        builder.at(position.line(), 9).thread("t", 0, 10, body -> {
            switch (kind) {
                case "spins" -> body.forever(turn -> turn.yieldThread());
                case "forever" -> body.forever(turn -> turn.run(1_000));
                default -> body.run(5_000_000);
            }
        });
        if (kind.equals("failed")) {
            builder.at(position.line(), 20)
                    .expectTotal(new Measure.CpuTime("t"), Bounds.exactly(6_000_000), "cputime(t) == 6ms");
        }
        return builder.build();
    }

    private static List<GeneratedFile> java(List<Scenario> scenarios, String packageName, boolean junit) {
        String folder = packageName == null ? "" : packageName.replace('.', '/') + "/";
        return scenarios.stream()
                .map(it -> it.name() + (junit ? "Test" : ""))
                .map(it -> new GeneratedFile(folder + it + ".java", "class " + it + " {}\n"))
                .toList();
    }
}
