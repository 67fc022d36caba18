// SPDX-License-Identifier: BSD-3-Clause

/**
 * Files that import each other: what a path leads to, what of it can be seen, who is affected by an edit. Everything goes
 * through the resource set of the importing file, so that the text in an editor counts before the one on the disk. Nothing
 * here knows what a declaration means. Read {@link org.lwkt.dsl.imports.Imports} first.
 */
package org.lwkt.dsl.imports;
