// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lwkt.runtime.machine.ThreadConfig;

/** How a vector calls the threads of a run: as the scenario does, unless that is no word there or means something else. */
final class ThreadNames {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.#\\[\\]]*");
    private static final Pattern TAKEN =
            Pattern.compile("main|idle[0-9]+|o[0-9]+|I[0-9]+|J[0-9]+|K[0-9]+|L[0-9]+|M[0-9]+|P[0-9]+|S[0-9]+|X[0-9]+");

    private final Map<Integer, String> names = new TreeMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int firstIdle;

    ThreadNames(List<ThreadConfig> declared, List<Call> calls) {
        firstIdle = declared.size();
        for (int number = 0; number < firstIdle; number++) {
            add(number, declared.get(number).name());
        }
        for (Call call : calls) {
            if (call.createdConfig != null) {
                add(call.created, call.createdConfig.name());
            }
        }
    }

    private void add(int number, String wanted) {
        boolean good = WORD.matcher(wanted).matches() && !TAKEN.matcher(wanted).matches();
        String name = good ? wanted : "thread" + number;
        while (numbers.putIfAbsent(name, number) != null) {
            name += "_";
        }
        names.put(number, name);
    }

    String of(long number) {
        return names.get((int) number);
    }

    /** The machine's number for a thread of a replay. */
    int number(String name) {
        Integer number = numbers.get(name);
        if (number != null) {
            return number;
        }
        if (name.startsWith("idle")) {
            return firstIdle + Integer.parseInt(name.substring("idle".length()));
        }
        return name.equals("main") ? KernelState.BOOT_THREAD : KernelState.BOOT_THREAD - 1;
    }
}
