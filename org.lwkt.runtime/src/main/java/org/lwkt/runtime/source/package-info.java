// SPDX-License-Identifier: BSD-3-Clause
/**
 * What a scenario file and a text about it share: where something stands, and how a time is written. A leaf: it sees
 * nothing else, and everything but {@code kernel} may see it.
 */
package org.lwkt.runtime.source;
