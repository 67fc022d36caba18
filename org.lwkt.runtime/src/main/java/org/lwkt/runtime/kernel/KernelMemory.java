// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.ArrayDeque;

/**
 * What lwkt_thread.c gets from the kernel's allocators: thread structures by {@code objcache}, kernel stacks by
 * {@code kmem_alloc_stack()}. A stack here is no memory, only its number, which counts all allocations.
 */
final class KernelMemory {
    static final int NO_STACK = -1;
    /** {@code LWKT_THREAD_STACK}, in bytes. */
    static final int THREAD_STACK = 65536;

    private static final int CACHE_MIN = 32;
    private static final int CACHE_PER_CPU = 4;

    private final Kernel kernel;
    private final int nominalCache;
    private final ArrayDeque<LwktThread> free = new ArrayDeque<>();
    private int objects;
    private int stacks;

    /** {@code lwkt_init()}: sizes the cache. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_init")
    KernelMemory(Kernel kernel) {
        this.kernel = kernel;
        int tunable = kernel.sysctls.cacheThreads;
        nominalCache = tunable != 0 ? tunable : Math.max(CACHE_MIN, kernel.ncpus() * CACHE_PER_CPU);
    }

    /** {@code objcache_get(thread_cache)}: the object put last, or a new one from the constructor. */
    LwktThread getThread() {
        LwktThread td = free.isEmpty() ? threadCtor(new LwktThread(objects++)) : free.pop();
        kernel.observer.objectGot(td);
        return td;
    }

    /** {@code objcache_put(thread_cache, td)}: the destructor runs only when the cache is full. */
    void putThread(LwktThread td) {
        kernel.observer.objectPut(td);
        if (free.size() >= nominalCache) {
            threadDtor(td);
            kernel.observer.objectFreed(td);
        } else {
            free.push(td);
        }
    }

    @Ports("sys/kern/lwkt_thread.c#_lwkt_thread_ctor")
    private static LwktThread threadCtor(LwktThread td) {
        td.stack = NO_STACK;
        td.stackSize = 0;
        td.flags = ThreadFlag.ALLOCATED_THREAD;
        td.mpFlags = 0;
        return td;
    }

    @Ports("sys/kern/lwkt_thread.c#_lwkt_thread_dtor")
    private void threadDtor(LwktThread td) {
        if (!td.has(ThreadFlag.ALLOCATED_THREAD)) {
            kernel.kassert.panicked("_lwkt_thread_dtor", "_lwkt_thread_dtor: not allocated from objcache");
        }
        if (!td.has(ThreadFlag.ALLOCATED_STACK) || td.stack == NO_STACK || td.stackSize <= 0) {
            kernel.kassert.panicked("_lwkt_thread_dtor", "_lwkt_thread_dtor: corrupted stack");
        }
        freeStack(td.stack, td.stackSize);
        td.stack = NO_STACK;
        td.flags = 0;
    }

    /** {@code kmem_alloc_stack()}: {@code cpu} is -1 where no CPU is asked for. */
    int allocStack(int size, int cpu) {
        int stack = stacks++;
        kernel.observer.stackAllocated(stack, size, cpu);
        return stack;
    }

    /** {@code kmem_free()} of a stack. */
    void freeStack(int stack, int size) {
        kernel.observer.stackFreed(stack, size);
    }

    /** The free objects, the next to be taken first. */
    Iterable<LwktThread> freeThreads() {
        return free;
    }
}
