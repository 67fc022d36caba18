// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.imports;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.impl.DefaultResourceDescriptionStrategy;
import org.eclipse.xtext.util.IAcceptor;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;

/** What a file tells the index of all files: its declarations and those of its scenarios. Nobody looks for what is in a body. */
public final class DeclaredObjects extends DefaultResourceDescriptionStrategy {
    @Override
    public boolean createEObjectDescriptions(EObject object, IAcceptor<IEObjectDescription> acceptor) {
        super.createEObjectDescriptions(object, acceptor);
        return object instanceof LwktFile || object instanceof ScenarioDeclaration;
    }
}
