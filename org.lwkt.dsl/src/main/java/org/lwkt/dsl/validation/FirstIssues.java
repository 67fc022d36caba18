// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.validation.Issue;

/** As many issues of one tree as anybody could want to see; among them an error if there is one. */
final class FirstIssues implements IAcceptor<Issue> {
    private static final int MOST = 5_000;

    private final IAcceptor<Issue> acceptor;
    private int accepted;
    private boolean error;

    FirstIssues(IAcceptor<Issue> acceptor) {
        this.acceptor = acceptor;
    }

    /** Whether one more is wanted. */
    boolean takes(boolean isError) {
        return accepted < MOST || isError && !error;
    }

    @Override
    public void accept(Issue issue) {
        accepted++;
        error |= issue.getSeverity() == Severity.ERROR;
        acceptor.accept(issue);
    }
}
