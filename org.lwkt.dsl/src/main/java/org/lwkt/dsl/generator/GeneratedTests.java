// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

/** Whether a build generates JUnit classes too, unless it is told otherwise. */
public class GeneratedTests {
    public boolean wanted() {
        return false;
    }
}
