// SPDX-License-Identifier: BSD-3-Clause
/**
 * What a diagnostic may be mended by, for every editor. Read {@link org.lwkt.dsl.fixes.QuickFixes} first. Knows no editor: how a fix
 * is offered and applied is theirs.
 */
package org.lwkt.dsl.fixes;
