// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.model.Places;

/**
 * What was found on the paths of one body. Of what is sure to come it is said that it always does; of the rest, when it does where
 * not every path to the place has it, and only if there is a path that is sure to exist.
 */
final class Findings {
    private final ThreadDeclaration thread;
    private final Map<Site, Integer> reached = new HashMap<>();
    private final Map<Key, Failure> failures = new LinkedHashMap<>();
    /** Whether a path was given up, so that nobody knows whether something comes always. */
    boolean incomplete;

    Findings(ThreadDeclaration thread) {
        this.thread = thread;
    }

    /**
     * @param at the statement, or what ends here
     * @param place of it in the body of the thread: a call, if it is in a procedure
     */
    record Site(EObject at, EObject place) {}

    /**
     * What is wrong.
     *
     * @param what with "here" in the words of the site
     * @param subject who panics or waits
     * @param verb what it does, "panics"
     * @param sure whether it does, whatever other threads do
     */
    record Mistake(String code, Outcome outcome, String what, String subject, String verb, boolean sure) {
        Mistake(String code, Outcome outcome, String what, String subject, String verb) {
            this(code, outcome, what, subject, verb, true);
        }

        /** The same, which may have another end. */
        Mistake or(String otherVerb) {
            return new Mistake(code, outcome, what, subject, otherVerb, false);
        }
    }

    private record Key(Site site, String code) {}

    private static final class Failure {
        private final Mistake mistake;
        private int count;
        private boolean certain;
        private Path way;

        Failure(Mistake mistake) {
            this.mistake = mistake;
        }
    }

    void reach(Site site, int paths) {
        reached.merge(site, paths, Integer::sum);
    }

    void fail(Site site, Path path, Mistake mistake) {
        Failure failure = failures.computeIfAbsent(new Key(site, mistake.code()), key -> new Failure(mistake));
        failure.count++;
        failure.certain |= path.sure;
        if (failure.way == null && !path.isDoubtful()) {
            failure.way = path;
        }
    }

    List<Finding> list() {
        List<Finding> found = new ArrayList<>();
        failures.forEach((key, failure) -> {
            Mistake mistake = failure.mistake;
            boolean whenReached = !incomplete && failure.count == reached.getOrDefault(key.site(), 0);
            if (failure.certain) {
                found.add(
                        finding(key, failure, mistake.what() + ": " + mistake.subject() + " always " + mistake.verb()));
            } else if (whenReached) {
                found.add(finding(key, failure, mistake.what() + ": " + mistake.subject() + " " + mistake.verb()));
            } else if (failure.way != null) {
                found.add(finding(
                        key,
                        failure,
                        mistake.what() + way(failure.way, key.site().place()) + ": " + mistake.subject() + " "
                                + mistake.verb() + " there"));
            }
        });
        return found;
    }

    private Finding finding(Key key, Failure failure, String message) {
        return new Finding(
                failure.mistake.code(),
                failure.mistake.outcome(),
                failure.certain && failure.mistake.sure(),
                thread,
                key.site().place(),
                message);
    }

    /** Which way the path takes, by the last two decisions. */
    static String way(Path path, EObject reader) {
        if (path.sure) {
            return "";
        }
        List<Decision> decisions = new ArrayList<>(path.decisions.values());
        if (decisions.isEmpty()) {
            return " on some path";
        }
        StringBuilder words = new StringBuilder();
        for (Decision decision : decisions.subList(Math.max(0, decisions.size() - 2), decisions.size())) {
            words.append(words.isEmpty() ? "" : " and ").append(words(decision, reader));
        }
        return " on the path " + words;
    }

    private static String words(Decision decision, EObject reader) {
        String place = Places.placeOf(decision.at(), reader);
        return switch (decision.way()) {
            case TRUE -> "where the condition in " + place + " is true";
            case FALSE -> "where the condition in " + place + " is false";
            case BRANCH -> "through the branch in " + place;
            case TAKEN -> "where the call in " + place + " takes it";
            case REFUSED -> "where the call in " + place + " does not take it";
            case TURNS -> "where the loop in " + place + " has a turn";
            case NO_TURNS -> "where the loop in " + place + " has no turn";
        };
    }
}
