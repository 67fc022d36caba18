// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.sweep.RunTrees;
import org.lwkt.runtime.scenario.Sweep;

/** Lowers files that have no errors. */
public final class Lowering {
    @Inject
    private IEObjectDocumentationProvider documentation;

    @Inject
    private RunTrees runTrees;

    /**
     * The scenarios of the file with all their runs, in source order.
     *
     * @param fileName the name that positions carry
     * @throws LoweringException where the file has errors
     */
    public List<Sweep> lower(LwktFile file, String fileName) throws LoweringException {
        return lowerDocumented(file, fileName).stream().map(LoweredSweep::sweep).toList();
    }

    /** As {@link #lower}, with the doc comments. */
    public List<LoweredSweep> lowerDocumented(LwktFile file, String fileName) throws LoweringException {
        List<LoweredSweep> scenarios = new ArrayList<>();
        for (ScenarioDeclaration scenario : Declarations.scenarios(file)) {
            try {
                scenarios.add(
                        scenario.getParameters().isEmpty()
                                ? LoweredSweep.of(lower(scenario, fileName))
                                : LoweredSweep.of(runTrees.of(scenario), it -> lower(it, fileName)));
            } catch (RuntimeException inconsistent) {
                throw new LoweringException("scenario \"" + scenario.getName() + "\" has errors", inconsistent);
            }
        }
        return scenarios;
    }

    private LoweredScenario lower(ScenarioDeclaration scenario, String fileName) {
        return new ScenarioLowering(new Positions(scenario.eResource(), fileName), documentation).lower(scenario);
    }
}
