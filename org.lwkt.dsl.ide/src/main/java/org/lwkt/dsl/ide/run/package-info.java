// SPDX-License-Identifier: BSD-3-Clause
/**
 * Runs of the scenarios of a document, and what they found, shown where it belongs: at the ends of lines. A run happens on a
 * thread of its own and belongs to the text that it was made from. Read {@link org.lwkt.dsl.ide.run.RunCommand} for the way of
 * a run, and {@link org.lwkt.dsl.ide.run.RunResults}, which alone keeps what was found.
 */
package org.lwkt.dsl.ide.run;
