// SPDX-License-Identifier: BSD-3-Clause
/**
 * What a thing under the pointer is: the meaning of a word of the language in the kernel, the number of a priority, the head
 * of a declaration with its doc comment. Read {@link org.lwkt.dsl.ide.hover.LwktHover} first; the texts are in {@code
 * words.properties}.
 */
package org.lwkt.dsl.ide.hover;
