// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.AnsweringCall;
import org.lwkt.dsl.lwkt.Assert;
import org.lwkt.dsl.lwkt.Assignment;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.Choose;
import org.lwkt.dsl.lwkt.Critical;
import org.lwkt.dsl.lwkt.Else;
import org.lwkt.dsl.lwkt.Exit;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.Forever;
import org.lwkt.dsl.lwkt.If;
import org.lwkt.dsl.lwkt.Invocation;
import org.lwkt.dsl.lwkt.IpiStatement;
import org.lwkt.dsl.lwkt.Log;
import org.lwkt.dsl.lwkt.Lwpsignal;
import org.lwkt.dsl.lwkt.Mark;
import org.lwkt.dsl.lwkt.MessageAnswer;
import org.lwkt.dsl.lwkt.MessageStatement;
import org.lwkt.dsl.lwkt.Parameter;
import org.lwkt.dsl.lwkt.PlainCall;
import org.lwkt.dsl.lwkt.PlainCallKind;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.Repeat;
import org.lwkt.dsl.lwkt.Run;
import org.lwkt.dsl.lwkt.SetPriority;
import org.lwkt.dsl.lwkt.SetUserPriority;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.Syscall;
import org.lwkt.dsl.lwkt.ThreadCall;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.UserYield;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.lwkt.Wakeup;
import org.lwkt.dsl.lwkt.While;
import org.lwkt.dsl.lwkt.With;
import org.lwkt.dsl.lwkt.Yield;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Flow;
import org.lwkt.dsl.model.Handlers;
import org.lwkt.dsl.model.Kind;
import org.lwkt.dsl.model.Procedures;
import org.lwkt.dsl.model.ThreadFacts;
import org.lwkt.runtime.kernel.TokenStack;

/**
 * Follows all paths through a body. Paths that hold the same go on as one; where they are too many, where the time is up, and at
 * a statement that nobody here knows, they are given up, and nothing is said of what would come.
 */
final class BodyWalk {
    private static final int PATHS_MAX = 24;
    /** Turns of a loop that are followed one by one before those that are left are taken together. */
    private static final int TURNS_MAX = 8;
    /** A loop that takes one more token each turn has come to the most that a thread can hold by then. */
    private static final int LOOP_MAX = TokenStack.MAX_TOKENS + 2 * TURNS_MAX;

    private final Limit limit;
    private final Calls calls;
    private final Conditions conditions;
    private final Findings findings;
    private final Map<ProcedureDeclaration, Boolean> harmless = new HashMap<>();

    /** Calls of procedures around the statement, the outermost first. */
    private final Deque<Invocation> around = new ArrayDeque<>();

    /** @param index of the thread in its array, where it matters and is known */
    BodyWalk(
            ThreadDeclaration thread,
            OptionalLong index,
            ScenarioUse use,
            Takes takes,
            Findings findings,
            Limit limit) {
        this.limit = limit;
        this.findings = findings;
        conditions = new Conditions(index);
        calls = new Calls(
                new Scene(new Takes.Doer(thread, index.orElse(0)), use, takes, findings, conditions, this::site));
    }

    void walk(ThreadDeclaration thread, boolean stays) {
        Path start = new Path();
        OptionalInt cpu = ThreadFacts.cpu(thread);
        if (stays && cpu.isPresent() && cpu.getAsInt() >= 0) {
            start.cpu = cpu.getAsInt();
        }
        List<Path> ends = walk(thread.getBody(), new ArrayList<>(List.of(start)));
        calls.end(ends, thread.getBody());
    }

    private Findings.Site site(EObject at) {
        return new Findings.Site(at, around.isEmpty() ? at : around.peekLast());
    }

    private List<Path> walk(Block block, List<Path> paths) {
        List<Path> now = paths;
        if (block == null) {
            return now;
        }
        List<VariableDeclaration> variables = new ArrayList<>();
        for (Statement statement : block.getStatements()) {
            if (now.isEmpty()) {
                return now;
            }
            now = step(statement, now);
            if (statement instanceof VariableDeclaration variable) {
                variables.add(variable);
            }
        }
        for (Path path : now) {
            variables.forEach(path.values::remove);
        }
        return now;
    }

