// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import org.lwkt.runtime.snapshot.Unhashed;

/** {@code struct lwkt_token}. */
public final class LwktToken {
    /** First {@link #order} of {@code mp_token}, of the pool, and of the tokens that others make. */
    static final int ORDER_MP = -TokenPool.SIZE - 1;

    static final int ORDER_POOL = -TokenPool.SIZE;

    /** Held exclusively. */
    static final long EXCLUSIVE = 1;
    /** An exclusive request waits. */
    static final long EXCLREQ = 2;
    /** One shared hold, or one more exclusive hold of the same thread. */
    static final long INCR = 4;

    static final long COUNT_MASK = ~(EXCLUSIVE | EXCLREQ);

    /** What {@code td_wmesg} shows while a thread waits for it. */
    final String desc;
    /** Stands for the address: the order of {@code lwkt_getalltokens()} when it sorts. */
    final int order;

    long count;
    TokenRef ref;

    @Unhashed
    long collisions;

    public LwktToken(String desc, int order) {
        this.desc = desc;
        this.order = order;
    }

    /** The index of a pool token. */
    public int poolIndex() {
        return order - ORDER_POOL;
    }

    /** {@code t_desc}. */
    public String desc() {
        return desc;
    }

    /** {@code t_count} without its flags: the number of holds that are counted. */
    public long holds() {
        return count / INCR;
    }

    public boolean isExclusive() {
        return (count & EXCLUSIVE) != 0;
    }

    public boolean isExclusiveRequested() {
        return (count & EXCLREQ) != 0;
    }

    /** The thread that holds it exclusively, or null. */
    public LwktThread owner() {
        return ref == null ? null : ref.owner;
    }

    public long collisions() {
        return collisions;
    }
}
