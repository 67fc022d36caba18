// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import com.google.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.lwkt.dsl.lowering.LoweredScenario;
import org.lwkt.dsl.lowering.Lowering;
import org.lwkt.dsl.lowering.LoweringException;
import org.lwkt.dsl.lwkt.LwktFile;

/** One class for each scenario of a file. */
public final class JavaGenerator {
    @Inject
    private Lowering lowering;

    @Inject
    private ScenarioTemplate template;

    /**
     * Paths below the source root, with {@code /}, and the text of each file, in source order. The same file gives the same
     * text everywhere.
     *
     * @param fileName the name that positions carry
     * @param packageName of the classes; empty for none
     * @throws LoweringException where the file has errors
     */
    public Map<String, String> generate(LwktFile file, String fileName, String packageName) throws LoweringException {
        Map<String, String> sources = new LinkedHashMap<>();
        JavaNames names = new JavaNames();
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        for (LoweredScenario lowered : lowering.lowerDocumented(file, fileName)) {
            String className = names.classFor(lowered.scenario().name());
            ScenarioClass scenario = ScenarioPrinter.print(lowered, packageName, className);
            sources.put(folder + className + ".java", tidy(template.render(scenario)));
        }
        return sources;
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
