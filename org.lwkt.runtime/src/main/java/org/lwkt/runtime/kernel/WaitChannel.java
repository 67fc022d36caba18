// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** Something to sleep on that is nothing else, as a driver declares it. */
public final class WaitChannel extends WaitIdent {
    private final String name;

    public WaitChannel(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
