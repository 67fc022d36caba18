// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.eclipse.xtext.util.Modules2;
import org.lwkt.dsl.LwktRuntimeModule;
import org.lwkt.dsl.LwktStandaloneSetup;

/** The language with its services for editors. */
public final class LwktIdeSetup extends LwktStandaloneSetup {
    @Override
    public Injector createInjector() {
        return Guice.createInjector(Modules2.mixin(new LwktRuntimeModule(), new LwktIdeModule()));
    }
}
