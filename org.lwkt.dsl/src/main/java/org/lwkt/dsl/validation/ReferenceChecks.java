// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.diagnostics.Nearest;
import org.lwkt.dsl.diagnostics.Replacement;
import org.lwkt.dsl.lwkt.Flags;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Mark;
import org.lwkt.dsl.lwkt.MarkMoment;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.StateCondition;
import org.lwkt.dsl.lwkt.Wakeup;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.KernelFlags;
import org.lwkt.dsl.model.Procedures;
import org.lwkt.dsl.model.SweepParameters;

/** Names that are no declarations: flags, domains, marks; and references outside of bodies. */
public class ReferenceChecks extends Checks {
    @Inject
    private IResourceScopeCache cache;

    @Check
    public void flagsAreKnown(Flags flags) {
        List<String> known = new ArrayList<>();
        KernelFlags.of(flags).forEach(it -> known.addAll(it.names()));
        for (int i = 0; i < flags.getNames().size(); i++) {
            String name = flags.getNames().get(i);
            if (name != null && !known.contains(name)) {
                error(
                        "no flag is called '" + name + "' here" + Nearest.hint(name, known),
                        flags,
                        LwktPackage.eINSTANCE.getFlags_Names(),
                        i,
                        IssueCodes.UNKNOWN_FLAG,
                        Replacement.nearest(name, known));
            }
        }
    }

    @Check
    public void theDomainIsKnown(Wakeup wakeup) {
        String name = wakeup.getDomain();
        List<String> known = KernelFlags.DOMAIN.names();
        if (name != null && !known.contains(name)) {
            error(
                    "no domain is called '" + name + "'" + Nearest.hint(name, known),
                    LwktPackage.eINSTANCE.getWakeup_Domain(),
                    IssueCodes.UNKNOWN_FLAG,
                    Replacement.nearest(name, known));
        }
    }

    @Check
    public void theMarkIsSet(MarkMoment moment) {
        ScenarioDeclaration scenario = Declarations.scenarioOf(moment);
        if (moment.getMark() == null || scenario == null) {
            return;
        }
        Set<String> marks = cache.get(List.of(scenario, "marks"), scenario.eResource(), () -> marksOf(scenario));
        if (!marks.contains(moment.getMark())) {
            error(
                    "no thread says 'mark \"" + moment.getMark() + "\"'" + Nearest.hint(moment.getMark(), marks),
                    LwktPackage.eINSTANCE.getMarkMoment_Mark(),
                    IssueCodes.UNKNOWN_MARK,
                    Replacement.nearestText(moment.getMark(), marks));
        }
    }

    private static Set<String> marksOf(ScenarioDeclaration scenario) {
        Set<String> marks = new LinkedHashSet<>();
        addMarks(scenario, marks);
        Procedures.calledIn(scenario).forEach(it -> addMarks(it, marks));
        return marks;
    }

    private static void addMarks(EObject part, Set<String> marks) {
        EcoreUtil2.eAllOfType(part, Mark.class).forEach(it -> {
            if (it.getText() != null) {
                marks.add(it.getText());
            }
        });
    }

    /** Outside of bodies nobody runs, and nothing is computed. */
    @Check
    public void referencesOutsideOfBodiesAreKnown(Ref reference) {
        if (Declarations.isInBody(reference)) {
            return;
        }
        if (reference.isSelf()) {
            error(
                    "'self' is the thread that runs a body: outside of bodies there is none",
                    reference,
                    null,
                    IssueCodes.TYPE);
            return;
        }
        EObject symbol = Declarations.symbol(reference);
        // What stands in a condition is checked as a value.
        boolean value = EcoreUtil2.getContainerOfType(reference, StateCondition.class) != null
                || Declarations.isInWhenCondition(reference);
        // What a port or a message belongs to may differ by element.
        boolean owner = EcoreUtil2.getContainerOfType(reference, ResourceDeclaration.class) != null;
        if (symbol == null || owner || !value && !checkIndex(reference, symbol)) {
            return;
        }
        if (reference.getIndex() != null
                && Constants.of(reference.getIndex()).isEmpty()
                && !SweepParameters.isOpen(reference.getIndex())) {
            error(
                    "outside of bodies an index is a number",
                    reference,
                    LwktPackage.eINSTANCE.getRef_Index(),
                    IssueCodes.TYPE);
        }
    }
}
