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

    @Test
    void everyFunctionOfTheThreadFileIsPortedOrItsOmissionExplained() throws IOException {
        List<String> functions = PortingMap.functionsOfThreadFile();
        assertEquals(47, functions.size());
        Set<String> missing = new TreeSet<>(functions);
        missing.removeAll(PortingMap.read().portedFunctions(PortingMap.THREAD_FILE));
        missing.removeAll(NotPorted.functions());
        assertEquals(Set.of(), missing, "neither ported nor listed in docs/NOT_PORTED.md");
    }

    @Test
    void noAnnotationNamesAFunctionThatTheThreadFileDoesNotHave() throws IOException {
        Set<String> unknown = new TreeSet<>(PortingMap.read().portedFunctions(PortingMap.THREAD_FILE));
        PortingMap.functionsOfThreadFile().forEach(unknown::remove);
        assertEquals(Set.of(), unknown);
    }

    @Test
    void noPortedFunctionIsListedAsNotPorted() throws IOException {
        List<String> both = new ArrayList<>(NotPorted.functions());
        both.retainAll(PortingMap.read().portedFunctions(PortingMap.THREAD_FILE));
        assertEquals(List.of(), both);
    }

    @Test
    void methodsClassesAndConstructorsAreFound() throws IOException {
        String text = PortingMap.read().text();
        assertTrue(text.contains("| `lwkt_switch` | `LwktScheduler.switchThread` |"));
        assertTrue(text.contains("| `cpu_idle` | `IdleLoop` |"));
        assertTrue(text.contains("| `lwkt_init` | `KernelMemory.new` |"));
    }
}
