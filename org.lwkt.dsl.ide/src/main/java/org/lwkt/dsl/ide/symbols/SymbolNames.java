// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.symbols;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolMapper.DocumentSymbolNameProvider;
import org.eclipse.xtext.util.SimpleAttributeResolver;

/** The name that a declaration gives itself; the qualified one would repeat the outline's levels. */
public final class SymbolNames extends DocumentSymbolNameProvider {
    @Override
    public String getName(EObject object) {
        return object == null ? null : SimpleAttributeResolver.NAME_RESOLVER.apply(object);
    }
}
