// SPDX-License-Identifier: BSD-3-Clause
/**
 * What happened, in the order in which it happened: the recorder of compact events, their reader, and the digest over
 * all of them. Sees the kernel, whose KTR points it listens to, and the source positions. Start with {@link org.lwkt.runtime.trace.TraceEvent}.
 */
package org.lwkt.runtime.trace;
