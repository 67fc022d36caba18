// SPDX-License-Identifier: BSD-3-Clause
/** What a run measured, in memory that does not grow with the run. Sees trace and kernel only. */
package org.lwkt.runtime.metrics;
