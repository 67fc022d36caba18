// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.function.Supplier;

/** Something that is made once, when it is first asked for; for one thread. */
final class OnFirstUse<T> implements Supplier<T> {
    private final Supplier<? extends T> maker;
    private T made;

    OnFirstUse(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
