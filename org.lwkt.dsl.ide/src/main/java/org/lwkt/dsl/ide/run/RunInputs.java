// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.Sweep;

/** Lowers a document, where it has no errors; called while nobody may change it. */
public final class RunInputs {
    private static final int LOWERED_MAX = 1000;

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
                    : RunInput.of(
                            uri, text, wanted.stream().map(RunInputs::lowered).toList());
        } catch (LoweringException e) {
            return RunInput.refused(uri, text, fileName + ": error: " + e.getMessage());
        }
    }

    /** The runs may go on while files are edited that the scenario imports; of very many only some are lowered before. */
    private static Sweep lowered(Sweep sweep) {
        if (sweep.size() > LOWERED_MAX) {
            return sweep;
        }
        List<Scenario> scenarios =
                IntStream.range(0, sweep.size()).mapToObj(sweep::scenario).toList();
        return sweep.parameters().isEmpty()
                ? sweep
                : Sweep.of(sweep.name(), sweep.position(), sweep.parameters(), scenarios::get);
    }

    private static String missing(String scenario) {
        return scenario.isEmpty() ? "holds no scenario to run" : "there is no scenario \"" + scenario + "\"";
    }
}
