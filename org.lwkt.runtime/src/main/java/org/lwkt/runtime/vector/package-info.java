// SPDX-License-Identifier: BSD-3-Clause
/**
 * Writes a run of a scenario as a conformance vector: what the machine did to its kernel, command by command, with the state
 * after each as a replay without virtual time shows it. The replay is compared with the run after every command, so that
 * what is written is that run; one that the format cannot say is refused with the first place that has no command. Sees the
 * scenario and the conformance vectors; nothing in the runtime sees it. Start with {@link
 * org.lwkt.runtime.vector.VectorRun}.
 */
package org.lwkt.runtime.vector;
