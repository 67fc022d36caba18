// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.lwkt.dsl.lwkt.AtEvent;
import org.lwkt.dsl.lwkt.EveryEvent;
import org.lwkt.dsl.lwkt.Expectation;
import org.lwkt.dsl.lwkt.Fault;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Member;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.WhenEvent;
import org.lwkt.dsl.model.Budgets;
import org.lwkt.dsl.model.MachineFacts;
import org.lwkt.dsl.model.UsedResources;
import org.lwkt.runtime.scenario.ScenarioBuilder;
import org.lwkt.runtime.source.SourcePosition;

/** One scenario as data. */
final class ScenarioLowering {
    private final Positions positions;
    private final IEObjectDocumentationProvider documentation;
    private final Map<String, String> documented = new HashMap<>();

    ScenarioLowering(Positions positions, IEObjectDocumentationProvider documentation) {
        this.positions = positions;
        this.documentation = documentation;
    }

    LoweredScenario lower(ScenarioDeclaration scenario) {
        SourcePosition position = positions.of(scenario, LwktPackage.eINSTANCE.getElement_Name());
        ScenarioBuilder builder =
                ScenarioBuilder.scenario(scenario.getName(), positions.fileName(), position.line(), position.column());
        builder.machine(MachineFacts.of(scenario).spec());
        Budgets.of(scenario).forEach(it -> builder.at(positions.of(it.place())).budget(it.limit(), it.most()));
        Numbering numbers = new Numbering(scenario);
        ResourceLowering resources = new ResourceLowering(new ExprLowering(numbers, Map.of()));
        UsedResources.of(scenario).forEach(it -> resource(it, resources, builder));
        for (Member member : scenario.getMembers()) {
            switch (member) {
                case ThreadDeclaration it -> thread(it, numbers, builder);
                case ResourceDeclaration it -> {}
                case AtEvent it -> at(it, builder).event(EventLowering.lower(it));
                case EveryEvent it -> at(it, builder).event(EventLowering.lower(it));
                case WhenEvent it -> at(it, builder).event(EventLowering.lower(it, numbers));
                case Fault it -> at(it, builder).fault(FaultLowering.lower(it));
                case Expectation it -> builder.expect(ExpectationLowering.lower(it, numbers, positions));
                default ->
                    throw new IllegalStateException("a member that cannot be lowered: "
                            + member.eClass().getName());
            }
        }
        return new LoweredScenario(builder.build(), textOf(scenario), documented);
    }

    private void thread(ThreadDeclaration thread, Numbering numbers, ScenarioBuilder builder) {
        String text = textOf(thread);
        if (!text.isEmpty()) {
            documented.put(thread.getName(), text);
        }
        SourcePosition position = positions.of(thread, LwktPackage.eINSTANCE.getThreadDeclaration_Name());
        builder.at(position.line(), position.column());
        builder.thread(
                ThreadLowering.lower(thread, new ExprLowering(numbers, Map.of())),
                body -> new BodyLowering(positions, numbers).lower(thread.getBody(), body));
    }

    private void resource(ResourceDeclaration resource, ResourceLowering resources, ScenarioBuilder builder) {
        String text = textOf(resource);
        if (!text.isEmpty()) {
            documented.put(resource.getName(), text);
        }
        builder.at(positions.of(resource, LwktPackage.eINSTANCE.getElement_Name()))
                .resource(resources.lower(resource));
    }

    private ScenarioBuilder at(EObject element, ScenarioBuilder builder) {
        SourcePosition position = positions.of(element);
        return builder.at(position.line(), position.column());
    }

    private String textOf(EObject element) {
        String text = documentation.getDocumentation(element);
        return text == null ? "" : text;
    }
}
