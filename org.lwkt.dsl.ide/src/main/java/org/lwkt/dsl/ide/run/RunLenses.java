// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.ide.server.codelens.ICodeLensService;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.model.Declarations;

/** "Run" over each scenario. */
public final class RunLenses implements ICodeLensService {
    @Inject
    private DocumentExtensions documents;

    @Inject
    private ILocationInFileProvider locations;

    @Override
    public List<? extends CodeLens> computeCodeLenses(
            Document document, XtextResource resource, CodeLensParams params, CancelIndicator cancelled) {
        return resource.getContents().stream()
                .filter(LwktFile.class::isInstance)
                .flatMap(file -> Declarations.scenarios((LwktFile) file).stream())
                .filter(scenario -> scenario.getName() != null)
                .map(scenario ->
                        lens(scenario, resource, params.getTextDocument().getUri()))
                .toList();
    }

    private CodeLens lens(ScenarioDeclaration scenario, XtextResource resource, String uri) {
        Range range = documents.newRange(resource, locations.getSignificantTextRegion(scenario));
        return new CodeLens(range, new Command("Run", RunCommand.NAME, List.of(uri, scenario.getName())), null);
    }
}
