// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Same scenario, same seed, same digest, on every machine: what could break that is kept out of the compiled code. */
final class RepeatableRunsTest {
    private static final List<JavaClass> RUNTIME = ProjectClasses.below("org.lwkt.runtime");

    /** Finds an object again among those that it has seen, whose order is another; see the class. */
    private static final String KNOWS_IDENTITY = "org.lwkt.runtime.snapshot.Walk";

    @Test
    void theRuntimeAsksTheHostNothing() {
        List<JavaClass> types = RUNTIME.stream()
                .filter(type -> !type.getName().equals(KNOWS_IDENTITY))
                .toList();
        assertEquals(List.of(), all(types, RepeatableRuns::forbiddenInRuntime));
    }

    @Test
    void theOneExceptionAsksForIdentityAlone() {
        List<JavaClass> walk = RUNTIME.stream()
                .filter(type -> type.getName().equals(KNOWS_IDENTITY))
                .toList();
        List<String> found = all(walk, RepeatableRuns::forbiddenInRuntime);
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.getFirst().contains("identityHashCode"), found.toString());
    }

    @Test
    void theRuntimeTakesNoMonitor() throws IOException {
        List<String> found = new ArrayList<>();
        for (JavaClass type : RUNTIME) {
            found.addAll(monitors(type));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void theRuntimeHasNoStateOutsideOfAMachine() {
        assertEquals(List.of(), all(RUNTIME, RepeatableRuns::mutableStatics));
    }

    @Test
    void resultsDependOnNoDefaultLocaleOrCharset() {
        assertEquals(List.of(), all(RUNTIME, RepeatableRuns::defaultLocaleOrCharset));
        assertEquals(List.of(), all(ProjectClasses.below("org.lwkt.report"), RepeatableRuns::defaultLocaleOrCharset));
        assertEquals(List.of(), all(ProjectClasses.below("org.lwkt.cli"), RepeatableRuns::defaultLocaleOrCharset));
    }

    /** {@link Offender} breaks each rule once, in methods and fields that are named by what they break. */
    @Test
    void everyRuleFindsItsOffender() throws IOException {
        JavaClass offender = new ClassFileImporter().importClass(Offender.class);
        List<String> found = new ArrayList<>();
        found.addAll(RepeatableRuns.forbiddenInRuntime(offender));
        found.addAll(RepeatableRuns.defaultLocaleOrCharset(offender));
        found.addAll(RepeatableRuns.mutableStatics(offender));
        found.addAll(monitors(offender));

        TreeSet<String> missed = new TreeSet<>();
        offender.getMethods().forEach(method -> missed.add(method.getName()));
        offender.getFields().forEach(field -> missed.add(field.getName()));
        Pattern culprit = Pattern.compile("Offender\\.(\\w+)");
        for (String line : found) {
            Matcher matcher = culprit.matcher(line);
            if (matcher.find()) {
                missed.remove(matcher.group(1));
            }
        }
        assertEquals(List.of("AN_IMMUTABLE_CONSTANT"), List.copyOf(missed));
    }

    private static List<String> all(List<JavaClass> types, Function<JavaClass, List<String>> rule) {
        assertFalse(types.isEmpty(), "there are no classes to look at");
        return types.stream().map(rule).flatMap(List::stream).toList();
    }

    /** ArchUnit does not look at single instructions, so {@code synchronized} blocks are searched for here. */
    private static List<String> monitors(JavaClass type) throws IOException {
        List<String> found = new ArrayList<>();
        try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            new ClassReader(file).accept(monitorsInto(found, type.getSimpleName()), ClassReader.SKIP_DEBUG);
        }
        return found;
    }

    private static ClassVisitor monitorsInto(List<String> found, String owner) {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitInsn(int opcode) {
                        if (opcode == Opcodes.MONITORENTER) {
                            found.add(owner + "." + name + " enters a monitor");
                        }
                    }
                };
            }
        };
    }
}
