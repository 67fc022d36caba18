// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.Locale;
import org.lwkt.runtime.source.TimeText;
import org.lwkt.runtime.trace.TraceEvent;

/** A failed expectation in words, for whoever has no report: its place, both values, the moment, the events that explain it. */
final class FailureText {
    private FailureText() {}

    static String of(ExpectationResult result) {
        StringBuilder text = new StringBuilder();
        if (result.expectation().position().isKnown()) {
            text.append(result.expectation().position()).append(": ");
        }
        text.append("expected ").append(result.expected()).append(", actual ").append(result.actual());
        text.append("\n  at ").append(TimeText.of(result.timeNs()));
        if (result.cpu() >= 0) {
            text.append(", cpu ").append(result.cpu());
        }
        if (!result.thread().isEmpty()) {
            text.append(", thread ").append(result.thread());
        }
        result.evidence().forEach(event -> append(text, event));
        return text.toString();
    }

    private static void append(StringBuilder text, TraceEvent event) {
        String kind = event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        text.append("\n  ").append(TimeText.of(event.timeNs())).append(" cpu ").append(event.cpu());
        text.append(": ").append(kind);
        for (String more : new String[] {event.thread(), event.detail()}) {
            if (!more.isEmpty()) {
                text.append(' ').append(more);
            }
        }
    }
}
