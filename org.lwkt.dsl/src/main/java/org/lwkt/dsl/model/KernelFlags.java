// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.lwkt.dsl.lwkt.Flags;
import org.lwkt.dsl.lwkt.Lockmgr;
import org.lwkt.dsl.lwkt.MessageAnswer;
import org.lwkt.dsl.lwkt.MessageDeclaration;
import org.lwkt.runtime.kernel.LockFlag;
import org.lwkt.runtime.kernel.MsgFlag;
import org.lwkt.runtime.kernel.SleepQueue;

/** The kernel's names of flags, by the calls that take them. */
public enum KernelFlags {
    /** Of sleeps, from sys/param.h. */
    SLEEP(Map.of("PCATCH", SleepQueue.PCATCH, "PINTERLOCKED", SleepQueue.PINTERLOCKED)),
    /** Of sleeps and wakeups, from sys/param.h. */
    DOMAIN(Map.of("PDOMAIN_UMTX", 0x00010000, "PDOMAIN_XLOCK", 0x00020000)),
    /** Of waits for messages: what lwkt_msgport.c looks at. */
    MESSAGE_WAIT(Map.of("PCATCH", SleepQueue.PCATCH)),
    /** Of messages, from sys/msgport.h: those that are given to {@code lwkt_initmsg()}. */
    MESSAGE(Map.of(
            "MSGF_DROPABLE", MsgFlag.DROPABLE,
            "MSGF_ABORTABLE", MsgFlag.ABORTABLE,
            "MSGF_PRIORITY", MsgFlag.PRIORITY,
            "MSGF_RECEIPT", MsgFlag.RECEIPT,
            "MSGF_USER0", MsgFlag.USER0)),
    /** Of {@code lockmgr()}, from sys/lock.h. */
    LOCKMGR(Map.ofEntries(
            Map.entry("LK_SHARED", LockFlag.SHARED),
            Map.entry("LK_EXCLUSIVE", LockFlag.EXCLUSIVE),
            Map.entry("LK_UPGRADE", LockFlag.UPGRADE),
            Map.entry("LK_EXCLUPGRADE", LockFlag.EXCLUPGRADE),
            Map.entry("LK_DOWNGRADE", LockFlag.DOWNGRADE),
            Map.entry("LK_RELEASE", LockFlag.RELEASE),
            Map.entry("LK_CANCEL_BEG", LockFlag.CANCEL_BEG),
            Map.entry("LK_CANCEL_END", LockFlag.CANCEL_END),
            Map.entry("LK_NOWAIT", LockFlag.NOWAIT),
            Map.entry("LK_SLEEPFAIL", LockFlag.SLEEPFAIL),
            Map.entry("LK_CANRECURSE", LockFlag.CANRECURSE),
            Map.entry("LK_CANCELABLE", LockFlag.CANCELABLE),
            Map.entry("LK_TIMELOCK", LockFlag.TIMELOCK),
            Map.entry("LK_PCATCH", LockFlag.PCATCH)));

    private final Map<String, Integer> values;

    KernelFlags(Map<String, Integer> values) {
        this.values = new TreeMap<>(values);
    }

    /** Which flags can stand here. */
    public static List<KernelFlags> of(Flags flags) {
        return switch (flags.eContainer()) {
            case Lockmgr call -> List.of(LOCKMGR);
            case MessageDeclaration message -> List.of(MESSAGE);
            case MessageAnswer call -> List.of(MESSAGE_WAIT);
            case null, default -> List.of(SLEEP, DOMAIN);
        };
    }

    /** All names, sorted. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** Empty where there is none of that name. */
    public OptionalInt value(String name) {
        Integer value = values.get(name);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** What the flags amount to; those that do not exist are left out, and nothing is 0. */
    public static int value(Flags flags) {
        int value = 0;
        if (flags != null) {
            for (String name : flags.getNames()) {
                for (KernelFlags sort : of(flags)) {
                    value |= sort.value(name).orElse(0);
                }
            }
        }
        return value;
    }
}
