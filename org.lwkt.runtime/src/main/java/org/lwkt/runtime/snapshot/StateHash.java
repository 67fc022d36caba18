// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import org.lwkt.runtime.digest.Digest;

/**
 * 128 bits over the state of an object and of all that it refers to. Equal states have equal hashes, in any JVM; of
 * different ones it is practically never the same. States are comparable only among machines of one scenario, since what
 * is {@link Constant} is left out.
 */
public record StateHash(Digest digest) {
    public static StateHash of(Object root) {
        return new StateHasher().hash(root);
    }

    /** 32 hexadecimal digits. */
    @Override
    public String toString() {
        return digest.toString();
    }
}
