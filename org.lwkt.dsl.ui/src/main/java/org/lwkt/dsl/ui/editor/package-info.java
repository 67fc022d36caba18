// SPDX-License-Identifier: BSD-3-Clause
/** The parts of the generic editor for our files: colours, proposals, hovers. */
package org.lwkt.dsl.ui.editor;
