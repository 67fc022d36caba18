// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PortingMapTest {
    @Test
    void documentSaysWhatTheAnnotationsSay() throws IOException {
        String text = PortingMap.read().text();
        if (Boolean.getBoolean("porting.write")) {
            Files.writeString(PortingMap.DOCUMENT, text);
        }
        assertEquals(
                text,
                Files.readString(PortingMap.DOCUMENT),
                "docs/PORTING.md is stale: run this test with -Dporting.write=true");
    }

    static List<String> files() {
        return PortingMap.LISTED_FILES;
    }

    @Test
    void theThreadFileHasTheFunctionsOfItsRevision() throws IOException {
        assertEquals(47, PortingMap.functionsOf(PortingMap.THREAD_FILE).size());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFunctionIsPortedOrItsOmissionExplained(String file) throws IOException {
        Set<String> missing = new TreeSet<>(PortingMap.functionsOf(file));
        missing.removeAll(PortingMap.read().portedFunctions(file));
        missing.removeAll(NotPorted.functionsOf(file));
        assertEquals(Set.of(), missing, "neither ported nor listed in docs/NOT_PORTED.md");
    }

    @ParameterizedTest
    @MethodSource("files")
    void noAnnotationAndNoOmissionNamesAFunctionThatTheFileDoesNotHave(String file) throws IOException {
        Set<String> unknown = new TreeSet<>(PortingMap.read().portedFunctions(file));
        unknown.addAll(NotPorted.functionsOf(file));
        PortingMap.functionsOf(file).forEach(unknown::remove);
        assertEquals(Set.of(), unknown);
    }

    @ParameterizedTest
    @MethodSource("files")
    void noPortedFunctionIsListedAsNotPorted(String file) throws IOException {
        List<String> both = new ArrayList<>(NotPorted.functionsOf(file));
        both.retainAll(PortingMap.read().portedFunctions(file));
        assertEquals(List.of(), both);
    }

    @Test
    void methodsClassesAndConstructorsAreFound() throws IOException {
        String text = PortingMap.read().text();
        assertTrue(text.contains("| `lwkt_switch` | `LwktSwitch.switchThread` |"));
        assertTrue(text.contains("| `cpu_idle` | `IdleLoop` |"));
        assertTrue(text.contains("| `lwkt_init` | `KernelMemory.new` |"));
    }
}
