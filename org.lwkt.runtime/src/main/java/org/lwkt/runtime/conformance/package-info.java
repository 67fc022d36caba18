// SPDX-License-Identifier: BSD-3-Clause
/**
 * Replays step vectors against the kernel alone: a vector is a script of operations and interrupts together with the
 * state that the real kernel source showed after each. What only a vector needs, such as its object names and its
 * composed operations, lives here. Sees the kernel and nothing else. Start with
 * {@link org.lwkt.runtime.conformance.VectorCheck}.
 */
package org.lwkt.runtime.conformance;
