// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the C functions that a method ports, as {@code file#function}, so that searching the C name finds the Java. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.CONSTRUCTOR})
@interface Ports {
    /** Such as {@code "sys/kern/lwkt_thread.c#lwkt_switch"}. */
    String[] value();
}
