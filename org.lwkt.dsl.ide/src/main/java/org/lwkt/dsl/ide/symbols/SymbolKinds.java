// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.symbols;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolMapper.DocumentSymbolKindProvider;
import org.lwkt.dsl.lwkt.LwktPackage;

/** The nearest that the protocol's kinds, made for programming languages, have for our declarations. */
public final class SymbolKinds extends DocumentSymbolKindProvider {
    @Override
    protected SymbolKind getSymbolKind(EClass type) {
        if (type == LwktPackage.eINSTANCE.getMachineDeclaration()) {
            return SymbolKind.Struct;
        }
        if (type == LwktPackage.eINSTANCE.getScenarioDeclaration()) {
            return SymbolKind.Class;
        }
        if (type == LwktPackage.eINSTANCE.getProcedureDeclaration()) {
            return SymbolKind.Method;
        }
        return type == LwktPackage.eINSTANCE.getThreadDeclaration() ? SymbolKind.Function : SymbolKind.Property;
    }
}
