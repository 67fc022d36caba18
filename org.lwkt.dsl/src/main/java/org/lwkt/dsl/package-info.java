// SPDX-License-Identifier: BSD-3-Clause

/**
 * The .lwkt language: its grammar, and how its services are put together.
 *
 * <p>Knows nothing of editors and of the command line. Read {@code Lwkt.xtext} first, then {@link
 * org.lwkt.dsl.LwktRuntimeModule}.
 */
package org.lwkt.dsl;
