// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import org.eclipse.xtext.validation.ComposedChecks;

/** Only composes the checks. */
@ComposedChecks(
        validators = {
            NameChecks.class,
            ImportChecks.class,
            SweepChecks.class,
            MachineChecks.class,
            MachineExtensionChecks.class,
            KernelSettingChecks.class,
            BudgetChecks.class,
            ThreadChecks.class,
            OptionChecks.class,
            BodyChecks.class,
            ProcedureChecks.class,
            HandlerChecks.class,
            UserModeChecks.class,
            ValueChecks.class,
            ReferenceChecks.class,
            OwnerChecks.class,
            MessageChecks.class,
            EventChecks.class,
            FaultChecks.class,
            ExpectationChecks.class,
            MeasureChecks.class,
            StateChecks.class
        })
public class LwktValidator extends AbstractLwktValidator {}
