// SPDX-License-Identifier: BSD-3-Clause
/** Where something stands in a scenario file. A leaf: it sees nothing else, and everything but {@code kernel} may see it. */
package org.lwkt.runtime.source;
