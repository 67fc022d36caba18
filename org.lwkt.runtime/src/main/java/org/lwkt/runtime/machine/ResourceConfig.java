// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.snapshot.Constant;

/**
 * Something that bodies wait on, lock or send.
 *
 * @param of by kind: the number of the thread of a THREAD_PORT or SPIN_PORT, of the serializer of a SERIALIZE_PORT, of the
 *     reply port of a MESSAGE, the address of a POOL_TOKEN; else or for nothing {@link #NONE}
 * @param flags of a MESSAGE: {@code MSGF_*}; of a LOCK: {@code LK_*}
 */
@Constant
public record ResourceConfig(String name, Kind kind, long of, int flags) {
    public static final long NONE = -1;

    /** What sort of resource. */
    public enum Kind {
        TOKEN,
        POOL_TOKEN,
        SPINLOCK,
        SERIALIZER,
        LOCK,
        CHANNEL,
        CPUSYNC,
        MESSAGE,
        THREAD_PORT,
        SPIN_PORT,
        SERIALIZE_PORT,
        PUTONLY_PORT,
        REPLYONLY_PORT,
        NULL_PORT
    }
}
