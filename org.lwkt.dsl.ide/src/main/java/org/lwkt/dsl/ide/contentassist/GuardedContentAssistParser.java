// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.contentassist;

import java.util.Collection;
import java.util.List;
import org.eclipse.xtext.ide.editor.contentassist.antlr.FollowElement;
import org.lwkt.dsl.ide.contentassist.antlr.LwktParser;
import org.lwkt.dsl.parser.ParserGuard;

/** The generated parser behind the {@link ParserGuard}: what the guard refuses has no proposals. */
public final class GuardedContentAssistParser extends LwktParser {
    @Override
    public Collection<FollowElement> getFollowElements(String input, boolean strict) {
        return refused(input) ? List.of() : super.getFollowElements(input, strict);
    }

    /** A comment or text that is not closed yet lets a user type on; only depth and size are at stake here. */
    private static boolean refused(String input) {
        return ParserGuard.check(input).isPresent();
    }
}
