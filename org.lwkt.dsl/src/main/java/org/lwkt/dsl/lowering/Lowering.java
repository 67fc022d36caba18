// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.runtime.scenario.Scenario;

/** Lowers files that have no errors. */
public final class Lowering {
    @Inject
    private IEObjectDocumentationProvider documentation;

    /**
     * The scenarios of the file, in source order.
     *
     * @param fileName the name that positions carry
     * @throws LoweringException where the file has errors
     */
    public List<Scenario> lower(LwktFile file, String fileName) throws LoweringException {
        return lowerDocumented(file, fileName).stream()
                .map(LoweredScenario::scenario)
                .toList();
    }

    /** As {@link #lower}, with the doc comments. */
    public List<LoweredScenario> lowerDocumented(LwktFile file, String fileName) throws LoweringException {
        List<LoweredScenario> scenarios = new ArrayList<>();
        for (ScenarioDeclaration scenario : Declarations.scenarios(file)) {
            try {
                scenarios.add(
                        new ScenarioLowering(new Positions(file.eResource(), fileName), documentation).lower(scenario));
            } catch (RuntimeException inconsistent) {
                throw new LoweringException("scenario \"" + scenario.getName() + "\" has errors", inconsistent);
            }
        }
        return scenarios;
    }
}
