// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

import org.lwkt.runtime.scenario.Session;

/** A run that is driven on from one point of virtual time to the next. */
final class MachineLoad {
    private final Session session;
    private long atNs;

    MachineLoad(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    /** Answers the steps so far. */
    long advance(long byNs) {
        atNs += byNs;
        session.runTo(atNs);
        return session.steps();
    }
}
