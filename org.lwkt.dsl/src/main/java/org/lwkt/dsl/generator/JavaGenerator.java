// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.lwkt.dsl.lowering.LoweredScenario;
import org.lwkt.dsl.lowering.LoweredSweep;
import org.lwkt.dsl.lowering.Lowering;
import org.lwkt.dsl.lowering.LoweringException;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.runtime.scenario.Sweep;

/** One class for each scenario of a file; one for each run of it, and one for all of them, where it has parameters. */
public final class JavaGenerator {
    @Inject
    private Lowering lowering;

    /** A scenario with more runs has no Java: each run has a class of its own. */
    public static final int RUNS_MAX = 1000;

    @Inject
    private ScenarioTemplate template;

    @Inject
    private SweepTemplate sweepTemplate;

    @Inject
    private TestTemplate testTemplate;

    /**
     * Paths below the source root, with {@code /}, and the text of each file, in source order. The same file gives the same
     * text everywhere.
     *
     * @param fileName the name that positions carry
     * @param packageName of the classes; empty for none
     * @param junit whether there is a JUnit class for each scenario besides
     * @throws LoweringException where the file has errors
     */
    public Map<String, String> generate(LwktFile file, String fileName, String packageName, boolean junit)
            throws LoweringException {
        Map<String, String> sources = new LinkedHashMap<>();
        JavaNames names = new JavaNames();
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        for (LoweredSweep lowered : lowering.lowerDocumented(file, fileName)) {
            String className = names.classFor(lowered.sweep().name());
            if (lowered.sweep().parameters().isEmpty()) {
                ScenarioClass scenario = ScenarioPrinter.print(lowered.run(0), packageName, className);
                sources.put(folder + className + ".java", tidy(template.render(scenario)));
            } else if (lowered.sweep().size() <= RUNS_MAX) {
                addRuns(lowered, packageName, className, names, (name, text) -> sources.put(folder + name, text));
            }
            if (junit && lowered.sweep().size() <= RUNS_MAX) {
                TestClass test = testOf(lowered.sweep(), packageName, className, names);
                sources.put(folder + test.name() + ".java", tidy(testTemplate.render(test)));
            }
        }
        return sources;
    }

    private static TestClass testOf(Sweep sweep, String packageName, String className, JavaNames names) {
        return new TestClass(
                packageName,
                names.classFor(sweep.name() + " test"),
                className,
                sweep.name(),
                sweep.position(),
                !sweep.parameters().isEmpty());
    }

    /** A class for each run, and one that knows them all. */
    private void addRuns(
            LoweredSweep lowered,
            String packageName,
            String className,
            JavaNames names,
            BiConsumer<String, String> sources) {
        Sweep sweep = lowered.sweep();
        List<String> runs = new ArrayList<>();
        for (int run = 0; run < sweep.size(); run++) {
            runs.add(names.classFor(sweep.name() + " run " + (run + 1)));
        }
        SweepClass all = new SweepClass(
                packageName,
                className,
                sweep.name(),
                sweep.position(),
                ScenarioPrinter.commentLines(lowered.run(0).documentation()),
                sweep.parameters().stream().map(JavaGenerator::parameter).toList(),
                runs);
        sources.accept(className + ".java", tidy(sweepTemplate.render(all)));
        for (int run = 0; run < sweep.size(); run++) {
            LoweredScenario single = lowered.run(run).with("Run " + (run + 1) + ": " + sweep.words(run) + ".");
            sources.accept(
                    runs.get(run) + ".java",
                    tidy(template.render(ScenarioPrinter.print(single, packageName, runs.get(run)))));
        }
    }

    private static String parameter(Sweep.Parameter parameter) {
        return "new Sweep.Parameter(" + JavaText.string(parameter.name()) + ", List.of("
                + parameter.values().stream().map(JavaText::string).collect(Collectors.joining(", ")) + "))";
    }

    /** The template leaves the line ends of the platform, and blanks in empty lines. */
    private static String tidy(String text) {
        return text.lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    /** What the file's {@code package} says, or empty. */
    public static String packageOf(LwktFile file) {
        return file.getPackageName() == null ? "" : file.getPackageName();
    }
}
