// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuMaskTest {
    private final CpuMask mask = new CpuMask(Kernel.CPUS_MAX);

    @Test
    void membersComeInAscendingOrderAcrossWords() {
        for (int cpu : new int[] {255, 64, 0, 130, 63, 127}) {
            mask.set(cpu);
        }
        assertEquals(List.of(0, 63, 64, 127, 130, 255), members(mask));
        mask.clear(64);
        mask.clear(255);
        assertEquals(List.of(0, 63, 127, 130), members(mask));
    }

    @Test
    void anEmptyMaskHasNoMember() {
        assertEquals(-1, mask.next(0));
        mask.set(200);
        mask.clear(200);
        assertEquals(-1, mask.next(0));
    }

    @Test
    void theSearchBeginsWithTheNumberItself() {
        mask.set(70);
        assertEquals(70, mask.next(70));
        assertEquals(-1, mask.next(71));
        assertEquals(-1, mask.next(Kernel.CPUS_MAX));
    }

    @Test
    void aCopyDoesNotFollowItsSource() {
        mask.set(3);
        CpuMask copy = new CpuMask(Kernel.CPUS_MAX);
        copy.set(9);
        copy.copyFrom(mask);
        mask.clear(3);
        assertEquals(List.of(3), members(copy));
    }

    private static List<Integer> members(CpuMask mask) {
        List<Integer> members = new ArrayList<>();
        for (int cpu = mask.next(0); cpu >= 0; cpu = mask.next(cpu + 1)) {
            members.add(cpu);
        }
        return members;
    }
}
