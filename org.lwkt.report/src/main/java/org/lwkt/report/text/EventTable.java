// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.List;
import org.lwkt.runtime.source.TimeText;

/** Events as a table whose times are aligned at the decimal point, all in one unit. */
final class EventTable {
    private EventTable() {}

    /** @param events in the order of time, at least one */
    static List<String> lines(List<EventLine> events, int columns, TextStyle style) {
        int unit = Times.unitOf(events.getLast().timeNs());
        int decimals = 0;
        for (EventLine event : events) {
            decimals = Math.max(decimals, Times.decimals(event.timeNs(), unit));
        }
        Table table = new Table(">time/" + Times.unitName(unit), ">cpu", "event", "thread", "");
        for (EventLine event : events) {
            table.row(
                    Times.decimal(event.timeNs(), unit, decimals),
                    event.cpu() < 0 ? "-" : Integer.toString(event.cpu()),
                    event.what(),
                    event.thread(),
                    event.note());
        }
        return table.lines(columns, style);
    }

    /** A few events that explain something: without headings, each time with its own unit. */
    static List<String> bare(List<EventLine> events, int columns, TextStyle style) {
        Table table = new Table(">", "", "", "", "");
        for (EventLine event : events) {
            table.row(
                    TimeText.of(event.timeNs()),
                    event.cpu() < 0 ? "" : "cpu " + event.cpu(),
                    event.what(),
                    event.thread(),
                    event.note());
        }
        return table.lines(columns, style);
    }
}
