// SPDX-License-Identifier: BSD-3-Clause

/**
 * From the syntax tree to what the runtime takes: the only reader of the tree besides the services of an editor. The
 * scenario that comes out is run in memory as it is, and the generator prints the Java that builds it, so that both are the
 * same. Read {@link org.lwkt.dsl.lowering.Lowering} first.
 */
package org.lwkt.dsl.lowering;
