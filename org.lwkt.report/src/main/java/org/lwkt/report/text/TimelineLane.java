// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one CPU did, column by column. Fed in the order of time; memory is bounded by columns times threads. */
final class TimelineLane {
    private final TimeScale scale;
    private final Cell[] cells;
    private String thread = "";
    private long sinceNs;

    TimelineLane(TimeScale scale) {
        this.scale = scale;
        cells = new Cell[scale.columns()];
    }

    /** @param next the thread that runs from now on, empty for the idle thread */
    void switchTo(String next, long timeNs) {
        spend(timeNs);
        thread = next;
        if (!next.isEmpty()) {
            cell(scale.columnOf(timeNs)).spent.merge(next, 0L, Long::sum);
        }
    }

    void mark(TimelineMark mark, long timeNs) {
        Cell cell = cell(scale.columnOf(timeNs));
        if (cell.mark == null || mark.compareTo(cell.mark) < 0) {
            cell.mark = mark;
        }
    }

    /** The run ends; the thread that runs had its CPU until now. */
    void end(long timeNs) {
        spend(timeNs);
    }

    private void spend(long untilNs) {
        if (!thread.isEmpty()) {
            for (int column = scale.columnOf(sinceNs); sinceNs < untilNs; column++) {
                long stopNs = Math.min(untilNs, scale.endOf(column));
                cell(column).spent.merge(thread, stopNs - sinceNs, Long::sum);
                sinceNs = stopNs;
            }
        }
        sinceNs = untilNs;
    }

    private Cell cell(int column) {
        if (cells[column] == null) {
            cells[column] = new Cell();
        }
        return cells[column];
    }

    /** Who had most of each column: a capital for at least half of it, a small letter for less. */
    String mostly(ThreadLetters letters, char idle) {
        StringBuilder row = new StringBuilder();
        for (Cell cell : cells) {
            String most = most(cell);
            if (most.isEmpty()) {
                row.append(idle);
            } else {
                char letter = letters.of(most);
                boolean half = cell.spent.get(most) >= (scale.columnNs() + 1) / 2;
                row.append(half ? letter : ThreadLetters.small(letter));
            }
        }
        return row.toString();
    }

    /** Who else had the CPU in a column, and is not seen beside it: visits too short for a column of their own. */
    String visits(ThreadLetters letters) {
        StringBuilder row = new StringBuilder();
        for (int column = 0; column < cells.length; column++) {
            row.append(visit(column, letters));
        }
        return row.toString().stripTrailing();
    }

    private char visit(int column, ThreadLetters letters) {
        if (cells[column] == null) {
            return ' ';
        }
        String most = most(cells[column]);
        char sign = ' ';
        for (String visitor : cells[column].spent.keySet()) {
            if (!visitor.equals(most) && !isMostly(visitor, column - 1) && !isMostly(visitor, column + 1)) {
                sign = sign == ' ' ? ThreadLetters.small(letters.of(visitor)) : ThreadLetters.MANY;
            }
        }
        return sign;
    }

    private boolean isMostly(String visitor, int column) {
        return column >= 0 && column < cells.length && visitor.equals(most(cells[column]));
    }

    /** The thread with most of the time, the earlier one of equals; empty where none ran. */
    private static String most(Cell cell) {
        String most = "";
        long mostNs = -1;
        if (cell != null) {
            for (Map.Entry<String, Long> entry : cell.spent.entrySet()) {
                if (entry.getValue() > mostNs) {
                    most = entry.getKey();
                    mostNs = entry.getValue();
                }
            }
        }
        return most;
    }

    String marks() {
        StringBuilder row = new StringBuilder();
        for (Cell cell : cells) {
            row.append(cell == null || cell.mark == null ? ' ' : cell.mark.sign);
        }
        return row.toString().stripTrailing();
    }

    private static final class Cell {
        final Map<String, Long> spent = new LinkedHashMap<>();
        TimelineMark mark;
    }
}
