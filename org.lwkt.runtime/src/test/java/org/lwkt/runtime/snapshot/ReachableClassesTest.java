// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.machine.Machine;
import org.lwkt.runtime.scenario.Session;

/** Whatever a session may refer to, now or in a run that no test makes, a snapshot knows how to take down. */
class ReachableClassesTest {
    /** Variables of these types hold one of the collections that a snapshot knows; which, the runs of the tests show. */
    private static final Set<Class<?>> COLLECTIONS = Set.of(
            List.class, Map.class, Deque.class, ArrayList.class, ArrayDeque.class, LinkedHashMap.class, BitSet.class);

    private static List<Class<?>> runtime() throws IOException, URISyntaxException {
        Path root = Path.of(Snapshot.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(it -> root.relativize(it).toString())
                    .filter(it -> it.endsWith(".class") && !it.endsWith("package-info.class"))
                    .map(it -> it.substring(0, it.length() - ".class".length()).replace('/', '.'))
                    // Drives kernels of its own, never one of a session.
                    .filter(it -> !it.startsWith("org.lwkt.runtime.conformance."))
                    .sorted()
                    .<Class<?>>map(ReachableClassesTest::load)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Snapshot.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Each field that a snapshot would not know how to take down, with its class; reports the classes it came to. */
    private static List<String> problems(Class<?> root, List<Class<?>> all, Set<Class<?>> seen) {
        List<String> problems = new ArrayList<>();
        Deque<Class<?>> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty()) {
            Class<?> type = left.pop();
            for (Class<?> known : all) {
                if (type.isAssignableFrom(known) && known != type && isLookedInto(known) && seen.add(known)) {
                    left.push(known);
                }
            }
            if (type.isInterface()) {
                continue;
            }
            try {
                for (Field field : FieldsShape.fields(type)) {
                    for (Class<?> target : targets(field.getGenericType())) {
                        if (Shapes.isOwn(target) && isLookedInto(target) && seen.add(target)) {
                            left.push(target);
                        } else if (!isKnown(target)) {
                            problems.add(type.getName() + "." + field.getName() + ": " + target.getName());
                        }
                    }
                }
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        }
        return problems;
    }

    private static boolean isLookedInto(Class<?> type) {
        return !Shapes.isLeafType(type)
                && !Enum.class.isAssignableFrom(type)
                && !Rewindable.class.isAssignableFrom(type);
    }

    private static boolean isKnown(Class<?> type) {
        return type.isPrimitive()
                || type == Object.class
                || Shapes.isOwn(type)
                || Shapes.isLeafType(type)
                || COLLECTIONS.contains(type);
    }

    /** The classes that a variable of that type may refer to: the elements of an array and of a collection too. */
    private static Set<Class<?>> targets(Type type) {
        Set<Class<?>> targets = new LinkedHashSet<>();
        if (type instanceof Class<?> plain) {
            Class<?> element = plain;
            while (element.isArray()) {
                element = element.componentType();
            }
            targets.add(element);
        } else if (type instanceof ParameterizedType generic) {
            targets.addAll(targets(generic.getRawType()));
            for (Type argument : generic.getActualTypeArguments()) {
                targets.addAll(targets(argument));
            }
        } else {
            targets.add(Object.class);
        }
        return targets;
    }

    @Test
    void allCanBeTakenDown() throws IOException, URISyntaxException {
        Set<Class<?>> seen = new HashSet<>();
        assertEquals(List.of(), problems(Session.class, runtime(), seen));
        assertTrue(seen.contains(Machine.class));
        assertTrue(seen.contains(Kernel.class));
        long concrete = seen.stream()
                .filter(it -> !Modifier.isAbstract(it.getModifiers()))
                .count();
        assertTrue(concrete > 60, "only " + concrete + " classes were reached");
    }

    @Test
    void aFieldThatCannotBeTakenDownIsFound() {
        assertEquals(
                List.of(
                        Offender.class.getName() + ".generator: " + Random.class.getName(),
                        Offender.class.getName() + ".table: " + HashMap.class.getName(),
                        "a snapshot does not know how to take down " + Offender.Part.class.getName() + ", a "
                                + ArrayList.class.getName()),
                problems(Offender.class, List.of(), new HashSet<>()));
    }

    @SuppressWarnings("unused")
    private static final class Offender {
        private final Random generator = new Random(1);
        private final Part part = new Part();
        private final HashMap<String, String> table = new HashMap<>();

        static final class Part extends ArrayList<String> {
            private static final long serialVersionUID = 1L;
        }
    }
}
