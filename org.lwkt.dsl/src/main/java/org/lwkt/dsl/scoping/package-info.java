// SPDX-License-Identifier: BSD-3-Clause

/** What a name can mean: machines are known in their file, threads in their scenario. */
package org.lwkt.dsl.scoping;
