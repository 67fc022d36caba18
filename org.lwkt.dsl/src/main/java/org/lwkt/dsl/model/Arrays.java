// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.ArrayResource;
import org.lwkt.dsl.lwkt.SweepParameter;
import org.lwkt.dsl.lwkt.ThreadDeclaration;

/** Arrays of threads and of resources. */
public final class Arrays {
    /** More would not fit into a run anyhow. */
    public static final int SIZE_MAX = 4096;

    private Arrays() {}

    /** The size as it is written, the largest where it varies between runs; {@code null} of what is no array. */
    public static Long size(EObject declaration) {
        return switch (declaration) {
            case ThreadDeclaration thread -> size(thread.getSize(), thread.getSizeParameter());
            case ArrayResource resource -> size(resource.getSize(), resource.getSizeParameter());
            case null, default -> null;
        };
    }

    private static Long size(Long written, SweepParameter parameter) {
        if (written != null || parameter == null) {
            return written;
        }
        return parameter.eIsProxy()
                ? Long.valueOf(SIZE_MAX)
                : SweepParameters.values(parameter).stream().max(Long::compare).orElse((long) SIZE_MAX);
    }

    /** How many threads or resources it is; 1 where the size is out of range. */
    public static int elements(EObject declaration) {
        Long size = size(declaration);
        return size == null || size < 1 || size > SIZE_MAX ? 1 : size.intValue();
    }
}
