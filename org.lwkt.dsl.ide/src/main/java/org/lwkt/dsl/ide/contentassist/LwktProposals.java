// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.contentassist;

import com.google.common.base.Predicate;
import com.google.common.base.Predicates;
import com.google.inject.Inject;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.lwkt.dsl.ide.Keywords;
import org.lwkt.dsl.ide.hover.Words;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Event;
import org.lwkt.dsl.lwkt.InterruptEvent;
import org.lwkt.dsl.lwkt.StartEvent;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.ThreadFlagKind;
import org.lwkt.dsl.model.Handlers;
import org.lwkt.dsl.model.ThreadFacts;
import org.lwkt.dsl.services.LwktGrammarAccess;
import org.lwkt.runtime.kernel.ThreadPriority;

/** Proposes what the grammar allows and the validator would not refuse. */
public final class LwktProposals extends IdeContentProposalProvider {
    private static final List<String> UNITS = List.of("ns", "us", "ms", "s");
    /** A time where nothing is typed yet: to be changed, so that its form is known. */
    private static final String SOME_TIME = "1ms";

    @Inject
    private LwktGrammarAccess grammar;

    @Inject
    private Keywords keywords;

    @Override
    protected boolean filterKeyword(Keyword keyword, ContentAssistContext context) {
        // Words that may be names too would be offered wherever a name is expected.
        if (!keywords.isWord(keyword)) {
            return false;
        }
        if (keyword == grammar.getWaitAccess().getWaitKeyword_1()) {
            ThreadDeclaration thread = around(context, ThreadDeclaration.class);
            return (thread == null || thread.isInterrupt()) && !isInHandler(context);
        }
        if (isRefusedInHandlers(keyword)) {
            return !isInHandler(context);
        }
        if (GrammarUtil.containingRule(keyword) == grammar.getThreadRefRule()) {
            // Outside of bodies nobody runs.
            return around(context, Block.class) != null;
        }
        return true;
    }

    private boolean isRefusedInHandlers(Keyword keyword) {
        return keyword == grammar.getRunAccess().getRunKeyword_0()
                || keyword == grammar.getCreateAccess().getCreateKeyword_0()
                || keyword == grammar.getSyscallAccess().getSyscallKeyword_0();
    }

    private static boolean isInHandler(ContentAssistContext context) {
        EObject model = context.getCurrentModel();
        return model != null && Handlers.around(model) != null;
    }

    @Override
    protected void _createProposals(
            Assignment assignment, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
        if (assignment == grammar.getPriorityAccess().getNameAssignment_0()) {
            priorities(context, acceptor);
        } else if (assignment == grammar.getImportAccess().getPathAssignment_1()) {
            ImportPaths.startingWith(context.getPrefix(), context.getResource().getURI())
                    .forEach(it -> propose(it, "file", context, acceptor, 0));
        } else if (assignment.getTerminal() instanceof RuleCall call && call.getRule() == grammar.getTimeRule()) {
            times(context, acceptor);
        } else if (assignment == grammar.getLiteralAccess().getTextAssignment()) {
            if (!context.getPrefix().isEmpty()) {
                times(context, acceptor);
            }
        } else if (assignment.getTerminal() instanceof CrossReference) {
            super._createProposals(assignment, context, acceptor);
        }
    }

    private void priorities(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
        List<String> names = ThreadPriority.names();
        // Xtext lists higher numbers first, so that the highest priority comes first.
        for (int rank = 0; rank < names.size(); rank++) {
            String name = names.get(rank);
            OptionalInt value = ThreadPriority.byName(name);
            ContentAssistEntry entry = getProposalCreator().createProposal(name, context, it -> {
                it.setKind(ContentAssistEntry.KIND_VALUE);
                it.setDescription("TDPRI_" + name + " = " + value.orElseThrow());
                it.setDocumentation(Words.priority(name).orElse(null));
            });
            acceptor.accept(entry, getProposalPriorities().getDefaultPriority(entry) + rank);
        }
    }

    private void times(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
        String typed = context.getPrefix();
        if (typed.isEmpty()) {
            propose(SOME_TIME, "a time in ns, us, ms or s", context, acceptor, 0);
            return;
        }
        String digits = typed.replaceFirst("[a-z]*$", "");
        for (String unit : UNITS) {
            propose(digits + unit, "time", context, acceptor, UNITS.size() - UNITS.indexOf(unit));
        }
    }

    private void propose(
            String text,
            String description,
            ContentAssistContext context,
            IIdeContentProposalAcceptor acceptor,
            int rank) {
        ContentAssistEntry entry = getProposalCreator().createProposal(text, context, it -> {
            it.setKind(ContentAssistEntry.KIND_VALUE);
            it.setDescription(description);
        });
        acceptor.accept(entry, getProposalPriorities().getDefaultPriority(entry) + rank);
    }

    /** A device interrupt is for an interrupt thread; what is started waits for it. */
    @Override
    protected Predicate<IEObjectDescription> getCrossrefFilter(CrossReference reference, ContentAssistContext context) {
        EObject model = context.getCurrentModel();
        Event event = model == null ? null : EcoreUtil2.getContainerOfType(model, Event.class);
        return switch (event) {
            case InterruptEvent it -> onlyThreads(ThreadDeclaration::isInterrupt);
            case StartEvent it -> onlyThreads(thread -> ThreadFacts.has(thread, ThreadFlagKind.NOSTART));
            case null, default -> Predicates.alwaysTrue();
        };
    }

    private static Predicate<IEObjectDescription> onlyThreads(Predicate<ThreadDeclaration> which) {
        return it -> !(it.getEObjectOrProxy() instanceof ThreadDeclaration thread) || which.apply(thread);
    }

    private static <T extends EObject> T around(ContentAssistContext context, Class<T> type) {
        EObject model = context.getCurrentModel();
        return model == null ? null : EcoreUtil2.getContainerOfType(model, type);
    }
}
