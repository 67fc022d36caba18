// SPDX-License-Identifier: BSD-3-Clause

/** A look at an installed product. Knows nothing of our other bundles. */
package org.lwkt.dsl.ui.smoke;
