// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code pool_tokens}: tokens that an address is hashed to. Made when they are first asked for. */
@Ports("sys/kern/lwkt_token.c")
public final class TokenPool {
    /** {@code LWKT_POOL_TOKENS}. */
    public static final int SIZE = 16384;

    private static final long PRIME1 = 66555444443333333L;
    private static final long PRIME2 = 989042931893L;

    private LwktToken[] tokens;

    TokenPool() {}

    /** The index of the token for {@code address}. */
    public static int index(long address) {
        long hash1 = Long.remainderUnsigned(address + (address >>> 18), PRIME1);
        long hash2 = Long.remainderUnsigned((address >>> 8) + (address >>> 24), PRIME2);
        return (int) (hash1 ^ hash2) & SIZE - 1;
    }

    @Ports({"sys/kern/lwkt_token.c#lwkt_token_pool_lookup", "sys/kern/lwkt_token.c#_lwkt_token_pool_lookup"})
    public LwktToken lookup(long address) {
        if (tokens == null) {
            tokens = new LwktToken[SIZE];
        }
        int index = index(address);
        if (tokens[index] == null) {
            tokens[index] = new LwktToken("pool", LwktToken.ORDER_POOL + index);
        }
        return tokens[index];
    }
}
