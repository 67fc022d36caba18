// SPDX-License-Identifier: BSD-3-Clause
/**
 * The workbench in Eclipse. Every answer about a file comes from the language services of {@code org.lwkt.dsl.ide}, called in
 * this process; nothing here knows a word of the language or how a scenario is run. Read {@code server.LanguageService} first.
 */
package org.lwkt.dsl.ui;
