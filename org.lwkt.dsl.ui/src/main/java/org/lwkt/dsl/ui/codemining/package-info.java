// SPDX-License-Identifier: BSD-3-Clause
/** The inlay hints of the language as code minings. */
package org.lwkt.dsl.ui.codemining;
