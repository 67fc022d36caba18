// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import com.google.inject.Inject;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.generator.AbstractGenerator;
import org.eclipse.xtext.generator.IFileSystemAccess2;
import org.eclipse.xtext.generator.IGeneratorContext;
import org.lwkt.dsl.lowering.LoweringException;
import org.lwkt.dsl.lwkt.LwktFile;

/** What Xtext's own builders call, the Maven plug-in among them. A file with errors gives no Java. */
public class LwktGenerator extends AbstractGenerator {
    @Inject
    private JavaGenerator generator;

    @Inject
    private GeneratedTests tests;

    @Override
    public void doGenerate(Resource resource, IFileSystemAccess2 fsa, IGeneratorContext context) {
        for (EObject root : resource.getContents()) {
            if (root instanceof LwktFile file && resource.getErrors().isEmpty()) {
                generate(file, resource.getURI().lastSegment(), fsa);
            }
        }
    }

    private void generate(LwktFile file, String fileName, IFileSystemAccess2 fsa) {
        try {
            generator
                    .generate(file, fileName, JavaGenerator.packageOf(file), tests.wanted())
                    .forEach(fsa::generateFile);
        } catch (LoweringException withErrors) {
            // The builder that calls this has reported the errors of the file.
        }
    }
}
