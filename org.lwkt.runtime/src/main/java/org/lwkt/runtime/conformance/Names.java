// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.LwktToken;

/** The objects of a vector by the names that its script uses. */
final class Names {
    private static final int TOKENS = 8;

    private final Map<String, LwktThread> threads = new LinkedHashMap<>();
    private final Map<LwktThread, String> names = new HashMap<>();
    private final List<LwktToken> tokens = new ArrayList<>();
    private final Map<LwktToken, String> lwpTokens = new HashMap<>();
    private final Map<String, String> identifiers = new HashMap<>();

    Names() {
        for (int i = 0; i < TOKENS; i++) {
            tokens.add(new LwktToken("K" + i, i));
        }
    }

    /** {@code lwkt_init_thread()} made {@code td} the thread of that name; another name of the structure is lost. */
    void bind(String name, LwktThread td) {
        unbind(td);
        threads.remove(name);
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
        return lwpTokens.getOrDefault(token, token.desc());
    }

    /** The sleep identifier that {@code word} stands for: the structure of a thread, or an address of its own. */
    Object identifier(String word) {
        LwktThread td = threads.get(word);
        return td != null ? td : identifiers.computeIfAbsent(word, String::new);
    }

    String ofIdentifier(Object identifier) {
        return identifier instanceof LwktThread td ? of(td) : identifier.toString();
    }
}
