// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code struct lwp}: the user side of a thread, as far as the scheduler looks at it. */
public final class Lwp {
    /** {@code lwp_stat}. */
    static final int LSRUN = 2;

    static final int LSSLEEP = 4;

    /** {@code LWP_MP_ONRUNQ}: the user scheduler holds the lwp on a queue of its own. */
    boolean onRunq;

    int stat = LSRUN;
    final LwktToken token;
    final LwktThread thread;

    public Lwp(LwktThread thread, LwktToken token) {
        this.thread = thread;
        this.token = token;
    }

    public boolean isSleeping() {
        return stat == LSSLEEP;
    }

    public void setOnRunq(boolean on) {
        onRunq = on;
    }

    /** The thread that the lwp was made for. */
    public LwktThread thread() {
        return thread;
    }

    /** {@code lwp_token}. */
    public LwktToken token() {
        return token;
    }
}
