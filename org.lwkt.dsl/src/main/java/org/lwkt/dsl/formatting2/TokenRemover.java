// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.formatting2;

import org.eclipse.xtext.formatting2.ITextReplacer;
import org.eclipse.xtext.formatting2.ITextReplacerContext;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.eclipse.xtext.formatting2.regionaccess.ITextSegment;

/** Takes a token out of the text. */
final class TokenRemover implements ITextReplacer {
    private final ISemanticRegion token;

    TokenRemover(ISemanticRegion token) {
        this.token = token;
    }

    @Override
    public ITextSegment getRegion() {
        return token;
    }

    @Override
    public ITextReplacerContext createReplacements(ITextReplacerContext context) {
        context.addReplacement(token.replaceWith(""));
        return context;
    }
}
