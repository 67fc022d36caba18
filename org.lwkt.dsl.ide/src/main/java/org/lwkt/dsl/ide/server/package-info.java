// SPDX-License-Identifier: BSD-3-Clause
/**
 * The language server: Xtext's, with what that lacks. Read {@link org.lwkt.dsl.ide.server.LanguageServers} first; an editor in
 * the same process starts there too.
 */
package org.lwkt.dsl.ide.server;
