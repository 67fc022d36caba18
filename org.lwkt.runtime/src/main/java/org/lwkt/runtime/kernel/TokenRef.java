// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code struct lwkt_tokref}: one entry of a thread's stack of tokens. */
public final class TokenRef {
    final LwktThread owner;
    final int index;
    LwktToken token;
    /** {@code tr_count}: EXCLUSIVE|EXCLREQ, or EXCLREQ for shared; a recursive exclusive hold loses EXCLUSIVE. */
    long mode;

    TokenRef(LwktThread owner, int index) {
        this.owner = owner;
        this.index = index;
    }

    public LwktToken token() {
        return token;
    }

    /** Whether the EXCLUSIVE bit of {@code tr_count} is set. */
    public boolean isExclusive() {
        return (mode & LwktToken.EXCLUSIVE) != 0;
    }

    /** Whether the token's {@code t_ref} is this reference. */
    public boolean holdsToken() {
        return token.ref == this;
    }
}
