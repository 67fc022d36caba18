// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How much memory a machine with very many threads needs. */
class MillionSleepersTest {
    /** In a virtual machine of its own, because the limit is that of its heap. */
    @Test
    void aMillionSleepingThreadsFitIntoAGibibyte() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        MillionSleepers.class.getName())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), output);
        long bytes = Long.parseLong(output);
        assertTrue(bytes < 1024, bytes + " bytes for each sleeper");
        System.out.println("a sleeping thread takes " + bytes + " bytes of heap");
    }
}
