// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui;

/** The ids that plugin.xml gives. */
public final class Ids {
    private static final String PLUGIN = "org.lwkt.dsl.ui";

    public static final String CONTENT_TYPE = PLUGIN + ".contentType";
    public static final String MARKER = PLUGIN + ".problem";
    public static final String LAUNCH_TYPE = PLUGIN + ".launchType";
    /** Attribute of a launch configuration: the workspace path of the file. */
    public static final String ATTR_FILE = PLUGIN + ".file";

    public static final String FILE_ENDING = "lwkt";

    private Ids() {}
}
