// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServerBenchmarksTest {
    @Test
    void anEditOfTheLargeFileIsAnswered() throws Exception {
        ServerBenchmarks load = new ServerBenchmarks();
        load.open();
        assertEquals(List.of(), load.languageServerEdit().getDiagnostics());
        assertEquals(List.of(), load.languageServerEdit().getDiagnostics());
        load.close();
    }
}
