// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.server;

import com.google.gson.JsonPrimitive;

/** Arguments of commands are JSON elements when they came over a stream, and what they are in process. */
final class CommandArguments {
    private CommandArguments() {}

    static String text(Object argument) {
        return argument instanceof JsonPrimitive json ? json.getAsString() : String.valueOf(argument);
    }
}
