// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import org.lwkt.dsl.lwkt.AtEvent;
import org.lwkt.dsl.lwkt.CpuAction;
import org.lwkt.dsl.lwkt.CpuEvent;
import org.lwkt.dsl.lwkt.Event;
import org.lwkt.dsl.lwkt.EveryEvent;
import org.lwkt.dsl.lwkt.InterruptEvent;
import org.lwkt.dsl.lwkt.SpuriousEvent;
import org.lwkt.dsl.lwkt.StartEvent;
import org.lwkt.dsl.lwkt.WakeupEvent;
import org.lwkt.dsl.lwkt.WhenEvent;
import org.lwkt.runtime.scenario.EventSpec;

/** An event as data. */
final class EventLowering {
    private EventLowering() {}

    static EventSpec lower(AtEvent at) {
        return lower(at.getEvent()).at(at.getTime());
    }

    static EventSpec lower(EveryEvent every) {
        return lower(every.getEvent())
                .every(
                        every.getPeriod(),
                        every.getFirst() == null ? 0 : every.getFirst(),
                        every.getUntil() == null ? Long.MAX_VALUE : every.getUntil(),
                        every.getJitter() == null ? 0 : every.getJitter());
    }

    static EventSpec lower(WhenEvent when, Numbering numbers) {
        return lower(when.getEvent())
                .when(
                        new ElementConditions(numbers).forEachElement(when.getCondition()),
                        when.isOnce(),
                        when.getDelay() == null ? 0 : when.getDelay());
    }

    private static EventSpec lower(Event event) {
        return switch (event) {
            case InterruptEvent it -> on(it.getCpu(), EventSpec.interrupt(ExpectationLowering.name(it.getTarget())));
            case StartEvent it -> EventSpec.start(ExpectationLowering.name(it.getTarget()));
            case WakeupEvent it -> {
                String channel = ExpectationLowering.name(it.getChannel());
                yield on(it.getCpu(), it.isOne() ? EventSpec.wakeupOne(channel) : EventSpec.wakeup(channel));
            }
            case CpuEvent it when it.getAction() == CpuAction.STOP -> EventSpec.stopCpu(Math.toIntExact(it.getCpu()));
            case CpuEvent it -> EventSpec.restartCpu(Math.toIntExact(it.getCpu()));
            case SpuriousEvent it -> EventSpec.spuriousInterrupt(Math.toIntExact(it.getCpu()));
            default ->
                throw new IllegalStateException(
                        "an event that cannot be lowered: " + event.eClass().getName());
        };
    }

    private static EventSpec on(Long cpu, EventSpec event) {
        return cpu == null ? event : event.onCpu(Math.toIntExact(cpu));
    }
}
