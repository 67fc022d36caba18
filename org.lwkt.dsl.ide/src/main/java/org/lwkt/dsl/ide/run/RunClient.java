// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

import java.util.function.BooleanSupplier;

/** Who asked for a run, and is told of it on the thread that runs. */
public interface RunClient {
    /** A run begins; it is over when what is returned here is closed. */
    Progress begin(BooleanSupplier cancelled);

    /** There is something new to show in the document. */
    void found();

    /** Hears how far a run is, and says whether it is still wanted. */
    interface Progress extends AutoCloseable {
        /** The scenario, counted from 0, begins. */
        void scenario(int index, int count, String name);

        boolean isCancelled();

        @Override
        void close();
    }
}
