// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.lwkt.dsl.lwkt.Expectation;
import org.lwkt.dsl.lwkt.InterruptAt;
import org.lwkt.dsl.lwkt.InterruptEvery;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Member;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.ThreadRef;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.MachineFacts;
import org.lwkt.dsl.model.ThreadFacts;
import org.lwkt.runtime.scenario.EventSpec;
import org.lwkt.runtime.scenario.ThreadSpec;
import org.lwkt.runtime.source.SourcePosition;

/** Tells sinks what one scenario says. */
public final class ScenarioWalk {
    private final ScenarioDeclaration scenario;
    private final Positions positions;
    private final IEObjectDocumentationProvider documentation;
    private final BodyWalk bodies;

    ScenarioWalk(ScenarioDeclaration scenario, Positions positions, IEObjectDocumentationProvider documentation) {
        this.scenario = scenario;
        this.positions = positions;
        this.documentation = documentation;
        this.bodies = new BodyWalk(positions, indices(Declarations.threads(scenario)));
    }

    public String name() {
        return scenario.getName();
    }

    /** Of the scenario's name. */
    public SourcePosition position() {
        return positions.of(scenario, LwktPackage.Literals.ELEMENT__NAME);
    }

    /** The text of the scenario's doc comment, or empty. */
    public String documentation() {
        String text = documentation.getDocumentation(scenario);
        return text == null ? "" : text;
    }

    /** @throws LoweringException where the scenario has errors */
    public void tell(ScenarioSink sink) throws LoweringException {
        try {
            sink.machine(MachineFacts.of(scenario).spec());
            scenario.getMembers().forEach(it -> tell(it, sink));
        } catch (RuntimeException incomplete) {
            throw new LoweringException("scenario \"" + name() + "\" has errors", incomplete);
        }
    }

    private void tell(Member member, ScenarioSink sink) {
        switch (member) {
            case ThreadDeclaration it -> sink.thread(head(it), body -> bodies.tell(it.getBody(), body));
            case InterruptAt it ->
                sink.event(new EventSpec(
                        name(it.getTarget()), cpu(it.getCpu()), it.getTime(), 0, Long.MAX_VALUE, positions.of(it)));
            case InterruptEvery it ->
                sink.event(new EventSpec(
                        name(it.getTarget()),
                        cpu(it.getCpu()),
                        it.getFirst() == null ? 0 : it.getFirst(),
                        it.getPeriod(),
                        it.getUntil() == null ? Long.MAX_VALUE : it.getUntil(),
                        positions.of(it)));
            case Expectation it -> sink.expect(ExpectationWalk.lower(it, positions));
            default ->
                throw new IllegalStateException(
                        "a member that cannot be lowered: " + member.eClass().getName());
        }
    }

    private ThreadHead head(ThreadDeclaration thread) {
        String text = documentation.getDocumentation(thread);
        return new ThreadHead(
                thread.getName(),
                thread.isInterrupt() ? ThreadSpec.Kind.INTERRUPT : ThreadSpec.Kind.KERNEL,
                ThreadFacts.cpu(thread).orElseThrow(),
                ThreadFacts.priority(thread).orElseThrow(),
                positions.of(thread, LwktPackage.Literals.THREAD_DECLARATION__NAME),
                text == null ? "" : text);
    }

    private static int cpu(Long cpu) {
        return cpu == null ? ThreadSpec.ANY_CPU : Math.toIntExact(cpu);
    }

    private static String name(ThreadRef reference) {
        return Declarations.thread(reference).getName();
    }

    private static Map<ThreadDeclaration, Integer> indices(List<ThreadDeclaration> threads) {
        Map<ThreadDeclaration, Integer> indices = new HashMap<>();
        threads.forEach(it -> indices.put(it, indices.size()));
        return indices;
    }
}
