// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.model.Kind;

/** One way through a body as far as it has come, or several that hold the same. */
final class Path {
    static final long CPU_UNKNOWN = -1;

    /** In the order in which they were taken, tokens and locks alike. */
    final List<Hold> holds = new ArrayList<>();
    /** Of variables, and of the parameters of procedures. */
    final Map<EObject, Value> values = new HashMap<>();
    /** By what was decided: a text that is the same for the same condition of the same values. */
    final Map<Object, Decision> decisions = new LinkedHashMap<>();
    /** Whether a decision that is forgotten was doubtful. */
    private boolean doubted;
    /** Whether everybody comes along here: nothing was decided. */
    boolean sure = true;
    /** The channel of a {@code tsleep_interlock}, or null. */
    Thing interlock;

    long cpu = CPU_UNKNOWN;

    Path copy() {
        Path copy = new Path();
        copy.holds.addAll(holds);
        copy.values.putAll(values);
        copy.decisions.putAll(decisions);
        copy.doubted = doubted;
        copy.sure = sure;
        copy.interlock = interlock;
        copy.cpu = cpu;
        return copy;
    }

    /** How much there is to copy. */
    int size() {
        return holds.size() + values.size() + decisions.size();
    }

    /** Whether the other holds the same, so that both may go on as one. */
    boolean isLike(Path other) {
        if (holds.size() != other.holds.size() || !Objects.equals(interlock, other.interlock)) {
            return false;
        }
        for (int i = 0; i < holds.size(); i++) {
            if (!holds.get(i).isSame(other.holds.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Takes in a path that is {@linkplain #isLike like} this one; answers whether less is known now. */
    boolean join(Path other) {
        boolean changed = false;
        Set<Object> parted = new HashSet<>();
        for (Map.Entry<Object, Decision> decision : other.decisions.entrySet()) {
            Decision own = decisions.get(decision.getKey());
            if (own == null || own.way() != decision.getValue().way()) {
                parted.addAll(decision.getValue().sources());
            }
        }
        for (Map.Entry<Object, Decision> decision : List.copyOf(decisions.entrySet())) {
            Decision own = decision.getValue();
            Decision others = other.decisions.get(decision.getKey());
            if (others == null || others.way() != own.way()) {
                parted.addAll(own.sources());
                decisions.remove(decision.getKey());
                changed = true;
            } else if (own.doubtful() && !others.doubtful()) {
                decisions.put(decision.getKey(), others);
                changed = true;
            }
        }
        for (Map.Entry<EObject, Value> value : List.copyOf(values.entrySet())) {
            Value otherwise = other.values.get(value.getKey());
            if (otherwise == null) {
                values.remove(value.getKey());
                changed = true;
            } else if (!otherwise.equals(value.getValue())) {
                Value both = value.getValue().or(otherwise, parted);
                values.put(value.getKey(), both);
                changed |= !both.equals(value.getValue());
            }
        }
        if (doubted && !other.doubted) {
            doubted = false;
            changed = true;
        }
        sure &= other.sure;
        if (cpu != other.cpu && cpu != CPU_UNKNOWN) {
            cpu = CPU_UNKNOWN;
            changed = true;
        }
        return changed;
    }

    /** Whether two of the decisions may depend on each other, so that nobody may ever come along here. */
    boolean isDoubtful() {
        return doubted || decisions.values().stream().anyMatch(Decision::doubtful);
    }

    void doubt() {
        doubted = true;
    }

    /** Notes a decision, which is doubtful if another one had to do with the same. */
    void decide(Object key, Decision decision, boolean vague) {
        boolean doubt = vague
                || decisions.values().stream().anyMatch(it -> !Collections.disjoint(it.sources(), decision.sources()));
        Decision former = decisions.put(key, decision.doubted(doubt));
        doubted |= former != null && former.doubtful();
        sure = false;
    }

    /** The value has changed: what was decided by the former one says nothing more about it. */
    void set(EObject variable, Value value) {
        values.put(variable, value);
        decisions.entrySet().removeIf(it -> {
            boolean old = it.getKey() instanceof Condition condition && condition.uses(variable);
            doubted |= old && it.getValue().doubtful();
            return old;
        });
    }

    /** The last hold of exactly this, or null. */
    Hold last(Thing thing) {
        for (int i = holds.size() - 1; i >= 0; i--) {
            if (holds.get(i).thing().equals(thing)) {
                return holds.get(i);
            }
        }
        return null;
    }

    /** The last hold of what may be this, or null. */
    Hold lastMaybe(Thing thing) {
        for (int i = holds.size() - 1; i >= 0; i--) {
            if (holds.get(i).thing().mayBe(thing)) {
                return holds.get(i);
            }
        }
        return null;
    }

    Hold exclusive(Thing thing) {
        for (Hold hold : holds) {
            if (!hold.shared() && hold.thing().equals(thing)) {
                return hold;
            }
        }
        return null;
    }

    /** The last hold of that kind, or null. */
    Hold last(Kind kind) {
        for (int i = holds.size() - 1; i >= 0; i--) {
            if (holds.get(i).thing().kind() == kind) {
                return holds.get(i);
            }
        }
        return null;
    }

    int count(Thing thing) {
        return (int) holds.stream().filter(it -> it.thing().equals(thing)).count();
    }

    /** Gives up the last hold that is the same object. */
    void drop(Hold hold) {
        for (int i = holds.size() - 1; i >= 0; i--) {
            if (holds.get(i) == hold) {
                holds.remove(i);
                return;
            }
        }
    }
}
