// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

/** Registers the language outside of OSGi: command line, Maven builds, tests. */
public class LwktStandaloneSetup extends LwktStandaloneSetupGenerated {

    public static void doSetup() {
        new LwktStandaloneSetup().createInjectorAndDoEMFRegistration();
    }
}
