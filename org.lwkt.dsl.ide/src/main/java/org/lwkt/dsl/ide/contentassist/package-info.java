// SPDX-License-Identifier: BSD-3-Clause
/**
 * What can be typed next: the words of the language where they fit, names, priorities, units. Read {@link
 * org.lwkt.dsl.ide.contentassist.LwktProposals} first.
 */
package org.lwkt.dsl.ide.contentassist;
