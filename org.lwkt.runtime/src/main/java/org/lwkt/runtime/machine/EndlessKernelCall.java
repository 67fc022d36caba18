// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/** A kernel call goes round in a circle: the run ends as by a budget. */
final class EndlessKernelCall extends RuntimeException {
    private static final long serialVersionUID = 1;

    EndlessKernelCall(String message) {
        super(message);
    }
}
