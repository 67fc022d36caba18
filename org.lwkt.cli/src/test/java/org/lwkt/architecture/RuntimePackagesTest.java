// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table "Inside the runtime" of docs/ARCHITECTURE.md. */
final class RuntimePackagesTest {
    private static final String DIGEST = "org.lwkt.runtime.digest";
    private static final String SNAPSHOT = "org.lwkt.runtime.snapshot";
    private static final String KERNEL = "org.lwkt.runtime.kernel";
    private static final String SOURCE = "org.lwkt.runtime.source";
    private static final String OUTCOME = "org.lwkt.runtime.outcome";
    private static final String PROGRAM = "org.lwkt.runtime.program";
    private static final String MACHINE = "org.lwkt.runtime.machine";
    private static final String TRACE = "org.lwkt.runtime.trace";
    private static final String METRICS = "org.lwkt.runtime.metrics";
    private static final String EXPECT = "org.lwkt.runtime.expect";
    private static final String SCENARIO = "org.lwkt.runtime.scenario";
    private static final String CONFORMANCE = "org.lwkt.runtime.conformance";
    private static final String VECTOR = "org.lwkt.runtime.vector";

    private static final Arrows PACKAGES = new Arrows()
            .allow(DIGEST)
            .allow(SNAPSHOT, DIGEST)
            .allow(KERNEL, SNAPSHOT)
            .allow(SOURCE, SNAPSHOT)
            .allow(OUTCOME, SOURCE)
            .allow(PROGRAM, KERNEL, SOURCE, SNAPSHOT)
            .allow(MACHINE, KERNEL, PROGRAM, OUTCOME, SOURCE, SNAPSHOT)
            .allow(TRACE, DIGEST, KERNEL, SOURCE, SNAPSHOT)
            .allow(METRICS, TRACE, SOURCE, SNAPSHOT)
            .allow(EXPECT, KERNEL, PROGRAM, TRACE, METRICS, OUTCOME, SOURCE, SNAPSHOT)
            .allow(SCENARIO, KERNEL, PROGRAM, MACHINE, TRACE, METRICS, EXPECT, OUTCOME, SOURCE, SNAPSHOT)
            .allow(CONFORMANCE, KERNEL, SOURCE)
            .allow(VECTOR, DIGEST, KERNEL, PROGRAM, MACHINE, OUTCOME, SCENARIO, CONFORMANCE, SOURCE);

    static List<String> packages() {
        return List.copyOf(PACKAGES.parts());
    }

    @Test
    void everyClassOfTheRuntimeIsInAPackageOfTheTable() {
        assertEquals(
                List.of(),
                ProjectClasses.below("org.lwkt.runtime").stream()
                        .filter(type -> PACKAGES.partOf(type).isEmpty())
                        .map(JavaClass::getName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageSeesOnlyWhatTheTableGivesIt(String name) {
        List<JavaClass> types = ProjectClasses.below(name);
        assertFalse(types.isEmpty(), name + " has no classes to look at");
        assertEquals(List.of(), PACKAGES.violations(types));
    }
}
