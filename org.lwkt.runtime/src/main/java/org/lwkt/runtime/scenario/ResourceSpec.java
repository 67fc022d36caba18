// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.source.SourcePosition;

/**
 * Something that bodies wait on, lock or send, as a scenario declares it; or an array of them. Resources of all kinds are
 * numbered from 0 in order of declaration, the elements of an array one after the other.
 *
 * @param count how many elements the array has; {@link ThreadSpec#SINGLE} for what is no array
 * @param of by kind: the number of the owning thread of a THREAD_PORT or SPIN_PORT, of the serializer of a SERIALIZE_PORT, of
 *     the reply port of a MESSAGE, the address of a POOL_TOKEN; else {@link #NONE}. Known before the run; in an array {@link
 *     Expr.Index} is the place of the element.
 * @param flags of a MESSAGE: {@code MSGF_*}; of a LOCK: {@code LK_*}; else 0
 * @param position of its name
 */
public record ResourceSpec(String name, Kind kind, int count, Expr of, int flags, SourcePosition position) {
    /** It belongs to nothing; of a message: replies go to the sender's own port. */
    public static final long NONE = -1;

    /** What sort of resource. */
    public enum Kind {
        TOKEN,
        /** A token of the pool, which others that hash to the same place share. */
        POOL_TOKEN,
        SPINLOCK,
        SERIALIZER,
        /** A lockmgr lock. */
        LOCK,
        /** Something to sleep on. */
        CHANNEL,
        CPUSYNC,
        MESSAGE,
        THREAD_PORT,
        SPIN_PORT,
        SERIALIZE_PORT,
        PUTONLY_PORT,
        REPLYONLY_PORT,
        NULL_PORT;

        public boolean isPort() {
            return ordinal() >= THREAD_PORT.ordinal();
        }
    }

    public static ResourceSpec of(String name, Kind kind) {
        return new ResourceSpec(name, kind, ThreadSpec.SINGLE, Expr.constant(NONE), 0, SourcePosition.NONE);
    }

    public ResourceSpec times(int newCount) {
        return new ResourceSpec(name, kind, newCount, of, flags, position);
    }

    public ResourceSpec of(long newOf) {
        return of(Expr.constant(newOf));
    }

    public ResourceSpec of(Expr newOf) {
        return new ResourceSpec(name, kind, count, newOf, flags, position);
    }

    public ResourceSpec withFlags(int newFlags) {
        return new ResourceSpec(name, kind, count, of, newFlags, position);
    }

    ResourceSpec at(SourcePosition newPosition) {
        return new ResourceSpec(name, kind, count, of, flags, newPosition);
    }

    /**
     * What element {@code index} belongs to, or {@link #NONE}.
     *
     * @throws IllegalArgumentException if that is not known before the run
     */
    long ofElement(int index) {
        return KnownValue.of(of, index);
    }

    /** How many resources it is. */
    public int resources() {
        return count == ThreadSpec.SINGLE ? 1 : count;
    }

    /** The name of element {@code index}. */
    public String nameOf(int index) {
        return count == ThreadSpec.SINGLE ? name : name + "[" + index + "]";
    }
}
