// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.contentassist;

import com.google.inject.Inject;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IdeCrossrefProposalProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.lwkt.dsl.ide.hover.Headlines;

/** Names, each with the head of its declaration and its doc comment. */
public final class ReferenceProposals extends IdeCrossrefProposalProvider {
    @Inject
    private IEObjectDocumentationProvider documentation;

    @Override
    protected ContentAssistEntry createProposal(
            IEObjectDescription candidate, CrossReference reference, ContentAssistContext context) {
        ContentAssistEntry entry = super.createProposal(candidate, reference, context);
        if (entry != null
                && candidate.getEObjectOrProxy() != null
                && !candidate.getEObjectOrProxy().eIsProxy()) {
            entry.setDescription(Headlines.of(candidate.getEObjectOrProxy()));
            entry.setDocumentation(documentation.getDocumentation(candidate.getEObjectOrProxy()));
        }
        return entry;
    }
}
