// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which parts of the project may see which. A part is a package with all below it that are not parts of their own. */
final class Arrows {
    private final Map<String, Set<String>> allowed = new LinkedHashMap<>();

    /** {@code part} may see itself and {@code others}. */
    Arrows allow(String part, String... others) {
        allowed.put(part, Set.of(others));
        return this;
    }

    Set<String> parts() {
        return allowed.keySet();
    }

    Optional<String> partOf(JavaClass type) {
        String name = type.getPackageName() + ".";
        return allowed.keySet().stream()
                .filter(part -> name.startsWith(part + "."))
                .max((a, b) -> Integer.compare(a.length(), b.length()));
    }

    /** Each dependency of {@code types} that goes from a part to one it may not see, as a line with its place. */
    List<String> violations(Iterable<JavaClass> types) {
        List<String> violations = new ArrayList<>();
        for (JavaClass type : types) {
            partOf(type).ifPresent(from -> {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    partOf(dependency.getTargetClass().getBaseComponentType())
                            .filter(to -> !to.equals(from) && !allowed.get(from).contains(to))
                            .ifPresent(to -> violations.add(from + " -> " + to + ": " + dependency.getDescription()));
                }
            });
        }
        return violations;
    }
}
