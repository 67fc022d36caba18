// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** The KTR points of a serializer. */
public enum SerializerEvent {
    TRY_FAILED,
    SLEEPS,
    AWAKE,
    ADAPTIVE_SLEEPS,
    ADAPTIVE_AWAKE,
    WAKES_UP
}
