// SPDX-License-Identifier: BSD-3-Clause
/**
 * What a scenario expects of its run: the declarations ({@link org.lwkt.runtime.expect.Expectation}) and their
 * evaluation while the run goes on, in constant memory. Sees kernel, trace and metrics; knows no virtual-time engine
 * and no file format.
 */
package org.lwkt.runtime.expect;
