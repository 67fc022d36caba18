// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table "Modules" of docs/ARCHITECTURE.md. */
final class ModuleArrowsTest {
    private static final Arrows MODULES = new Arrows()
            .allow("org.lwkt.runtime")
            .allow("org.lwkt.bench", "org.lwkt.dsl", "org.lwkt.dsl.ide", "org.lwkt.runtime")
            .allow("org.lwkt.report", "org.lwkt.runtime")
            .allow("org.lwkt.dsl", "org.lwkt.runtime")
            .allow("org.lwkt.dsl.ide", "org.lwkt.dsl", "org.lwkt.report", "org.lwkt.runtime")
            .allow(
                    "org.lwkt.cli",
                    "org.lwkt.bench",
                    "org.lwkt.dsl",
                    "org.lwkt.dsl.ide",
                    "org.lwkt.report",
                    "org.lwkt.runtime");

    @Test
    void everyClassBelongsToAModule() {
        assertEquals(
                List.of(),
                ProjectClasses.all().stream()
                        .filter(type -> MODULES.partOf(type).isEmpty())
                        .map(JavaClass::getName)
                        .toList());
    }

    @Test
    void modulesSeeOnlyTheModulesBelowThem() {
        for (String module : List.of("org.lwkt.runtime", "org.lwkt.report", "org.lwkt.dsl", "org.lwkt.cli")) {
            assertFalse(ProjectClasses.below(module).isEmpty(), module + " has no classes to look at");
        }
        assertEquals(List.of(), MODULES.violations(ProjectClasses.all()));
    }

    @Test
    void theRuntimeSeesTheJdkAndHdrHistogramAlone() {
        assertEquals(List.of(), strangers("org.lwkt.runtime", "java.", "org.HdrHistogram."));
    }

    @Test
    void reportsSeeNoLanguageAndNoWorkbench() {
        assertEquals(
                List.of(),
                strangers(
                        "org.lwkt.report",
                        "java.",
                        "com.fasterxml.jackson.",
                        "tools.jackson.",
                        "com.google.protobuf."));
    }

    @Test
    void theLanguageSeesXtextAndWhatXtextStandsOn() {
        assertEquals(
                List.of(),
                strangers(
                        "org.lwkt.dsl",
                        "java.",
                        // What is a name in Java, for the generator.
                        "javax.lang.model.",
                        "org.eclipse.xtext.",
                        "org.eclipse.xtend.",
                        "org.eclipse.xtend2.",
                        "org.eclipse.emf.",
                        "org.antlr.runtime.",
                        "com.google.inject.",
                        "com.google.common.",
                        "jakarta.inject.",
                        "org.apache.log4j."));
    }

    /** Dependencies of a module on anything outside of the project that begins with none of {@code allowed}. */
    private static List<String> strangers(String module, String... allowed) {
        return ProjectClasses.below(module).stream()
                .filter(type -> MODULES.partOf(type).equals(Optional.of(module)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isStranger(dependency, allowed))
                .map(Dependency::getDescription)
                .toList();
    }

    private static boolean isStranger(Dependency dependency, String... allowed) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        return !target.isPrimitive()
                && !target.getName().startsWith("org.lwkt.")
                && Stream.of(allowed).noneMatch(target.getName()::startsWith);
    }
}
