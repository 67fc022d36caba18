// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.formatting2;

import org.eclipse.xtext.formatting2.AbstractJavaFormatter;

public class LwktFormatter extends AbstractJavaFormatter {}
