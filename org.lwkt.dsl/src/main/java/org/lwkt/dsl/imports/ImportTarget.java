// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.imports;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.lwkt.dsl.lwkt.LwktFile;

/**
 * What an import leads to.
 *
 * @param uri of the file, whether it is there or not; {@code null} where the path names none
 * @param resource the file that was read; {@code null} where there is a problem
 * @param problem why there is no file to import from, in a message for its author; or {@code null}
 */
public record ImportTarget(URI uri, Resource resource, String problem) {
    static ImportTarget none(String problem) {
        return new ImportTarget(null, null, problem);
    }

    static ImportTarget missing(URI uri, String problem) {
        return new ImportTarget(uri, null, problem);
    }

    static ImportTarget found(Resource resource) {
        return new ImportTarget(resource.getURI(), resource, null);
    }

    /** What the file says; {@code null} where nothing can be read of it. */
    public LwktFile file() {
        return fileOf(resource);
    }

    static LwktFile fileOf(Resource resource) {
        return resource != null
                        && !resource.getContents().isEmpty()
                        && resource.getContents().get(0) instanceof LwktFile file
                ? file
                : null;
    }
}
