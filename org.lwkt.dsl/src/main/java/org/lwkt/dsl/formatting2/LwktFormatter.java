// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.formatting2;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.formatting2.AbstractJavaFormatter;
import org.eclipse.xtext.formatting2.IFormattableDocument;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Element;
import org.lwkt.dsl.lwkt.Fault;
import org.lwkt.dsl.lwkt.Import;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.MachineProperty;
import org.lwkt.dsl.lwkt.Member;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.SweepParameter;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.model.Handlers;
import org.lwkt.dsl.model.Punctuation;

/**
 * One declaration, one statement a line; single blank lines stay. A block that stands in one line stays there as long as it
 * is short, its statements two blanks apart. Semicolons go. Formatting twice changes nothing.
 */
public class LwktFormatter extends AbstractJavaFormatter {
    private static final int ONE_LINE_MAX = 80;

    protected void format(LwktFile file, IFormattableDocument doc) {
        tokens(file, doc);
        ISemanticRegion packageName = regionFor(file).feature(LwktPackage.eINSTANCE.getLwktFile_PackageName());
        boolean first = packageName == null;
        for (Import statement : file.getImports()) {
            // Imports stand together, one blank line behind the package.
            int least = statement == file.getImports().getFirst() ? 2 : 1;
            if (!first) {
                doc.prepend(statement, it -> it.setNewLines(least, least, 2));
            }
            first = false;
        }
        Element before = null;
        for (Element element : file.getElements()) {
            // Resources stand together; everything else has a blank line before it.
            int least = before instanceof ResourceDeclaration && element instanceof ResourceDeclaration ? 1 : 2;
            if (before != null || !first) {
                doc.prepend(element, it -> it.setNewLines(least, least, 2));
            }
            before = element;
            doc.format(element);
        }
        IHiddenRegion last = nextHiddenRegion(file);
        if (last != null
                && last.getNextSemanticRegion() == null
                && !file.getElements().isEmpty()) {
            doc.set(last, it -> it.setNewLines(1, 1, 1));
        }
    }

    protected void format(MachineDeclaration machine, IFormattableDocument doc) {
        lines(machine, doc);
        for (MachineProperty property : machine.getProperties()) {
            doc.prepend(property, line -> line.setNewLines(1, 1, 2));
        }
    }

    protected void format(ScenarioDeclaration scenario, IFormattableDocument doc) {
        lines(scenario, doc);
        scenario.getParameters().forEach(doc::format);
        for (Member member : scenario.getMembers()) {
            doc.prepend(member, line -> line.setNewLines(1, 1, 2));
            doc.format(member);
        }
    }

    protected void format(Fault fault, IFormattableDocument doc) {
        noSpaceBeforePercent(fault, doc);
        noSpaceBeforePercent(fault.getHarm(), doc);
    }

    private void noSpaceBeforePercent(EObject owner, IFormattableDocument doc) {
        doc.prepend(regionFor(owner).keyword("%"), it -> it.noSpace());
    }

    protected void format(ProcedureDeclaration procedure, IFormattableDocument doc) {
        doc.format(procedure.getBody());
    }

    /** {@code machine.cpus in [1, 2]}. */
    protected void format(SweepParameter parameter, IFormattableDocument doc) {
        doc.surround(regionFor(parameter).keyword("."), it -> it.noSpace());
        doc.prepend(regionFor(parameter).keyword("["), it -> it.oneSpace());
        doc.append(regionFor(parameter).keyword("["), it -> it.noSpace());
    }

    protected void format(ThreadDeclaration thread, IFormattableDocument doc) {
        doc.format(thread.getBody());
    }

    protected void format(Block block, IFormattableDocument doc) {
        boolean oneLine = isOneLine(block);
        if (!oneLine) {
            lines(block, doc);
        }
        boolean first = true;
        for (Statement statement : block.getStatements()) {
            String gap = first ? " " : "  ";
            doc.prepend(statement, it -> {
                if (oneLine) {
                    it.setSpace(gap);
                } else {
                    it.setNewLines(1, 1, 2);
                }
            });
            first = false;
            Handlers.allBlocksOf(statement).forEach(doc::format);
        }
    }

    /** What holds for a token wherever it stands; the rest is one blank apart. */
    private void tokens(LwktFile file, IFormattableDocument doc) {
        ISemanticRegion first = null;
        for (ISemanticRegion token : allSemanticRegions(file)) {
            if (first == null) {
                first = token;
                continue;
            }
            doc.prepend(token, it -> {
                it.oneSpace();
                it.lowPriority();
            });
            switch (token.getText()) {
                case "(" -> {
                    if (!Punctuation.opensGroup(token.getGrammarElement())) {
                        doc.prepend(token, it -> it.noSpace());
                    }
                    doc.append(token, it -> it.noSpace());
                }
                case "-" -> {
                    if (Punctuation.isSign(token.getGrammarElement())) {
                        doc.append(token, it -> it.noSpace());
                    }
                }
                case ")", "]", "," -> doc.prepend(token, it -> it.noSpace());
                case "[" -> {
                    if (!(token.getSemanticElement() instanceof SweepParameter)) {
                        doc.surround(token, it -> it.noSpace());
                    }
                }
                case ";" -> {
                    doc.prepend(token, it -> it.noSpace());
                    doc.addReplacer(new TokenRemover(token));
                }
                default -> {}
            }
        }
    }

    /** The braces of {@code element} enclose lines of their own. */
    private void lines(EObject element, IFormattableDocument doc) {
        ISemanticRegion open = regionFor(element).keyword("{");
        ISemanticRegion close = regionFor(element).keyword("}");
        if (open != null && close != null) {
            doc.interior(open, close, it -> it.indent());
            doc.prepend(close, it -> it.setNewLines(1, 1, 1));
        }
    }

    /** Measured without white space, so that formatting does not change the answer. */
    private boolean isOneLine(Block block) {
        ISemanticRegion close = regionFor(block).keyword("}");
        int length = 0;
        ISemanticRegion token = regionFor(block).keyword("{");
        while (token != null && close != null && !token.equals(close)) {
            length += token.getLength() + 1;
            IHiddenRegion gap = token.getNextHiddenRegion();
            if (gap.isMultiline() || gap.containsComment() || length > ONE_LINE_MAX) {
                return false;
            }
            token = token.getNextSemanticRegion();
        }
        return true;
    }
}
