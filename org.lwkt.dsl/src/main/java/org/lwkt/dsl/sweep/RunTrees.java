// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.sweep;

import com.google.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.model.Declarations;

/** Makes trees of their own for the runs of scenarios. */
public final class RunTrees {
    /** Beside the file, so that its imports lead to the same files; the file itself is in the resource set already. */
    private static final String QUERY = "runs";

    @Inject
    private IResourceFactory resources;

    /** @param scenario of a file without errors */
    public RunTree of(ScenarioDeclaration scenario) {
        LwktFile original = (LwktFile) scenario.eContainer();
        LwktFile file = copy(original);
        int index = Declarations.scenarios(original).indexOf(scenario);
        ScenarioDeclaration copy = Declarations.scenarios(file).get(index);
        // The others are not looked at, and would be validated with each run.
        List<ScenarioDeclaration> others = Declarations.scenarios(file);
        file.getElements().removeIf(it -> others.contains(it) && it != copy);
        return new RunTree(copy);
    }

    private LwktFile copy(EObject original) {
        ResourceSet files = original.eResource().getResourceSet();
        URI uri = original.eResource().getURI().appendQuery(QUERY);
        XtextResource resource = (XtextResource) resources.createResource(uri);
        files.getResources().add(resource);
        try {
            String text =
                    NodeModelUtils.findActualNodeFor(original).getRootNode().getText();
            resource.load(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
            EcoreUtil.resolveAll(resource);
            return (LwktFile) resource.getContents().get(0);
        } catch (IOException unreadable) {
            throw new IllegalStateException("a text at hand cannot be read", unreadable);
        } finally {
            files.getResources().remove(resource);
        }
    }
}
