// SPDX-License-Identifier: BSD-3-Clause
/** Quick fixes as code actions of the protocol. What mends what is not known here, but in {@code org.lwkt.dsl.fixes}. */
package org.lwkt.dsl.ide.fixes;
