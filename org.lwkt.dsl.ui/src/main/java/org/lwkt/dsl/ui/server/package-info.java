// SPDX-License-Identifier: BSD-3-Clause
/**
 * The language server in this process, and what keeps it even with the workspace: documents, files, projects in, problem markers
 * out. Read {@link org.lwkt.dsl.ui.server.LanguageService} first.
 */
package org.lwkt.dsl.ui.server;
