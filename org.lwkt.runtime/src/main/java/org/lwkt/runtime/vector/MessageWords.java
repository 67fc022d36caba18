// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import java.util.List;
import org.lwkt.runtime.kernel.MsgFlag;

/** How a vector makes a message ready. */
final class MessageWords {
    private MessageWords() {}

    /** @param port where replies go to */
    static List<String> init(String message, String port, int flags) {
        StringBuilder init = new StringBuilder("initmsg " + message + " " + port);
        option(init, flags, MsgFlag.PRIORITY, "prio");
        option(init, flags, MsgFlag.DROPABLE, "drop");
        option(init, flags, MsgFlag.USER0, "user0");
        option(init, flags, MsgFlag.ABORTABLE, "abort=reply");
        return (flags & MsgFlag.RECEIPT) == 0
                ? List.of(init.toString())
                : List.of(init.toString(), "receipt " + message);
    }

    private static void option(StringBuilder init, int flags, int flag, String word) {
        if ((flags & flag) != 0) {
            init.append(' ').append(word);
        }
    }
}
