// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declared once for a whole run, or a caller's own: not looked into, neither for a snapshot nor for a hash. On a type: it
 * and all its subtypes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Constant {}
