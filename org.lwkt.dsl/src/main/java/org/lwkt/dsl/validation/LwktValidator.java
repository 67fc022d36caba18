// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import org.eclipse.xtext.validation.ComposedChecks;

/** Only composes the checks. */
@ComposedChecks(
        validators = {
            NameChecks.class,
            MachineChecks.class,
            ThreadChecks.class,
            BodyChecks.class,
            EventChecks.class,
            ExpectationChecks.class
        })
public class LwktValidator extends AbstractLwktValidator {}
