// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** What an {@link IpiFunction#EXTERNAL} message asks for: a function from outside this package. */
public interface IpiCall {
    /**
     * Runs on the target CPU. Context: critical section, hard code section unless the target is the sender.
     *
     * @param argument2 the message's second argument
     * @param frame whether an interrupt frame came with the message
     */
    Flow call(GlobalData gd, int argument2, boolean frame);
}
