// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.lwkt.dsl.generator.GeneratedTests;

/** As {@link LwktStandaloneSetup}, for builds that want a JUnit class for each scenario besides. */
public class LwktJUnitSetup extends LwktStandaloneSetup {
    @Override
    public Injector createInjector() {
        return Guice.createInjector(new LwktRuntimeModule() {
            @SuppressWarnings("unused") // Guice finds it by its name.
            public Class<? extends GeneratedTests> bindGeneratedTests() {
                return Wanted.class;
            }
        });
    }

    /** Always. */
    public static final class Wanted extends GeneratedTests {
        @Override
        public boolean wanted() {
            return true;
        }
    }
}