    private List<Path> step(Statement statement, List<Path> paths) {
        if (!limit.allows(paths.size())) {
            return giveUp();
        }
        return switch (statement) {
            case Run it -> paths;
            case Mark it -> paths;
            case Log it -> paths;
            case Yield it -> paths;
            case UserYield it -> paths;
            case SetPriority it -> paths;
            case SetUserPriority it -> paths;
            case ThreadCall it -> paths;
            case Wakeup it -> paths;
            case Lwpsignal it -> paths;
            case Critical it -> walk(it.getBody(), paths);
            case Assert it -> part(it.getCondition(), paths, it).holds();
            case VariableDeclaration it -> assign(it, it, it.getCall(), it.getValue(), paths);
            case Assignment it -> assign(it, Declarations.variableOf(it), it.getCall(), it.getValue(), paths);
            case If it -> branch(it, paths);
            case Choose it -> choose(it, paths);
            case Forever it -> loop(it.getBody(), paths, null, it);
            case While it -> loop(it.getBody(), paths, it.getCondition(), it);
            case Repeat it -> repeat(it, paths);
            case Exit it -> {
                calls.end(paths, it);
                yield new ArrayList<>();
            }
            case With it -> with(it, paths);
            case Syscall it -> {
                List<Path> after = walk(it.getBody(), paths);
                yield calls.endSystemCall(it, after);
            }
            case Invocation it -> invoke(it, paths);
            case PlainCall it when it.getCall() != PlainCallKind.TOKEN_SWAP -> paths;
            case IpiStatement it -> handler(Handlers.of(it), paths);
            case MessageStatement it -> message(null, null, paths);
            case MessageAnswer it -> message(it, null, paths);
            case AnsweringCall it when Handlers.ofCall(it) != null -> handler(Handlers.ofCall(it), paths);
            default -> join(calls.call(statement, statement, null, paths));
        };
    }

    /** It may run on whatever thread: with what it takes or gives back, nobody knows what is held here. */
    private List<Path> handler(Block handler, List<Path> paths) {
        boolean free = paths.stream().allMatch(it -> it.last(Kind.SERIALIZER) == null);
        return free && (handler == null || isHarmless(handler)) ? paths : giveUp();
    }

    /** A port takes a lock of its own, and has who waits switch. */
    private List<Path> message(AnsweringCall call, VariableDeclaration variable, List<Path> paths) {
        for (Path path : paths) {
            if (path.last(Kind.SPINLOCK) != null || path.last(Kind.SERIALIZER) != null) {
                return giveUp();
            }
            if (variable != null) {
                path.set(variable, Value.fresh(call));
            }
        }
        return paths;
    }

    private List<Path> giveUp() {
        findings.incomplete = true;
        return new ArrayList<>();
    }

    private Conditions.Parted part(Expression condition, List<Path> paths, EObject at) {
        if (!paths.stream().allMatch(it -> limit.allows(it.size()))) {
            giveUp();
            return new Conditions.Parted();
        }
        return conditions.part(condition, paths, at);
    }

    private List<Path> assign(
            Statement at, VariableDeclaration variable, AnsweringCall call, Expression value, List<Path> paths) {
        if (variable == null) {
            return giveUp();
        }
        if (Handlers.ofCall(call) != null) {
            List<Path> after = handler(Handlers.ofCall(call), paths);
            after.forEach(it -> it.set(variable, Value.fresh(call)));
            return after;
        }
        if (call instanceof MessageAnswer) {
            return message(call, variable, paths);
        }
        if (call != null) {
            return join(calls.call(call, at, variable, paths));
        }
        for (Path path : paths) {
            path.set(variable, conditions.of(value, path));
        }
        return paths;
    }

    private List<Path> branch(If statement, List<Path> paths) {
        Conditions.Parted parted = part(statement.getCondition(), paths, statement);
        List<Path> ends = new ArrayList<>(walk(statement.getThen(), parted.holds()));
        List<Path> others = parted.fails();
        for (Else next : statement.getOtherwise()) {
            if (next.getCondition() == null) {
                others = walk(next.getBody(), others);
            } else {
                parted = part(next.getCondition(), others, next);
                ends.addAll(walk(next.getBody(), parted.holds()));
                others = parted.fails();
            }
        }
        ends.addAll(others);
        return join(ends);
    }

