// SPDX-License-Identifier: BSD-3-Clause
/**
 * What an editor asks about a .lwkt file, for any editor: the services of a language server, which Eclipse calls in
 * process. Knows no widget and no workbench. Read {@link org.lwkt.dsl.ide.LwktIdeModule} first: it binds all of them.
 */
package org.lwkt.dsl.ide;
