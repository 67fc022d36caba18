// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;
import org.lwkt.runtime.kernel.CpuMask;
import org.lwkt.runtime.kernel.CpuSync;
import org.lwkt.runtime.kernel.LwktMsg;
import org.lwkt.runtime.kernel.LwktSerializer;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.LwktToken;
import org.lwkt.runtime.kernel.MsgPort;
import org.lwkt.runtime.kernel.SleepQueue;
import org.lwkt.runtime.kernel.SpinLock;

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

    long hex(int index) {
        return Long.parseUnsignedLong(word(index), 16);
    }

    CpuMask mask(int index) {
        return CpuMask.of(replay.kernel().ncpus(), hex(index));
    }

    MsgPort port(int index) {
        return replay.objects().port(word(index));
    }

    LwktMsg msg(int index) {
        return replay.objects().msg(word(index));
    }

    LwktSerializer serializer(int index) {
        return replay.objects().serializer(word(index));
    }

    SpinLock lock(int index) {
        return replay.objects().lock(word(index));
    }

    CpuSync sync(int index) {
        return replay.objects().sync(word(index));
    }

    /** The arguments from {@code index} on. */
    List<String> rest(int index) {
        return words.subList(index + 1, words.size());
    }

    /** The flags of a sleep that its options from {@code index} on stand for. */
    int sleepFlags(int index) {
        int flags = 0;
        for (String option : rest(index)) {
            switch (option) {
                case "ilk" -> flags |= SleepQueue.PINTERLOCKED;
                case "pcatch" -> flags |= SleepQueue.PCATCH;
                case "timo" -> {}
                default -> flags |= Integer.parseUnsignedInt(option.substring("dom=".length()), 16);
            }
        }
        return flags;
    }

    /** The timeout that is asked for from {@code index} on, 0 or 1. */
    int timo(int index) {
        return rest(index).contains("timo") ? 1 : 0;
    }

    Object ident(int index) {
        return replay.objects().identifier(word(index));
    }
}