    private List<Path> choose(Choose statement, List<Path> paths) {
        List<Path> ends = new ArrayList<>();
        for (Block branch : statement.getBranches()) {
            List<Path> chosen = new ArrayList<>();
            for (Path path : paths) {
                if (!limit.allows(path.size())) {
                    return giveUp();
                }
                Path copy = path.copy();
                copy.decide(statement, new Decision(branch, Decision.Way.BRANCH, Set.of()), false);
                chosen.add(copy);
            }
            ends.addAll(walk(branch, chosen));
        }
        return join(ends);
    }

    /** Without a condition: without end. */
    private List<Path> loop(Block body, List<Path> paths, Expression condition, Statement loop) {
        List<Path> ends = new ArrayList<>();
        List<Path> seen = new ArrayList<>();
        List<Path> turn = paths;
        for (int turns = 0; !turn.isEmpty(); turns++) {
            if (turns > LOOP_MAX) {
                return giveUp();
            }
            boolean known = condition == null || turns < TURNS_MAX && isKnown(condition, turn);
            if (!known || condition == null) {
                turn = news(seen, turn);
            }
            if (turn.isEmpty()) {
                break;
            }
            List<Path> inside = turn;
            if (condition != null) {
                Conditions.Parted parted = part(condition, turn, loop);
                ends.addAll(parted.fails());
                inside = parted.holds();
            }
            turn = join(walk(body, inside));
        }
        return join(ends);
    }

    /** Whether it is known for all of the paths which way they go, so that the turns need not be taken together. */
    private boolean isKnown(Expression condition, List<Path> paths) {
        return paths.stream()
                .allMatch(it -> conditions.of(condition, it).number().isPresent());
    }

    /** Paths on which more can happen than on those that were seen already, of which copies are kept. */
    private List<Path> news(List<Path> seen, List<Path> paths) {
        List<Path> news = new ArrayList<>();
        for (Path path : paths) {
            if (!limit.allows(path.size())) {
                return giveUp();
            }
            Path like = null;
            for (Path it : seen) {
                if (it.isLike(path)) {
                    like = it;
                    break;
                }
            }
            if (like == null) {
                seen.add(path.copy());
                news.add(path);
            } else if (like.join(path)) {
                news.add(like.copy());
            }
        }
        return news;
    }

    private List<Path> repeat(Repeat loop, List<Path> paths) {
        Value turns = paths.size() == 1 ? conditions.of(loop.getTurns(), paths.getFirst()) : Value.vague(Set.of());
        OptionalLong constant = Constants.of(loop.getTurns());
        OptionalLong number = constant.isPresent() ? constant : turns.number();
        return number.isPresent() ? repeat(loop.getBody(), paths, number.getAsLong()) : repeatSome(loop, paths);
    }

    private List<Path> repeat(Block body, List<Path> paths, long turns) {
        List<Path> now = paths;
        for (long turn = 0; turn < turns && !now.isEmpty(); turn++) {
            if (turn >= TURNS_MAX) {
                return repeatRest(body, now);
            }
            List<Path> before = new ArrayList<>();
            for (Path path : now) {
                if (!limit.allows(path.size())) {
                    return giveUp();
                }
                before.add(path.copy());
            }
            now = join(walk(body, now));
            if (changesNothing(before, now)) {
                return now;
            }
        }
        return now;
    }

    /** How many turns there are is known, but not what comes of them. */
    private List<Path> repeatRest(Block body, List<Path> paths) {
        List<Path> seen = new ArrayList<>();
        List<Path> turn = news(seen, paths);
        for (int turns = 0; !turn.isEmpty(); turns++) {
            if (turns > TURNS_MAX) {
                return giveUp();
            }
            turn = news(seen, join(walk(body, turn)));
        }
        if (seen.size() > 1) {
            seen.forEach(Path::doubt);
        }
        return seen;
    }

