// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.contentassist;

import com.google.inject.Singleton;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.server.contentassist.ContentAssistService;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.TextRegion;

/** Xtext's service, but without proposals where the parser refused the whole file and so left no tree to look at. */
@Singleton
public final class GuardedContentAssist extends ContentAssistService {
    @Override
    public void createProposals(
            String document,
            TextRegion selection,
            int caretOffset,
            XtextResource resource,
            IIdeContentProposalAcceptor acceptor) {
        if (!resource.getContents().isEmpty()) {
            super.createProposals(document, selection, caretOffset, resource, acceptor);
        }
    }
}
