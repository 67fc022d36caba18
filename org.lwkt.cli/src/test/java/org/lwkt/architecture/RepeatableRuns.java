// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What would make two runs of one scenario differ, or let one reach the host, found in compiled classes. */
final class RepeatableRuns {
    /** Calls, written as {@code owner.method(parameter types)}, with constructors as {@code <init>}. */
    private static final Pattern FORBIDDEN_IN_RUNTIME = anyOf(
            // Clocks of the host.
            "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*",
            "java\\.time\\.(Clock|Instant|Year|YearMonth|Local\\w+|Zoned\\w+|Offset\\w+)\\.(now|system\\w*|tick\\w*)\\(.*",
            "java\\.util\\.(Date|GregorianCalendar)\\.<init>\\(\\)",
            "java\\.util\\.Calendar\\.getInstance\\(.*",
            // Randomness that is not drawn from the scenario's seed.
            "java\\.lang\\.(Strict)?Math\\.random\\(.*",
            "java\\.util\\.Random\\.<init>\\(.*",
            "java\\.util\\.(SplittableRandom|concurrent\\.ThreadLocalRandom)\\..*",
            "java\\.security\\.SecureRandom\\..*",
            "java\\.util\\.UUID\\.randomUUID\\(.*",
            "java\\.util\\.Collections\\.shuffle\\(.*",
            // Identity, and collections whose order depends on it.
            "java\\.lang\\.System\\.identityHashCode\\(.*",
            "java\\.lang\\.(Object|Enum)\\.hashCode\\(\\)",
            "java\\.util\\.(IdentityHashMap|WeakHashMap)\\.<init>\\(.*",
            // The host.
            "java\\.lang\\.System\\.(getenv|getProperty|getProperties|exit)\\(.*",
            "java\\.lang\\.(Runtime|Process|ProcessBuilder|ProcessHandle)\\..*",
            "java\\.net\\..*");

    /** Collections whose order is salted anew in each JVM. Constants of such a type are tables for look-ups. */
    private static final Pattern SALTED = anyOf(
            "java\\.util\\.(Set|Map)\\.(of|ofEntries|copyOf)\\(.*",
            "java\\.util\\.stream\\.Collectors\\.toUnmodifiable(Set|Map)\\(.*");

    /** A simulated thread is data; no thread of Java, and nothing that only threads need, belongs into the runtime. */
    private static final Pattern FORBIDDEN_TYPES_IN_RUNTIME = anyOf(
            "java\\.lang\\.(Thread|ThreadGroup|ThreadLocal|InheritableThreadLocal|ScopedValue)",
            "java\\.util\\.concurrent\\..*",
            "java\\.util\\.Timer(Task)?");

    private static final Pattern DEFAULT_LOCALE_OR_CHARSET = anyOf(
            "java\\.lang\\.String\\.to(Lower|Upper)Case\\(\\)",
            "java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*",
            "java\\.lang\\.String\\.formatted\\(.*",
            "java\\.lang\\.String\\.getBytes\\(\\)",
            "java\\.lang\\.String\\.<init>\\(\\[B(, int, int)?\\)",
            "java\\.util\\.Locale\\.getDefault\\(.*",
            "java\\.nio\\.charset\\.Charset\\.defaultCharset\\(\\)",
            "java\\.io\\.Print(Stream|Writer)\\.(printf|format)\\(java\\.lang\\.String, .*",
            "java\\.io\\.(InputStreamReader|OutputStreamWriter)\\.<init>\\(java\\.io\\.\\w+\\)",
            "java\\.io\\.File(Reader|Writer)\\.<init>\\(java\\.(io\\.File|lang\\.String)(, boolean)?\\)",
            "java\\.util\\.Formatter\\.<init>\\((java\\.lang\\.Appendable)?\\)",
            "java\\.util\\.Scanner\\.<init>\\(java\\.(io\\.(File|InputStream)|nio\\.file\\.Path)\\)");

    /** Constants of these types can change after all. */
    private static final Pattern MUTABLE_CONSTANT = anyOf(
            "java\\.util\\.(\\w*(Array|Hash|Linked|Tree|Enum)\\w*|BitSet|\\w*Deque|PriorityQueue|Vector|Stack)",
            "java\\.lang\\.StringBu(ild|ff)er",
            "org\\.HdrHistogram\\..*");

    private RepeatableRuns() {}

    static List<String> forbiddenInRuntime(JavaClass type) {
        List<String> found = calls(type, FORBIDDEN_IN_RUNTIME);
        type.getCodeUnitAccessesFromSelf().stream()
                .filter(access -> !access.getOrigin().getName().equals("<clinit>"))
                .filter(access -> SALTED.matcher(signature(access.getTarget())).matches())
                .forEach(access -> found.add(access.getDescription()));
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> FORBIDDEN_TYPES_IN_RUNTIME
                        .matcher(dependency
                                .getTargetClass()
                                .getBaseComponentType()
                                .getName())
                        .matches())
                .forEach(dependency -> found.add(dependency.getDescription()));
        type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.SYNCHRONIZED))
                .map(JavaMethod::getDescription)
                .forEach(found::add);
        return found;
    }

    static List<String> defaultLocaleOrCharset(JavaClass type) {
        return calls(type, DEFAULT_LOCALE_OR_CHARSET);
    }

    static List<String> mutableStatics(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                // The compiler's own: an enum's values, the table of a switch.
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL)
                        || MUTABLE_CONSTANT
                                .matcher(field.getRawType().getName())
                                .matches()
                        || isSharedArray(field))
                .map(JavaField::getDescription)
                .toList();
    }

    /** An array that its own class keeps to itself may be a table. */
    private static boolean isSharedArray(JavaField field) {
        return field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
    }

    private static List<String> calls(JavaClass type, Pattern forbidden) {
        List<String> found = new ArrayList<>();
        type.getCodeUnitAccessesFromSelf().stream()
                .filter(access ->
                        forbidden.matcher(signature(access.getTarget())).matches())
                .forEach(access -> found.add(access.getDescription()));
        return found;
    }

    private static String signature(CodeUnitAccessTarget target) {
        return target.getOwner().getName()
                + "."
                + target.getName()
                + target.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static Pattern anyOf(String... expressions) {
        return Pattern.compile(String.join("|", expressions));
    }
}
