// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui;

import org.lwkt.dsl.ui.server.LanguageService;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** The language server starts with the first document and ends with the plug-in. */
public final class LwktPlugin implements BundleActivator {
    @Override
    public void start(BundleContext context) {}

    @Override
    public void stop(BundleContext context) {
        LanguageService.stop();
    }
}
