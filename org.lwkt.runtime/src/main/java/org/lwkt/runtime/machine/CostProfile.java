// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lwkt.runtime.snapshot.Constant;

/**
 * What each {@link Cost} takes, in nanoseconds. A call takes effect at its instant and then keeps its CPU busy for its cost;
 * interrupts can arrive meanwhile, and the rest of it is kept as that of a segment is. What a step costs is charged to the
 * thread that is current after it.
 */
@Constant
public record CostProfile(String name, Map<Cost, Long> ns) {
    /** Charges nothing but 100 ns for each polling turn, so that textbook numbers come out round. */
    public static final CostProfile IDEAL = new CostProfile("ideal", Map.of(Cost.POLL, 100L));

    /**
     * A 64-bit x86 server at 2 GHz, direct costs only (no cache refills). Published measurements:
     * <ul>
     *   <li>Kaffes et al., Shinjuku, NSDI 2019, at 2 GHz. Table 1, interrupts without VM exits: 298 cycles to send (149 ns),
     *       1,212 cycles to take and return (606 ns). Table 2: 109 cycles to switch stack and registers, those of the FPU
     *       included (55 ns).
     *   <li>Tsafrir, The context-switch overhead inflicted by hardware interrupts, ExpCS 2007: 0.5 % of the time at 1000 Hz
     *       on the fastest machine, up to 85 % of that indirect: 750 ns a tick, of which 606 ns are counted as the interrupt.
     *   <li>David, Guerraoui and Trigonakis, Everything you always wanted to know about synchronization, SOSP 2013,
     *       Table 2, Xeon at 2.13 GHz: 109 cycles to read a line that another core of the die has written (51 ns).
     *   <li>Fog, Instruction tables, Skylake: 18 cycles for an uncontended {@code lock cmpxchg} (9 ns).
     *   <li>Sigoure, How long does it take to make a context switch?, 2010 with an update of 2013, Xeon E5-2620: 67 ns for a
     *       system call.
     *   <li>Intel 64 and IA-32 Architectures Optimization Reference Manual, Skylake client and later: 140 cycles for
     *       {@code pause} (70 ns).
     * </ul>
     */
    public static final CostProfile X86_64 = new CostProfile(
            "x86_64",
            Map.of(
                    Cost.SWITCH, 55L,
                    Cost.KERNEL_CALL, 9L,
                    Cost.INTERRUPT, 606L,
                    Cost.IPI_SEND, 149L,
                    Cost.IPI_RECEIVE, 51L,
                    Cost.TICK, 144L,
                    Cost.SYSCALL, 67L,
                    Cost.POLL, 70L));

    private static final List<CostProfile> PROFILES = List.of(IDEAL, X86_64);

    /** @param ns what is missing costs nothing, but for {@link Cost#POLL}, which must take time */
    public CostProfile {
        Map<Cost, Long> all = new EnumMap<>(Cost.class);
        for (Cost cost : Cost.values()) {
            long value = ns.getOrDefault(cost, 0L);
            long least = cost == Cost.POLL ? 1 : 0;
            if (value < least) {
                throw new IllegalArgumentException(
                        "cost of " + cost + " must be at least " + least + " ns: ns=" + value);
            }
            all.put(cost, value);
        }
        ns = java.util.Collections.unmodifiableMap(all);
    }

    /** All names that {@link #named} takes. */
    public static List<String> names() {
        return PROFILES.stream().map(CostProfile::name).toList();
    }

    /** @throws IllegalArgumentException if no profile has that name */
    public static CostProfile named(String name) {
        return PROFILES.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no cost profile is called " + name + "; there are "
                        + PROFILES.stream().map(CostProfile::name).collect(Collectors.joining(", "))));
    }

    /** What it takes, in nanoseconds. */
    public long ns(Cost cost) {
        return ns.get(cost);
    }

    /** The same profile with one other figure. */
    public CostProfile with(Cost cost, long newNs) {
        Map<Cost, Long> changed = new EnumMap<>(ns);
        changed.put(cost, newNs);
        return new CostProfile(name, changed);
    }
}
