// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

import java.util.List;
import org.lwkt.report.table.RunTable;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.source.SourcePosition;

/**
 * A scenario that was run.
 *
 * @param result of the run of a scenario without parameters; else {@code null}
 * @param table of all runs of one with parameters; else {@code null}
 * @param expectations where they are, in the order of the table
 * @param stopped whether there are runs that did not come to their end because the user wanted none any more
 */
record Finished(String name, Result result, RunTable table, List<SourcePosition> expectations, boolean stopped) {
    boolean held() {
        return !stopped && (result == null ? table.held() == table.rows().size() : result.held());
    }
}
