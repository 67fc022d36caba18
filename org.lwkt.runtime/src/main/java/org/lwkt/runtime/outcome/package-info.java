// SPDX-License-Identifier: BSD-3-Clause
/**
 * How a run ended and who waits for what at its end: plain data that the machine fills in, expectations judge and reports
 * print. Start with {@link org.lwkt.runtime.outcome.RunEnd}.
 */
package org.lwkt.runtime.outcome;
