// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.formatting2;

import org.eclipse.xtext.formatting.IIndentationInformation;
import org.eclipse.xtext.formatting.ILineSeparatorInformation;

/** Four blanks and a line feed, on every platform. */
public final class LwktWhitespace implements IIndentationInformation, ILineSeparatorInformation {
    @Override
    public String getIndentString() {
        return "    ";
    }

    @Override
    public String getLineSeparator() {
        return "\n";
    }
}
