// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lwkt.runtime.kernel.CpuSync;
import org.lwkt.runtime.kernel.IpiBarrier;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.LwktToken;
import org.lwkt.runtime.kernel.MsgPort;
import org.lwkt.runtime.kernel.SleepBucket;

/** The objects of a vector by the names that its script uses. */
final class Names {
    private static final int TOKENS = 8;

    private final Map<String, LwktThread> threads = new LinkedHashMap<>();
    private final Map<LwktThread, String> names = new HashMap<>();
    private final List<LwktToken> tokens = new ArrayList<>();
    private final Map<LwktToken, String> lwpTokens = new HashMap<>();
    private final Map<String, String> identifiers = new HashMap<>();
    private final Map<Object, String> objects = new HashMap<>();

    Names() {
        for (int i = 0; i < TOKENS; i++) {
            tokens.add(new LwktToken("K" + i, i));
        }
    }

    /** {@code lwkt_init_thread()} made {@code td} the thread of that name; another name of the structure is lost. */
    void bind(String name, LwktThread td) {
        unbind(td);
        names.remove(threads.remove(name));
        threads.put(name, td);
        names.put(td, name);
    }

    void unbind(LwktThread td) {
        String old = names.remove(td);
        if (old != null) {
            threads.remove(old);
        }
    }

    /** The thread of that name, or null. */
    LwktThread thread(String name) {
        return threads.get(name);
    }

    /** The named threads, the first bound first. */
    Map<String, LwktThread> threads() {
        return threads;
    }

    String of(LwktThread td) {
        if (td == null) {
            return "-";
        }
        String name = names.get(td);
        return name != null ? name : "o" + td.objectNumber();
    }

    LwktToken token(String name) {
        return tokens.get(name.charAt(1) - '0');
    }

    List<LwktToken> tokens() {
        return tokens;
    }

    /** The token of a new lwp; by address they follow the others in the order of their making. */
    LwktToken makeLwpToken(LwktThread td) {
        LwktToken token = new LwktToken("lwp", TOKENS + lwpTokens.size());
        lwpTokens.put(token, "lwp." + of(td));
        return token;
    }

    String of(LwktToken token) {
        String lwp = lwpTokens.get(token);
        if (lwp != null) {
            return lwp;
        }
        return token.desc().equals("pool") ? "pool." + token.poolIndex() : token.desc();
    }

    /** An identifier that is nothing but an address. */
    Object address(String word) {
        return identifiers.computeIfAbsent(word, String::new);
    }

    /** Gives an object the name that the script has for it. */
    void name(Object object, String name) {
        objects.put(object, name);
    }

    String ofIdentifier(Object identifier) {
        if (identifier == null) {
            return "-";
        }
        String name = objects.get(identifier);
        if (name != null) {
            return name;
        }
        if (identifier instanceof LwktThread td) {
            return of(td);
        }
        if (identifier instanceof IpiBarrier barrier) {
            return "stk." + of(barrier.owner());
        }
        if (identifier instanceof CpuSync sync) {
            return "stk." + of(sync.owner());
        }
        if (identifier instanceof MsgPort port) {
            return "port." + of(port.owner());
        }
        return identifier == SleepBucket.MULTI ? "multi" : identifier.toString();
    }
}
