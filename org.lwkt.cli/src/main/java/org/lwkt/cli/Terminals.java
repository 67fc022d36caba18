// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What is known of the terminal. Java tells it of standard input and output together only, and slowly. */
final class Terminals {
    /** The numbers of the file descriptors that are terminals, such as {@code 02}; set by a launcher that knows. */
    private static final String PROPERTY = "lwkt.terminals";

    private Terminals() {}

    static boolean isTerminal(int descriptor) {
        String known = System.getProperty(PROPERTY);
        if (known != null) {
            return known.indexOf('0' + descriptor) >= 0;
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            return false;
        }
    }

    static boolean wantsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
    }

    /** Whether the locale of a terminal is one in UTF-8. */
    static boolean showsUnicode(Map<String, String> environment) {
        for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = environment.getOrDefault(variable, "");
            if (!locale.isEmpty()) {
                return locale.endsWith("UTF-8") || locale.endsWith("utf8");
            }
        }
        return false;
    }
}
