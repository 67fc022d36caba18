// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.lwkt.dsl.lowering.Lowering;
import org.lwkt.dsl.lowering.LoweringException;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.runtime.scenario.Sweep;

/** Lowers a document, where it has no errors; called while nobody may change it. */
public final class RunInputs {
    @Inject
    private IResourceValidator validator;

    @Inject
    private Lowering lowering;

    /** @param scenario the name of the one that is wanted, or empty for all */
    public RunInput read(String uri, Document document, XtextResource resource, String scenario) {
        String text = document.getContents();
        String fileName = resource.getURI().lastSegment();
        Optional<Issue> error = validator.validate(resource, CheckMode.ALL, CancelIndicator.NullImpl).stream()
                .filter(it -> it.getSeverity() == Severity.ERROR)
                .findFirst();
        if (error.isPresent()) {
            Issue issue = error.get();
            return RunInput.refused(
                    uri,
                    text,
                    fileName + ":" + issue.getLineNumber() + ":" + issue.getColumn() + ": error: "
                            + issue.getMessage());
        }
        try {
            List<Sweep> all = lowering.lower((LwktFile) resource.getContents().get(0), fileName);
            List<Sweep> wanted = all.stream()
                    .filter(it -> scenario.isEmpty() || it.name().equals(scenario))
                    .toList();
            return wanted.isEmpty()
                    ? RunInput.refused(uri, text, fileName + ": " + missing(scenario))
                    : RunInput.of(uri, text, wanted);
        } catch (LoweringException e) {
            return RunInput.refused(uri, text, fileName + ": error: " + e.getMessage());
        }
    }

    private static String missing(String scenario) {
        return scenario.isEmpty() ? "holds no scenario to run" : "there is no scenario \"" + scenario + "\"";
    }
}
