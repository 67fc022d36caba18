// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

import java.util.List;
import org.lwkt.runtime.scenario.Sweep;

/**
 * What is to be run, taken from a document at one moment.
 *
 * @param text of the document
 * @param problem why nothing can be run, or empty
 */
public record RunInput(String uri, String text, List<Sweep> scenarios, String problem) {
    static RunInput of(String uri, String text, List<Sweep> scenarios) {
        return new RunInput(uri, text, scenarios, "");
    }

    static RunInput refused(String uri, String text, String problem) {
        return new RunInput(uri, text, List.of(), problem);
    }

    /** The server knows no such document. */
    public static RunInput missing(String uri) {
        return refused(uri, "", "there is no file " + uri);
    }
}
