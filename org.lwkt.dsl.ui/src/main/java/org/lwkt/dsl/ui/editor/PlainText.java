// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.editor;

/** Markdown for a widget that shows it as it is: without the marks of bold type and of code. */
final class PlainText {
    private PlainText() {}

    static String of(String markdown) {
        return markdown.replace("**", "").replace("`", "");
    }
}
