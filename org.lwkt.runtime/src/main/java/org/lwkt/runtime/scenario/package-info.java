// SPDX-License-Identifier: BSD-3-Clause
/**
 * What generated code and the lowering call: the scenario as data ({@link org.lwkt.runtime.scenario.Scenario}), its
 * builder, the runner with its budgets, and the result. Sees all the rest of the runtime; nothing in the runtime sees it.
 */
package org.lwkt.runtime.scenario;
