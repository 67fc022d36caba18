// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.diagnostics.WarningLevels;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.sweep.RunChecks;
import org.lwkt.dsl.sweep.RunTree;
import org.lwkt.dsl.sweep.RunTrees;
import org.lwkt.runtime.scenario.Sweep;

/** Adds the errors of imported files, and leaves out what only follows from an error that is reported already. */
public class LwktResourceValidator extends ResourceValidatorImpl {
    private static final Set<String> FAILED_IMPORTS = Set.of(IssueCodes.IMPORT, IssueCodes.IMPORTED_ERRORS);

    @Inject
    private IResourceScopeCache cache;

    @Inject
    private RunTrees runTrees;

    @Inject
    private WarningLevels levels;

    @Override
    public List<Issue> validate(Resource resource, CheckMode mode, CancelIndicator indicator) {
        List<Issue> issues = check(resource, mode, indicator);
        return issues == null ? null : levels.apply(issues);
    }

    private List<Issue> check(Resource resource, CheckMode mode, CancelIndicator indicator) {
        List<Issue> own = super.validate(resource, mode, indicator);
        if (own == null) {
            return null;
        }
        List<Issue> issues = new ArrayList<>(own);
        if (indicator == null || !indicator.isCanceled()) {
            issues.addAll(new ImportedErrors(this::issuesOfImported).of(resource));
            if (issues.stream().noneMatch(it -> it.getSeverity() == Severity.ERROR)) {
                issues.addAll(issuesOfRuns(resource, mode, indicator));
            }
            if (issues.stream().noneMatch(it -> it.getSeverity() == Severity.ERROR)) {
                issues.addAll(FlowIssues.of(resource));
            }
        }
        return ConsequenceFilter.filter(withoutConsequences(issues), rootOf(resource));
    }

    @Override
    protected void validate(
            Resource resource, EObject element, CheckMode mode, CancelIndicator indicator, IAcceptor<Issue> acceptor) {
        super.validate(resource, element, mode, indicator, new FirstIssues(acceptor));
    }

    /** To find out where one is takes its time where very many things stand side by side. */
    @Override
    protected void issueFromEValidatorDiagnostic(Diagnostic diagnostic, IAcceptor<Issue> acceptor) {
        if (!(acceptor instanceof FirstIssues issues) || issues.takes(diagnostic.getSeverity() == Diagnostic.ERROR)) {
            super.issueFromEValidatorDiagnostic(diagnostic, acceptor);
        }
    }

    /** Errors that only some of the values of a parameter make: of the first run that has any. */
    private List<Issue> issuesOfRuns(Resource resource, CheckMode mode, CancelIndicator indicator) {
        List<Issue> issues = new ArrayList<>();
        if (resource.getContents().isEmpty() || !(resource.getContents().get(0) instanceof LwktFile file)) {
            return issues;
        }
        for (ScenarioDeclaration scenario : Declarations.scenarios(file)) {
            if (!scenario.getParameters().isEmpty()) {
                issues.addAll(issuesOf(runTrees.of(scenario), mode, indicator));
            }
        }
        return issues;
    }

    private List<Issue> issuesOf(RunTree tree, CheckMode mode, CancelIndicator indicator) {
        List<Sweep.Parameter> parameters = RunTree.parametersOf(tree.scenario());
        for (int run : RunChecks.of(parameters, tree.size())) {
            if (indicator != null && indicator.isCanceled()) {
                break;
            }
            tree.choose(run);
            List<Issue> errors = super.validate(tree.resource(), mode, indicator).stream()
                    .filter(it -> it.getSeverity() == Severity.ERROR)
                    .toList();
            if (!errors.isEmpty()) {
                String words = Sweep.words(parameters, run);
                errors.forEach(it -> ((Issue.IssueImpl) it).setMessage(it.getMessage() + " (with " + words + ")"));
                return errors;
            }
        }
        return List.of();
    }

    /** As long as the imported file stays as it is, they are the same. Its warnings are nobody's here, whatever they matter there. */
    private List<Issue> issuesOfImported(Resource imported) {
        return cache.get(
                LwktResourceValidator.class, imported, () -> check(imported, CheckMode.ALL, CancelIndicator.NullImpl));
    }

    /** A name that means nothing may be one that should have been imported. */
    private static List<Issue> withoutConsequences(List<Issue> issues) {
        return issues.stream().anyMatch(it -> FAILED_IMPORTS.contains(it.getCode()))
                ? issues.stream()
                        .filter(it -> !IssueCodes.UNKNOWN_NAME.equals(it.getCode()))
                        .toList()
                : issues;
    }

    private static ICompositeNode rootOf(Resource resource) {
        return resource instanceof XtextResource xtext && xtext.getParseResult() != null
                ? xtext.getParseResult().getRootNode()
                : null;
    }
}
