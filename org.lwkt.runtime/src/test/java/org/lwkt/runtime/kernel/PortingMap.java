// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which Java ports which C, read from the {@link Ports} annotations in the class files. {@link PortingMapTest} fails while
 * docs/PORTING.md says anything else, and writes that file when it is run with {@code -Dporting.write=true}.
 */
final class PortingMap {
    static final Path DOCUMENT = Path.of("../docs/PORTING.md");
    static final String THREAD_FILE = "sys/kern/lwkt_thread.c";
    /** The files of which every function is accounted for. */
    static final List<String> LISTED_FILES = List.of(
            THREAD_FILE,
            "sys/kern/kern_intr.c",
            "sys/kern/kern_lock.c",
            "sys/kern/kern_usched.c",
            "sys/kern/usched_bsd4.c",
            "sys/sys/lock.h");

    private static final Path CLASSES = Path.of("target/classes/org/lwkt/runtime/kernel");
    private static final String PORTS = "Lorg/lwkt/runtime/kernel/Ports;";
    private static final String INTRODUCTION = """
            # What ports what

            The package `org.lwkt.runtime.kernel` is a port of DragonFly BSD's `sys/kern/lwkt_thread.c` at revision 60e242c5, and of
            what that file calls as far as scheduling needs it. The neighbouring files are those of the tree at revision f875a8ee.
            [NOT_PORTED.md](NOT_PORTED.md) says what was left out, and why.

            A method is named where a C function begins; its further steps stand below that method. `X.new` is a constructor, `X`
            alone a class. This file is generated from the `@Ports` annotations, by
            `./mvnw -pl org.lwkt.runtime test -Dtest=PortingMapTest -Dporting.write=true`; without that property the test compares.
            """;

    /** File, C function, and the Java that ports it. */
    private final Map<String, Map<String, Set<String>>> files = new TreeMap<>();

    private PortingMap() {}

    static PortingMap read() throws IOException {
        PortingMap map = new PortingMap();
        try (Stream<Path> classes = Files.list(CLASSES)) {
            for (Path file : classes.filter(it -> it.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                map.add(file);
            }
        }
        return map;
    }

    /** The functions of a listed file, in its order. */
    static List<String> functionsOf(String file) throws IOException {
        return resource(file.replaceFirst(".*/(.*)\\.[ch]", "$1.functions.txt"));
    }

    static List<String> resource(String name) throws IOException {
        try (InputStream in = PortingMap.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    Set<String> portedFunctions(String file) {
        return files.get(file).keySet();
    }

    String text() throws IOException {
        StringBuilder text = new StringBuilder(INTRODUCTION);
        append(text, THREAD_FILE, functionsOf(THREAD_FILE));
        for (String file : files.keySet()) {
            if (!file.equals(THREAD_FILE)) {
                append(text, file, LISTED_FILES.contains(file) ? functionsOf(file) : List.of());
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, String file, List<String> order) {
        text.append("\n## ").append(file).append("\n\n| C | Java |\n|---|---|\n");
        List<String> functions = new ArrayList<>(files.get(file).keySet());
        functions.sort(Comparator.comparingInt(order::indexOf));
        for (String function : functions) {
            String java = String.join("`, `", files.get(file).get(function));
            text.append("| `").append(function).append("` | `").append(java).append("` |\n");
        }
    }

    private void add(Path file) throws IOException {
        ClassNode node = new ClassNode();
        try (InputStream in = Files.newInputStream(file)) {
            new ClassReader(in).accept(node, ClassReader.SKIP_CODE);
        }
        String owner = node.name.substring(node.name.lastIndexOf('/') + 1);
        add(node.invisibleAnnotations, owner);
        for (MethodNode method : node.methods) {
            add(method.invisibleAnnotations, owner + "." + (method.name.equals("<init>") ? "new" : method.name));
        }
    }

    private void add(List<AnnotationNode> annotations, String java) {
        for (AnnotationNode annotation : annotations == null ? List.<AnnotationNode>of() : annotations) {
            if (annotation.desc.equals(PORTS)) {
                for (Object source : (List<?>) annotation.values.get(1)) {
                    add((String) source, java);
                }
            }
        }
    }

    private void add(String source, String java) {
        int mark = source.indexOf('#');
        // A class that only says which file it comes from ports no function.
        if (mark >= 0) {
            files.computeIfAbsent(source.substring(0, mark), key -> new TreeMap<>())
                    .computeIfAbsent(source.substring(mark + 1), key -> new LinkedHashSet<>())
                    .add(java);
        }
    }
}
