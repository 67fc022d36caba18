// SPDX-License-Identifier: BSD-3-Clause
/**
 * Taking, restoring and hashing the state of whatever hangs on one object, by reflection over the runtime's own classes:
 * {@link org.lwkt.runtime.snapshot.Snapshot} and {@link org.lwkt.runtime.snapshot.StateHash}. A class of the runtime
 * takes part without doing anything; what is special about it, it says by {@link
 * org.lwkt.runtime.snapshot.Constant}, {@link org.lwkt.runtime.snapshot.Unhashed}, {@link
 * org.lwkt.runtime.snapshot.Canonical} or {@link org.lwkt.runtime.snapshot.Rewindable}. Knows no class outside of this
 * package.
 */
package org.lwkt.runtime.snapshot;