    private static boolean changesNothing(List<Path> before, List<Path> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            Path one = before.get(i);
            Path other = after.get(i);
            if (!one.isLike(other)
                    || !one.values.equals(other.values)
                    || !one.decisions.equals(other.decisions)
                    || one.isDoubtful() != other.isDoubtful()
                    || one.cpu != other.cpu) {
                return false;
            }
        }
        return true;
    }

    /** That there may be no turn at all is no reason to complain: who writes a loop means some. */
    private List<Path> repeatSome(Repeat loop, List<Path> paths) {
        List<Path> ends = new ArrayList<>();
        List<Path> seen = new ArrayList<>();
        List<Path> turn = paths;
        for (int turns = 0; !turn.isEmpty(); turns++) {
            if (turns > TURNS_MAX) {
                return giveUp();
            }
            for (Path path : turn) {
                Path end = path.copy();
                end.decide(loop, new Decision(loop, Decision.Way.NO_TURNS, Set.of()), turns == 0);
                ends.add(end);
                path.decide(loop, new Decision(loop, Decision.Way.TURNS, Set.of()), turns > 0);
            }
            turn = join(walk(loop.getBody(), turn));
            turn = news(seen, turn);
        }
        return join(ends);
    }

    private List<Path> with(With with, List<Path> paths) {
        List<Path> inside = new ArrayList<>();
        Thing first = null;
        for (Path path : paths) {
            Thing thing = calls.thing(with, path);
            if (thing == null || first != null && !first.equals(thing)) {
                findings.incomplete = true;
                continue;
            }
            first = thing;
            inside.addAll(calls.enter(with, thing, path));
        }
        List<Path> ends = new ArrayList<>();
        for (Path path : walk(with.getBody(), inside)) {
            ends.addAll(calls.leave(with, first, path));
        }
        return join(ends);
    }

    /** The body of the procedure in place of the call. */
    private List<Path> invoke(Invocation call, List<Path> paths) {
        ProcedureDeclaration procedure = Procedures.procedureOf(call);
        if (procedure == null
                || procedure.getBody() == null
                || procedure.getParameters().size() != call.getArguments().size()) {
            return giveUp();
        }
        if (isHarmless(procedure)) {
            return paths;
        }
        for (Path path : paths) {
            List<Value> arguments = call.getArguments().stream()
                    .map(it -> conditions.of(it, path))
                    .toList();
            for (int i = 0; i < arguments.size(); i++) {
                path.set(procedure.getParameters().get(i), arguments.get(i));
            }
        }
        around.push(call);
        List<Path> after = walk(procedure.getBody(), paths);
        around.pop();
        for (Path path : after) {
            for (Parameter parameter : procedure.getParameters()) {
                path.values.remove(parameter);
            }
        }
        return after;
    }

    /** Whether a procedure, with all that it calls, does nothing that this class looks at. */
    private boolean isHarmless(ProcedureDeclaration procedure) {
        Boolean known = harmless.get(procedure);
        if (known == null) {
            // A circle has an error of its own.
            harmless.put(procedure, false);
            known = procedure.getBody() != null && isHarmless(procedure.getBody());
            harmless.put(procedure, known);
        }
        return known;
    }

    private boolean isHarmless(Block block) {
        return block.getStatements().stream().allMatch(statement -> switch (statement) {
            case Run it -> true;
            case Mark it -> true;
            case Log it -> true;
            case Yield it -> true;
            case Wakeup it -> true;
            case ThreadCall it -> true;
            case SetPriority it -> true;
            case SetUserPriority it -> true;
            case Lwpsignal it -> true;
            case Critical it -> isHarmless(it.getBody());
            case VariableDeclaration it -> it.getCall() == null;
            case Assignment it -> it.getCall() == null;
            case Repeat it -> isHarmless(it.getBody());
            case While it -> isHarmless(it.getBody());
            case If it -> Flow.blocksOf(it).stream().allMatch(this::isHarmless);
            case Choose it -> it.getBranches().stream().allMatch(this::isHarmless);
            case Invocation it -> Procedures.procedureOf(it) != null && isHarmless(Procedures.procedureOf(it));
            default -> false;
        });
    }

    /** Those that hold the same go on as one. */
    private List<Path> join(List<Path> paths) {
        if (paths.size() < 2) {
            return paths;
        }
        List<Path> joined = new ArrayList<>();
        for (Path path : paths) {
            if (!limit.allows(1 + path.size())) {
                return giveUp();
            }
            Path like = null;
            for (Path it : joined) {
                if (it.isLike(path)) {
                    like = it;
                    break;
                }
            }
            if (like == null) {
                joined.add(path);
            } else {
                like.join(path);
            }
        }
        return joined.size() > PATHS_MAX ? giveUp() : joined;
    }
}
