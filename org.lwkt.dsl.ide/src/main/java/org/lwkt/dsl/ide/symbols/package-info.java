// SPDX-License-Identifier: BSD-3-Clause
/** How declarations are called and shown in an outline. */
package org.lwkt.dsl.ide.symbols;
