// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Create;
import org.lwkt.dsl.lwkt.Expectation;
import org.lwkt.dsl.lwkt.Held;
import org.lwkt.dsl.lwkt.HolderQuestion;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.Lwpsignal;
import org.lwkt.dsl.lwkt.Member;
import org.lwkt.dsl.lwkt.PoolToken;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.SleepersQuestion;
import org.lwkt.dsl.lwkt.ThreadCall;
import org.lwkt.dsl.lwkt.ThreadCallKind;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.ThreadQuestion;
import org.lwkt.dsl.lwkt.Tsleep;
import org.lwkt.dsl.lwkt.TsleepInterlock;
import org.lwkt.dsl.lwkt.WhenEvent;
import org.lwkt.dsl.model.Arrays;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Handlers;
import org.lwkt.dsl.model.Procedures;

/**
 * Who names what in a scenario and in the procedures that it calls. What is not known counts as a use: whatever names a channel
 * may wake up who sleeps there, unless it is known that it does not.
 */
final class ScenarioUse {
    private final Map<EObject, Set<EObject>> users = new HashMap<>();
    private final Set<EObject> woken = new HashSet<>();
    private final Set<EObject> touched = new HashSet<>();
    private final Set<EObject> created = new HashSet<>();
    private boolean signals;
    private boolean schedulesUnknown;
    private boolean movesThreads;

    ScenarioUse(ScenarioDeclaration scenario) {
        for (Member member : scenario.getMembers()) {
            if (member instanceof Expectation) {
                continue;
            }
            if (member instanceof WhenEvent when) {
                // What is asked for is not used.
                if (when.getEvent() != null) {
                    read(when.getEvent(), member);
                }
                continue;
            }
            Set<EObject> bodies = new LinkedHashSet<>(Set.of(member));
            addProcedures(member, bodies);
            bodies.forEach(it -> read(it, member));
        }
        // A port may have a serializer.
        Declarations.resources((LwktFile) scenario.eContainer()).forEach(it -> read(it, it));
    }

    private static void addProcedures(EObject body, Set<EObject> bodies) {
        for (Invocation call : EcoreUtil2.eAllOfType(body, Invocation.class)) {
            ProcedureDeclaration procedure = Procedures.procedureOf(call);
            if (procedure != null && bodies.add(procedure)) {
                addProcedures(procedure, bodies);
            }
        }
    }

    private void read(EObject body, EObject member) {
        for (TreeIterator<EObject> parts = body.eAllContents(); parts.hasNext(); ) {
            EObject part = parts.next();
            switch (part) {
                case Ref it -> read(it, member);
                case Lwpsignal it -> signals = true;
                case ThreadCall it -> {
                    boolean known = it.getThread() != null
                            && (it.getThread().isSelf() || Declarations.thread(it.getThread()) != null);
                    schedulesUnknown |= !known;
                    movesThreads |= it.getCall() == ThreadCallKind.GIVEAWAY || it.getCall() == ThreadCallKind.ACQUIRE;
                }
                default -> {}
            }
        }
    }

    private void read(Ref reference, EObject member) {
        EObject symbol = Declarations.symbol(reference);
        EObject around = reference.eContainer();
        switch (symbol) {
            case ThreadDeclaration it -> {
                if (!(around instanceof ThreadQuestion)) {
                    touched.add(it);
                }
                if (around instanceof Create || around instanceof Invocation) {
                    created.add(it);
                }
            }
            // Who asks only does not take it.
            case ResourceDeclaration it when around instanceof Held || around instanceof HolderQuestion -> {}
            case ResourceDeclaration it -> {
                // A handler may run while the thread does something else.
                Block handler = Handlers.around(reference);
                users.computeIfAbsent(key(it), key -> new HashSet<>()).add(handler == null ? member : handler);
                if (!(around instanceof Tsleep
                        || around instanceof TsleepInterlock
                        || around instanceof SleepersQuestion)) {
                    woken.add(it);
                }
            }
            case null, default -> {}
        }
    }

    /** Pool tokens share their places. */
    private static EObject key(EObject resource) {
        return resource instanceof PoolToken ? resource.eClass() : resource;
    }

    /** Whether another thread than this one, or another event, has to do with it. */
    boolean isOfOthers(Thing thing, ThreadDeclaration thread) {
        Set<EObject> all = users.getOrDefault(key(thing.declaration()), Set.of());
        return all.size() > 1 || all.size() == 1 && (isSeveral(thread) || !all.contains(thread));
    }

    /** Whether there may be more than one thread with this body. */
    boolean isSeveral(ThreadDeclaration thread) {
        return Arrays.elements(thread) > 1 || created.contains(thread);
    }

    /** Whether anybody may make a thread runnable that sleeps on the channel. */
    boolean isWoken(Thing channel, ThreadDeclaration thread) {
        return woken.contains(channel.declaration()) || mayBeScheduled(thread);
    }

    boolean mayBeScheduled(ThreadDeclaration thread) {
        return touched.contains(thread) || schedulesUnknown;
    }

    boolean hasSignals() {
        return signals;
    }

    boolean movesThreads() {
        return movesThreads;
    }

    /** Whether somebody outside of expectations names the thread. */
    boolean isTouched(ThreadDeclaration thread) {
        return touched.contains(thread);
    }
}
