// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.ScenarioBuilder;
import org.lwkt.runtime.source.SourcePosition;

/** Lowers files that have no errors. */
public final class Lowering {
    @Inject
    private IEObjectDocumentationProvider documentation;

    /**
     * The scenarios of the file, in source order, to be told to a sink.
     *
     * @param fileName the name that positions carry
     */
    public List<ScenarioWalk> walks(LwktFile file, String fileName) {
        Positions positions = new Positions(fileName);
        return Declarations.scenarios(file).stream()
                .map(it -> new ScenarioWalk(it, positions, documentation))
                .toList();
    }

    /**
     * The scenarios of the file, in source order.
     *
     * @param fileName the name that positions carry
     * @throws LoweringException where the file has errors
     */
    public List<Scenario> lower(LwktFile file, String fileName) throws LoweringException {
        List<Scenario> scenarios = new ArrayList<>();
        for (ScenarioWalk walk : walks(file, fileName)) {
            SourcePosition position = walk.position();
            ScenarioBuilder builder =
                    ScenarioBuilder.scenario(walk.name(), fileName, position.line(), position.column());
            walk.tell(new BuilderSink(builder));
            try {
                scenarios.add(builder.build());
            } catch (IllegalArgumentException inconsistent) {
                throw new LoweringException("scenario \"" + walk.name() + "\" has errors", inconsistent);
            }
        }
        return scenarios;
    }
}
