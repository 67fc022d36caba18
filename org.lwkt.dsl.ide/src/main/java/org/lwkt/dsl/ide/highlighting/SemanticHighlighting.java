// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.highlighting;

import com.google.inject.Inject;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.xtext.ide.editor.syntaxcoloring.IHighlightedPositionAcceptor;
import org.eclipse.xtext.ide.editor.syntaxcoloring.ISemanticHighlightingCalculator;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.lwkt.dsl.ide.Keywords;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.Name;
import org.lwkt.dsl.lwkt.Parameter;
import org.lwkt.dsl.lwkt.Priority;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.VariableDeclaration;

/** The semantic tokens of the protocol: its token types are our style ids. */
public final class SemanticHighlighting implements ISemanticHighlightingCalculator {
    @Inject
    private Keywords keywords;

    @Override
    public void provideHighlightingFor(
            XtextResource resource, IHighlightedPositionAcceptor acceptor, CancelIndicator cancelled) {
        if (resource == null || resource.getParseResult() == null) {
            return;
        }
        for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
            if (cancelled.isCanceled()) {
                return;
            }
            if (!leaf.isHidden()) {
                highlight(leaf, acceptor);
            }
        }
        for (Lexeme lexeme : Lexemes.of(resource.getParseResult().getRootNode().getText())) {
            String type = type(lexeme.kind());
            if (type != null) {
                acceptor.addPosition(lexeme.offset(), lexeme.length(), type);
            }
        }
    }

    private void highlight(ILeafNode leaf, IHighlightedPositionAcceptor acceptor) {
        String type = keywords.isWord(leaf.getGrammarElement()) ? SemanticTokenTypes.Keyword : nameType(leaf);
        if (type != null) {
            acceptor.addPosition(leaf.getOffset(), leaf.getLength(), type);
        }
    }

    /** The grammar says above which words are keywords. */
    private static String type(Lexeme.Kind kind) {
        return switch (kind) {
            case NUMBER -> SemanticTokenTypes.Number;
            case COMMENT -> SemanticTokenTypes.Comment;
            case TEXT -> SemanticTokenTypes.String;
            case KEYWORD -> null;
        };
    }

    /** {@code null} for what is no name. */
    private static String nameType(ILeafNode leaf) {
        EObject element = NodeModelUtils.findActualSemanticObjectFor(leaf);
        String text = leaf.getText();
        return switch (element) {
            case ThreadDeclaration thread when text.equals(thread.getName()) -> SemanticTokenTypes.Function;
            case Ref reference when reference.getSymbol() instanceof ThreadDeclaration -> SemanticTokenTypes.Function;
            case Ref reference when reference.getSymbol() instanceof Parameter -> SemanticTokenTypes.Parameter;
            case Ref reference -> SemanticTokenTypes.Variable;
            case ResourceDeclaration resource when text.equals(resource.getName()) -> SemanticTokenTypes.Variable;
            case VariableDeclaration variable when text.equals(variable.getName()) -> SemanticTokenTypes.Variable;
            case ProcedureDeclaration procedure when text.equals(procedure.getName()) -> SemanticTokenTypes.Method;
            case Parameter parameter when text.equals(parameter.getName()) -> SemanticTokenTypes.Parameter;
            case Name name ->
                name.eContainer() instanceof Invocation ? SemanticTokenTypes.Method : SemanticTokenTypes.Variable;
            case MachineDeclaration machine when text.equals(machine.getName()) -> SemanticTokenTypes.Struct;
            case ScenarioDeclaration scenario
            when scenario.getMachine() != null
                    && text.equals(scenario.getMachine().getName()) -> SemanticTokenTypes.Struct;
            case Priority priority when text.equals(priority.getName()) -> SemanticTokenTypes.EnumMember;
            case null, default -> null;
        };
    }
}
