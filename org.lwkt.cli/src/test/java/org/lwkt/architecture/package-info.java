// SPDX-License-Identifier: BSD-3-Clause

/**
 * The arrows of docs/ARCHITECTURE.md, and the habits that make runs repeatable, as tests over the compiled modules.
 *
 * <p>They stand in the module of the command line because it sees all others. Read {@link
 * org.lwkt.architecture.ModuleArrowsTest} first.
 */
package org.lwkt.architecture;
