// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.hover;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.ide.server.hover.IHoverService;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.lwkt.dsl.ide.Keywords;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.Parameter;
import org.lwkt.dsl.lwkt.Priority;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.SweepParameter;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.VariableDeclaration;

/** Explains the word, the priority or the name at a place. */
@Singleton
public final class LwktHover implements IHoverService {
    @Inject
    private DocumentExtensions documents;

    @Inject
    private EObjectAtOffsetHelper elements;

    @Inject
    private IEObjectDocumentationProvider documentation;

    @Inject
    private Keywords keywords;

    @Override
    public Hover hover(Document document, XtextResource resource, HoverParams params, CancelIndicator cancelled) {
        if (resource.getParseResult() == null) {
            return EMPTY_HOVER;
        }
        int offset = document.getOffSet(params.getPosition());
        ILeafNode leaf =
                NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), offset);
        if (leaf == null || leaf.isHidden()) {
            return EMPTY_HOVER;
        }
        return explain(leaf, resource, offset)
                .map(text -> new Hover(
                        new MarkupContent(MarkupKind.MARKDOWN, text),
                        documents.newRange(resource, leaf.getTextRegion())))
                .orElse(EMPTY_HOVER);
    }

    private Optional<String> explain(ILeafNode leaf, XtextResource resource, int offset) {
        if (leaf.getGrammarElement() instanceof Keyword keyword && keywords.isWord(keyword)) {
            return Words.keyword(
                    keyword.getValue(), GrammarUtil.containingRule(keyword).getName());
        }
        EObject here = NodeModelUtils.findActualSemanticObjectFor(leaf);
        if (here instanceof Priority priority && priority.getName() != null) {
            return Words.priority(priority.getName());
        }
        EObject target = elements.resolveCrossReferencedElementAt(resource, offset);
        if (target == null && isNameOf(here, leaf)) {
            target = here;
        }
        return target == null || target.eIsProxy() ? Optional.empty() : declaration(target);
    }

    private static boolean isNameOf(EObject element, ILeafNode leaf) {
        var feature = switch (element) {
            case ThreadDeclaration thread -> LwktPackage.eINSTANCE.getThreadDeclaration_Name();
            case VariableDeclaration variable -> LwktPackage.eINSTANCE.getVariableDeclaration_Name();
            case Parameter parameter -> LwktPackage.eINSTANCE.getParameter_Name();
            case ProcedureDeclaration procedure -> LwktPackage.eINSTANCE.getElement_Name();
            case ResourceDeclaration resource -> LwktPackage.eINSTANCE.getElement_Name();
            case MachineDeclaration machine -> LwktPackage.eINSTANCE.getElement_Name();
            case SweepParameter parameter -> LwktPackage.eINSTANCE.getSweepParameter_Name();
            case ScenarioDeclaration scenario -> LwktPackage.eINSTANCE.getElement_Name();
            case null, default -> null;
        };
        return feature != null
                && NodeModelUtils.findNodesForFeature(element, feature).stream()
                        .anyMatch(node -> node.getTotalOffset() <= leaf.getOffset()
                                && leaf.getOffset() < node.getTotalEndOffset());
    }

    private Optional<String> declaration(EObject element) {
        String head = Headlines.of(element);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        String name = (String) element.eGet(element.eClass().getEStructuralFeature("name"));
        String text = documentation.getDocumentation(element);
        return Optional.of("**" + name + "**: " + head + (text == null || text.isBlank() ? "" : "\n\n" + text.strip()));
    }
}
