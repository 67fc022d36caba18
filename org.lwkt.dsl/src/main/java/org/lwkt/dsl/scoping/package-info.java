// SPDX-License-Identifier: BSD-3-Clause

/** What a name can mean: machines are known in their file and where it is imported, threads in their scenario. */
package org.lwkt.dsl.scoping;
