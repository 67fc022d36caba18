// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

/** What a run found about something in one line, counted from 1; {@code column} orders the notes of a line. */
record LineNote(int line, int column, String text) {}
