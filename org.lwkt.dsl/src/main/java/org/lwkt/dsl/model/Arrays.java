// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.SimpleResource;
import org.lwkt.dsl.lwkt.ThreadDeclaration;

/** Arrays of threads and of resources. */
public final class Arrays {
    /** More would not fit into a run anyhow. */
    public static final int SIZE_MAX = 4096;

    private Arrays() {}

    /** The size as it is written; {@code null} of what is no array. */
    public static Long size(EObject declaration) {
        return switch (declaration) {
            case ThreadDeclaration thread -> thread.getSize();
            case SimpleResource resource -> resource.getSize();
            case null, default -> null;
        };
    }

    /** How many threads or resources it is; 1 where the size is out of range. */
    public static int elements(EObject declaration) {
        Long size = size(declaration);
        return size == null || size < 1 || size > SIZE_MAX ? 1 : size.intValue();
    }
}
