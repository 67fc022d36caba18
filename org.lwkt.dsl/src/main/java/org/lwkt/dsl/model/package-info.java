// SPDX-License-Identifier: BSD-3-Clause

/**
 * What the declarations of a file amount to once defaults are filled in: the CPUs of a scenario's machine, the priority of
 * a thread, the statements after which nothing runs. Shared by validation, which asks before anything is known to be
 * right, and by lowering. Every answer allows for missing parts. Read {@link org.lwkt.dsl.model.Declarations} first.
 */
package org.lwkt.dsl.model;
