// SPDX-License-Identifier: BSD-3-Clause

/**
 * What is wrong with a file that parses and links, one class a subject. An error is what cannot be lowered; a warning is
 * what can, and is hardly meant. Values that could not be read are {@code null} here and have been reported already. Read
 * {@link org.lwkt.dsl.validation.LwktValidator} first.
 */
package org.lwkt.dsl.validation;
