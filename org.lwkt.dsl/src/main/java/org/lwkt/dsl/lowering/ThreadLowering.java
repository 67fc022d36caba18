// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import org.lwkt.dsl.lwkt.Nice;
import org.lwkt.dsl.lwkt.OnCpu;
import org.lwkt.dsl.lwkt.StartTime;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.ThreadFlagKind;
import org.lwkt.dsl.model.ThreadFacts;
import org.lwkt.runtime.scenario.ThreadSpec;

/** What a thread is, without its body. */
final class ThreadLowering {
    private ThreadLowering() {}

    static ThreadSpec lower(ThreadDeclaration thread, ExprLowering expressions) {
        ThreadSpec spec = kind(thread).atPriority(ThreadFacts.priority(thread).orElseThrow());
        if (thread.getSize() != null) {
            spec = spec.times(Math.toIntExact(thread.getSize()));
        }
        OnCpu place = ThreadFacts.option(thread, OnCpu.class).orElse(null);
        if (place != null) {
            spec = place.isAny() ? spec.onAnyCpu() : spec.onCpu(expressions.lower(place.getCpu()));
        }
        Nice nice = ThreadFacts.option(thread, Nice.class).orElse(null);
        if (nice != null) {
            spec = spec.withNice(ThreadFacts.nice(nice).orElseThrow());
        }
        StartTime start = ThreadFacts.option(thread, StartTime.class).orElse(null);
        if (start != null) {
            spec = spec.startingAt(start.getTime());
        }
        if (ThreadFacts.has(thread, ThreadFlagKind.NOSTART)) {
            spec = spec.nostart();
        }
        if (ThreadFacts.has(thread, ThreadFlagKind.TEMPLATE)) {
            spec = spec.template();
        }
        return ThreadFacts.has(thread, ThreadFlagKind.DAEMON) ? spec.asDaemon() : spec;
    }

    private static ThreadSpec kind(ThreadDeclaration thread) {
        String name = thread.getName();
        if (thread.isInterrupt()) {
            return ThreadSpec.interrupt(name);
        }
        if (thread.isSupport()) {
            return ThreadSpec.interruptSupport(name);
        }
        return thread.isUser() ? ThreadSpec.user(name) : ThreadSpec.kernel(name);
    }
}
