// SPDX-License-Identifier: BSD-3-Clause
/** Tests in a real workbench, on a display. Read {@link org.lwkt.dsl.ui.tests.WorkbenchTest} first. */
package org.lwkt.dsl.ui.tests;
