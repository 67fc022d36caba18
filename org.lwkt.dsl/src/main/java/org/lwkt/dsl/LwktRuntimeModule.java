// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

/** Binds the services of the language; what is not bound here is Xtext's default. */
public class LwktRuntimeModule extends AbstractLwktRuntimeModule {}
