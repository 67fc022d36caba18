// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide;

import org.eclipse.xtext.generator.IShouldGenerate;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.IdeCrossrefProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.antlr.IContentAssistParser;
import org.eclipse.xtext.ide.editor.syntaxcoloring.ISemanticHighlightingCalculator;
import org.eclipse.xtext.ide.server.codeActions.ICodeActionService2;
import org.eclipse.xtext.ide.server.codelens.ICodeLensService;
import org.eclipse.xtext.ide.server.contentassist.ContentAssistService;
import org.eclipse.xtext.ide.server.hover.IHoverService;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolMapper.DocumentSymbolKindProvider;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolMapper.DocumentSymbolNameProvider;
import org.lwkt.dsl.ide.contentassist.GuardedContentAssist;
import org.lwkt.dsl.ide.contentassist.GuardedContentAssistParser;
import org.lwkt.dsl.ide.contentassist.LwktProposals;
import org.lwkt.dsl.ide.contentassist.ReferenceProposals;
import org.lwkt.dsl.ide.fixes.FixActions;
import org.lwkt.dsl.ide.highlighting.SemanticHighlighting;
import org.lwkt.dsl.ide.hover.LwktHover;
import org.lwkt.dsl.ide.run.RunLenses;
import org.lwkt.dsl.ide.symbols.SymbolKinds;
import org.lwkt.dsl.ide.symbols.SymbolNames;

/** Binds the services for editors; what is not bound here is Xtext's default. */
public class LwktIdeModule extends AbstractLwktIdeModule {
    @Override
    public Class<? extends IContentAssistParser> bindIContentAssistParser() {
        return GuardedContentAssistParser.class;
    }

    public Class<? extends ContentAssistService> bindContentAssistService() {
        return GuardedContentAssist.class;
    }

    public Class<? extends IdeContentProposalProvider> bindIdeContentProposalProvider() {
        return LwktProposals.class;
    }

    public Class<? extends IdeCrossrefProposalProvider> bindIdeCrossrefProposalProvider() {
        return ReferenceProposals.class;
    }

    public Class<? extends IHoverService> bindIHoverService() {
        return LwktHover.class;
    }

    public Class<? extends ISemanticHighlightingCalculator> bindISemanticHighlightingCalculator() {
        return SemanticHighlighting.class;
    }

    public Class<? extends ICodeLensService> bindICodeLensService() {
        return RunLenses.class;
    }

    public Class<? extends ICodeActionService2> bindICodeActionService2() {
        return FixActions.class;
    }

    public Class<? extends DocumentSymbolNameProvider> bindDocumentSymbolNameProvider() {
        return SymbolNames.class;
    }

    public Class<? extends DocumentSymbolKindProvider> bindDocumentSymbolKindProvider() {
        return SymbolKinds.class;
    }

    /** Otherwise the server would write generated Java into the user's workspace with each build. */
    public IShouldGenerate bindIShouldGenerate() {
        return (resource, cancelled) -> false;
    }
}
