// SPDX-License-Identifier: BSD-3-Clause
/**
 * Launches: the run itself is the server's command, here it gets a configuration, a console and a stop button. Read {@link
 * org.lwkt.dsl.ui.launch.ScenarioProcess} first.
 */
package org.lwkt.dsl.ui.launch;
