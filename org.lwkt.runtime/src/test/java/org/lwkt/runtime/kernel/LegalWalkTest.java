// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever legal things happen, the kernel keeps its promises: a thread on at most one queue, a run queue in order, a
 * token with one owner, nobody lost, and critical sections that end. See {@link LegalWalk}.
 */
class LegalWalkTest {
    @Property(tries = 500)
    void kernelKeepsItsPromises(
            @ForAll @IntRange(min = 1, max = 4) int ncpus,
            @ForAll @IntRange(min = 0, max = 3) int variant,
            @ForAll("choices") List<Integer> choices) {
        walk(new LegalWalk(ncpus, true, variant(variant)), choices);
    }

    /** Then a message of another CPU may preempt, and the messages behind it are taken when the CPU comes back. */
    @Property(tries = 500)
    void kernelWithoutAssertionsKeepsItsPromises(
            @ForAll @IntRange(min = 2, max = 4) int ncpus,
            @ForAll @IntRange(min = 0, max = 3) int variant,
            @ForAll("choices") List<Integer> choices) {
        walk(new LegalWalk(ncpus, false, variant(variant)), choices);
    }

    private static Sysctls variant(int variant) {
        Sysctls sysctls = new Sysctls();
        sysctls.set("lwkt.cache_threads", 2);
        sysctls.set("idle_crit", variant & 1);
        sysctls.set("lwkt.spin_loops", (variant & 2) == 0 ? 10 : 1);
        return sysctls;
    }

    private static void walk(LegalWalk walk, List<Integer> choices) {
        try {
            choices.forEach(walk::step);
        } catch (AssertionError | RuntimeException e) {
            fail(e + "\nafter\n" + String.join("\n", walk.told()), e);
        }
    }

    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers()
                .between(0, 1 << 20)
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMaxSize(400)
                .withSizeDistribution(RandomDistribution.uniform());
    }
}
