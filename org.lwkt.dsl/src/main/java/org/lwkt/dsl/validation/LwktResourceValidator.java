// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;
import org.lwkt.dsl.diagnostics.IssueCodes;

/** Adds the errors of imported files, and leaves out what only follows from an error that is reported already. */
public class LwktResourceValidator extends ResourceValidatorImpl {
    private static final Set<String> FAILED_IMPORTS = Set.of(IssueCodes.IMPORT, IssueCodes.IMPORTED_ERRORS);

    @Inject
    private IResourceScopeCache cache;

    @Override
    public List<Issue> validate(Resource resource, CheckMode mode, CancelIndicator indicator) {
        List<Issue> own = super.validate(resource, mode, indicator);
        if (own == null) {
            return null;
        }
        List<Issue> issues = new ArrayList<>(own);
        if (indicator == null || !indicator.isCanceled()) {
            issues.addAll(new ImportedErrors(this::issuesOfImported).of(resource));
        }
        return ConsequenceFilter.filter(withoutConsequences(issues), rootOf(resource));
    }

    /** As long as the imported file stays as it is, they are the same. */
    private List<Issue> issuesOfImported(Resource imported) {
        return cache.get(
                LwktResourceValidator.class,
                imported,
                () -> validate(imported, CheckMode.ALL, CancelIndicator.NullImpl));
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
