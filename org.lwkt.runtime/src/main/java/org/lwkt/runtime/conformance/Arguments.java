// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.LwktToken;

/**
 * The arguments of one operation, resolved when the operation asks for them; {@link Operations#problem} has seen their
 * form.
 *
 * @param words the operation's name and its arguments
 */
record Arguments(List<String> words, Replay replay) {
    String word(int index) {
        return words.get(index + 1);
    }

    LwktThread thread(int index) {
        return replay.names().thread(word(index));
    }

    int number(int index) {
        return Integer.parseInt(word(index));
    }

    LwktToken token(int index) {
        return replay.names().token(word(index));
    }

    Object ident(int index) {
        return replay.names().identifier(word(index));
    }
}
