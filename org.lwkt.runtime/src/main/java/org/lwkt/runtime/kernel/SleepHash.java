// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The part of the sleep hash that all CPUs share: {@code slpque_cpumasks}, and the kernel's own {@link SleepLookup} over
 * addresses that it hands out in order of first use.
 */
public final class SleepHash implements SleepLookup {
    private static final long PRIME = 66555444443333333L;
    /** {@code slpque_tablesize} for the usual limit of processes. */
    private static final int TABLE_SIZE = 6043;

    private static final long ADDRESS_FIRST = 0x100000;
    private static final long ADDRESS_STEP = 0x400;

    private final int ncpus;
    private final SleepLookup lookup;
    /** Of identifiers that carry none; equal ones that are not the same may share one, as two may share a queue. */
    private final Map<Object, Long> addresses = new LinkedHashMap<>();

    private CpuMask[] masks = new CpuMask[64];
    private long nextAddress = ADDRESS_FIRST;

    /** @param lookup null: the kernel's own */
    SleepHash(int ncpus, SleepLookup lookup) {
        this.ncpus = ncpus;
        this.lookup = lookup == null ? this : lookup;
    }

    SleepLookup lookup() {
        return lookup;
    }

    @Ports("sys/kern/kern_synch.c#LOOKUP")
    @Override
    public int slot(Object ident) {
        if (ident instanceof WaitIdent own) {
            if (own.slot == WaitIdent.NO_SLOT) {
                own.slot = slotOf(newAddress());
            }
            return own.slot;
        }
        return slotOf(addressOf(ident));
    }

    private static int slotOf(long address) {
        return (int) Long.remainderUnsigned(address + (address >>> 18) ^ PRIME, TABLE_SIZE);
    }

    @Ports("sys/kern/kern_synch.c#TCHASHSHIFT")
    @Override
    public int queue(int slot) {
        return slot >> 4;
    }

    private long addressOf(Object ident) {
        Long address = addresses.get(ident);
        if (address == null) {
            address = newAddress();
            addresses.put(ident, address);
        }
        return address;
    }

    private long newAddress() {
        long address = nextAddress;
        nextAddress += ADDRESS_STEP;
        return address;
    }

    /** {@code slpque_cpumasks[slot]}: the CPUs that may have a sleeper of that slot. */
    public CpuMask mask(int slot) {
        if (slot >= masks.length) {
            masks = Arrays.copyOf(masks, Math.max(slot + 1, masks.length * 2));
        }
        if (masks[slot] == null) {
            masks[slot] = new CpuMask(ncpus);
        }
        return masks[slot];
    }
}
