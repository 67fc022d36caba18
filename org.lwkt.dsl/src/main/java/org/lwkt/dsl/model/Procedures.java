// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.util.OnChangeEvictingCache;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;

/**
 * The procedures of a file and those that they call, each looked at once, those that are called before those that call: the
 * time is linear in the size of the file, whatever a chain of calls stands for.
 */
public final class Procedures {
    /** It keeps what it is given with the file, wherever an instance of it is made. */
    private static final IResourceScopeCache CACHE = new OnChangeEvictingCache();

    private final Map<ProcedureDeclaration, ProcedureFacts> facts = new HashMap<>();
    private final Map<Invocation, List<String>> circles = new LinkedHashMap<>();

    private Procedures() {}

    /** What is known around a part of a file. */
    public static Procedures around(EObject part) {
        LwktFile file = EcoreUtil2.getContainerOfType(part, LwktFile.class);
        if (file == null || file.eResource() == null) {
            return new Procedures();
        }
        return CACHE.get(List.of(file, Procedures.class), file.eResource(), () -> {
            Procedures procedures = new Procedures();
            Declarations.procedures(file).forEach(procedures::look);
            EcoreUtil2.eAllOfType(file, Invocation.class).forEach(it -> procedures.look(procedureOf(it)));
            return procedures;
        });
    }

    /** The procedure that is called, or {@code null} where there is none of that name. */
    public static ProcedureDeclaration procedureOf(Invocation invocation) {
        return Declarations.named(invocation.getProcedure()) instanceof ProcedureDeclaration procedure
                ? procedure
                : null;
    }

    /** The procedures that a part of a file calls, directly or not. */
    public static Set<ProcedureDeclaration> calledIn(EObject part) {
        Set<ProcedureDeclaration> called = new LinkedHashSet<>();
        Deque<EObject> open = new ArrayDeque<>(List.of(part));
        while (!open.isEmpty()) {
            for (Invocation call : EcoreUtil2.eAllOfType(open.pop(), Invocation.class)) {
                ProcedureDeclaration procedure = procedureOf(call);
                if (procedure != null && called.add(procedure)) {
                    open.push(procedure);
                }
            }
        }
        return called;
    }

    public ProcedureFacts factsOf(Invocation invocation) {
        return facts.getOrDefault(procedureOf(invocation), ProcedureFacts.UNKNOWN);
    }

    public ProcedureFacts factsOf(ProcedureDeclaration procedure) {
        return facts.getOrDefault(procedure, ProcedureFacts.UNKNOWN);
    }

    /** The calls that close a circle, each with the names on the way from what it calls to itself. */
    public Map<Invocation, List<String>> circles() {
        return circles;
    }

    /** By hand and not by recursion: a chain of calls may be as long as a file. */
    private void look(ProcedureDeclaration start) {
        if (start == null || facts.containsKey(start)) {
            return;
        }
        Deque<Visit> open = new ArrayDeque<>();
        Set<ProcedureDeclaration> names = new LinkedHashSet<>();
        open.push(new Visit(start));
        names.add(start);
        while (!open.isEmpty()) {
            Visit visit = open.peek();
            if (!visit.calls.hasNext()) {
                facts.put(visit.procedure, new ProcedureReader(this::factsOf).read(visit.procedure));
                names.remove(visit.procedure);
                open.pop();
                continue;
            }
            Invocation call = visit.calls.next();
            ProcedureDeclaration called = procedureOf(call);
            if (called == null || facts.containsKey(called)) {
                continue;
            }
            if (names.add(called)) {
                open.push(new Visit(called));
            } else {
                circles.put(call, circle(names, called));
            }
        }
    }

    private static List<String> circle(Set<ProcedureDeclaration> open, ProcedureDeclaration called) {
        List<String> names = new ArrayList<>();
        boolean inside = false;
        for (ProcedureDeclaration procedure : open) {
            inside |= procedure == called;
            if (inside) {
                names.add(procedure.getName());
            }
        }
        names.add(called.getName());
        return names;
    }

    /** A procedure whose calls are being looked at. */
    private static final class Visit {
        private final ProcedureDeclaration procedure;
        private final Iterator<Invocation> calls;

        Visit(ProcedureDeclaration procedure) {
            this.procedure = procedure;
            Block body = procedure.getBody();
            calls = body == null
                    ? List.<Invocation>of().iterator()
                    : EcoreUtil2.eAllOfType(body, Invocation.class).iterator();
        }
    }
}
